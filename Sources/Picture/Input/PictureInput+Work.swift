import EST

extension PictureInput {
  /// An action that is decided or under way.
  public struct Action: Sendable, Equatable, Codable {
    /// The number that people use, such as `2026-14`.
    public var number: String
    public var title: String
    public var organisation: String
    /// The function that answers for it, never a person.
    public var function: String
    public var due: LocalDate?
    /// The title of the problem that it is for; `nil` for a quick measure on its own.
    public var problem: String?

    public init(
      number: String, title: String, organisation: String, function: String, due: LocalDate?,
      problem: String? = nil
    ) {
      self.number = number
      self.title = title
      self.organisation = organisation
      self.function = function
      self.due = due
      self.problem = problem
    }
  }

  /// Something that became of an action since the last meeting.
  public struct ActionOutcome: Sendable, Equatable, Codable {
    public var number: String
    public var title: String
    public var organisation: String
    public var outcome: SituationPicture.Actions.Outcome
    public var date: LocalDate
    /// Only where `outcome` is `evaluated`.
    public var colour: SituationPicture.Actions.Colour?

    public init(
      number: String, title: String, organisation: String, outcome: SituationPicture.Actions.Outcome,
      date: LocalDate, colour: SituationPicture.Actions.Colour? = nil
    ) {
      self.number = number
      self.title = title
      self.organisation = organisation
      self.outcome = outcome
      self.date = date
      self.colour = colour
    }
  }

  /// A focus area or a problem that the last meeting put in order.
  public struct Priority: Sendable, Equatable, Codable {
    public var title: String
    /// `nil` for a focus area, which is not carried through the machine of a problem.
    public var state: SituationPicture.Priority.State?
    public var area: AreaID?
    /// Whether a root-cause analysis has been signed; a problem without one is listed as a gap.
    public var hasAnalysis: Bool

    public init(
      title: String, state: SituationPicture.Priority.State?, area: AreaID? = nil, hasAnalysis: Bool = false
    ) {
      self.title = title
      self.state = state
      self.area = area
      self.hasAnalysis = hasAnalysis
    }
  }
}
