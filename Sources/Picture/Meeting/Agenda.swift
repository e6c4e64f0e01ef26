import EST

/// What a meeting is to go through, made from the picture that it meets about. (dagordning)
public struct Agenda: Codable, Equatable, Sendable {
  /// The version that the meeting looks at; its coverage, actions and priorities are the agenda's.
  public var picture: SituationPicture
  /// The name of the picture's file, lying beside the agenda's; `nil` where there is none.
  public var pictureFile: String?
  /// Questions that the coordinator wants decided, beside those that follow from the picture.
  public var questions: [String]

  public init(picture: SituationPicture, pictureFile: String? = nil, questions: [String] = []) {
    self.picture = picture
    self.pictureFile = pictureFile
    self.questions = questions
  }

  /// The problems that were prioritised and that nobody has analysed the causes of.
  public var problemsWithoutAnalysis: [SituationPicture.Priority] {
    picture.priorities.filter(\.lacksAnalysis)
  }
}
