extension SituationPicture {
  /// Harm beside numbers, where the municipality has brought a table of what each kind weighs.
  public struct Harm: Codable, Equatable, Sendable {
    public struct Row: Codable, Equatable, Sendable {
      /// The area's name; `nil` for reports without one.
      public var area: String?
      public var reports: Int
      /// Of them, those of a kind that the table weighs.
      public var weighed: Int
      /// To a tenth.
      public var days: Double
    }

    public var table: String
    public var edition: String
    public var source: String
    /// Areas with reports, most harm first.
    public var rows: [Row]
    public var total: Row
  }
}
