import EST

/// A quarter, a tertial or a year of a group: its numbers, its areas by need and possibility, every action with what
/// became of it, and what comes back each year.
public struct Overview: Codable, Equatable, Sendable {
  /// An area with what the reports say and what the group thinks of it.
  public struct Area: Codable, Equatable, Sendable {
    public var name: String
    public var counts: SituationPicture.Spans
    public var versusLastYear: SituationPicture.Comparison?
    /// From 0 to 3; `nil` where the group has not scored it.
    public var need: Int?
    /// How far it can be influenced, from 0 to 3.
    public var influence: Int?
    public var reason: String?
    /// Among the first, which the period is for.
    public var isPriority: Bool
    public var openProblems: Int

    /// Need times influence.
    public var product: Int? { need.flatMap { need in influence.map { need * $0 } } }
  }

  public struct Action: Codable, Equatable, Sendable {
    public var number: String
    public var title: String
    public var state: String
    public var area: String?
    /// How it was judged.
    public var colour: String?
    public var effect: String?
    public var lesson: String?
  }

  /// A month in which a category comes back each year.
  public struct Recurrence: Codable, Equatable, Sendable {
    public var category: SituationPicture.CategoryLabel
    /// From 1.
    public var month: Int
    public var years: Int
    /// Its daily rate by that of the whole years, to two decimals.
    public var ratio: Double
  }

  /// The period's numbers, compiled as a picture of it: no findings of a week are in it.
  public var picture: SituationPicture
  /// Those with the largest product first, then those that are not scored.
  public var areas: [Area]
  public var actions: [Action]
  /// How many whole years the year wheel rests on; it is empty where they are too few.
  public var wheelYears: Int
  public var wheel: [Recurrence]

  /// The areas that there is something to say of.
  public var areasToTell: [Area] {
    areas.filter { $0.need != nil || !$0.counts.isZero || $0.openProblems > 0 }
  }

  /// Whether the period goes on, so that its numbers are of the days that have been.
  public var goesOn: Bool {
    CalendarPeriod(picture.head.period.label).map { picture.head.period.last + 1 < $0.endDay } ?? false
  }
}

/// What an overview is compiled from.
public struct OverviewInput: Sendable {
  public struct Score: Sendable {
    public var need: Int
    public var influence: Int
    public var reason: String?

    public init(need: Int, influence: Int, reason: String?) {
      self.need = need
      self.influence = influence
      self.reason = reason
    }
  }

  public var picture: PictureInput
  public var scores: [AreaID: Score] = [:]
  public var openProblems: [AreaID: Int] = [:]
  public var actions: [Overview.Action] = []
  /// How many areas are put first.
  public var priorities = 3
  /// Reports by category in the months of whole years, the oldest January first.
  public var months: [CategoryCode: [Int]] = [:]
  public var firstYear = 0
  public var wholeYears = 0

  public init(picture: PictureInput) { self.picture = picture }
}

extension Overview.Action {
  public init(number: String, title: String, state: String) {
    self.number = number
    self.title = title
    self.state = state
  }
}
