import EST

/// What a meeting came to: who was there, by function, what it adopted, put first and decided. (protokoll)
public struct Minutes: Codable, Equatable, Sendable {
  /// The version that was adopted.
  public var picture: SituationPicture
  public var startedAt: Moment
  public var endedAt: Moment?
  public var attendance: [Attendance]
  /// In the order that this meeting gave.
  public var priorities: [SituationPicture.Priority]
  public var decisions: [Decision]
  public var nextMeetingAt: Moment?
  /// Why the picture was adopted without a meeting; `nil` where there was one.
  public var withoutMeeting: String?

  /// A function that takes part for an organisation. Persons are not named.
  public struct Attendance: Codable, Equatable, Sendable {
    public var organisation: String
    public var function: String
    public var present: Bool

    public init(organisation: String, function: String, present: Bool) {
      self.organisation = organisation
      self.function = function
      self.present = present
    }
  }

  public struct Decision: Codable, Equatable, Sendable {
    public var text: String
    /// The number of the action that the decision made, such as `2026-14`.
    public var action: String?
    public var organisation: String?
    public var function: String?
    public var due: LocalDate?

    public init(
      text: String, action: String? = nil, organisation: String? = nil, function: String? = nil,
      due: LocalDate? = nil
    ) {
      self.text = text
      self.action = action
      self.organisation = organisation
      self.function = function
      self.due = due
    }
  }

  public init(
    picture: SituationPicture, startedAt: Moment, endedAt: Moment? = nil, attendance: [Attendance],
    priorities: [SituationPicture.Priority], decisions: [Decision], nextMeetingAt: Moment? = nil,
    withoutMeeting: String? = nil
  ) {
    self.picture = picture
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.attendance = attendance
    self.priorities = priorities
    self.decisions = decisions
    self.nextMeetingAt = nextMeetingAt
    self.withoutMeeting = withoutMeeting
  }
}
