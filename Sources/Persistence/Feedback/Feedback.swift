import EST
import StateMachine

/// What became of what an organisation reported: counts, results and decisions, never others' free text.
public struct Feedback: Sendable {
  /// Reports received from then on.
  public let since: Instant
  public let places: [PlaceFeedback]
  /// The pictures of those periods that a meeting adopted.
  public let pictures: [AdoptedPicture]

  public init(since: Instant, places: [PlaceFeedback], pictures: [AdoptedPicture]) {
    self.since = since
    self.places = places
    self.pictures = pictures
  }
}

/// One area that an organisation has reported from.
public struct PlaceFeedback: Sendable {
  /// `nil` where the reports know the municipality only.
  public let areaName: String?
  /// The places in it that the organisation named.
  public let places: [String]
  public let waiting: Int
  public let accepted: Int
  public let rejections: [Rejection]
  public let problems: [ProblemFeedback]

  /// A report that did not enter the picture, and why.
  public struct Rejection: Sendable, Hashable {
    public let number: String?
    public let reference: String?
    public let reason: String
  }
}

/// A problem that was seen in an area, and what is done about it.
public struct ProblemFeedback: Sendable {
  public let number: String
  public let title: String
  public let state: State
  public let actions: [ActionFeedback]
}

public struct ActionFeedback: Sendable, Hashable {
  public let number: String
  public let title: String
  public let state: State
  public let due: Instant?
  public let colour: ActionColour?
}
