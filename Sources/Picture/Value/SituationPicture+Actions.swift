import EST

extension SituationPicture {
  /// What has been decided, what is late, and what has come of it.
  public struct Actions: Codable, Equatable, Sendable {
    /// Past the due date when the picture was compiled, the longest first.
    public var overdue: [Open]
    /// Due no later than the last of the days ahead, the nearest first.
    public var dueAhead: [Open]
    /// The others.
    public var later: [Open]
    /// What has become of actions since the last meeting.
    public var sinceLastTime: [Done]

    public struct Open: Codable, Equatable, Sendable {
      public var number: String
      public var title: String
      public var organisation: String
      public var function: String
      public var due: LocalDate?
      /// Whole days past the due date; `nil` where it has not passed.
      public var daysOverdue: Int?
      public var problem: String?
    }

    public struct Done: Codable, Equatable, Sendable {
      public var number: String
      public var title: String
      public var organisation: String
      public var outcome: Outcome
      public var date: LocalDate
      public var colour: Colour?
      /// What was learnt, in pictures of before free text was kept out.
      public var lesson: String?
    }

    public enum Outcome: String, Codable, Sendable, CaseIterable {
      case decided, started, postponed, finished, evaluated, cancelled
    }

    /// How an action went, as the group judges it: green is done as intended with a good result.
    public enum Colour: String, Codable, Sendable, CaseIterable {
      case green, yellow, red
    }

    public var openCount: Int { overdue.count + dueAhead.count + later.count }
  }
}
