/// Weekly counts of a family of cells, such as area × category: one row for each cell, one column for each week.
public struct CountTable: Sendable, Equatable {
  /// Each week's first day as `CivilDay.number`, every seventh day, the latest last.
  public let weekStarts: [Int]
  public let cells: Int
  /// Row by row; below 0 stands for a week without data.
  public let counts: [Int32]
  /// For each cell which others have the same season, as all areas' cells of one category do, from 0; -1 for a cell
  /// without such, and `nil` for a table without. It makes the prediction better, as one cell's own season is noisy.
  public let seasonGroups: [Int]?

  public var weeks: Int { weekStarts.count }

  public init(weekStarts: [Int], counts: [Int32], seasonGroups: [Int]? = nil) {
    precondition(!weekStarts.isEmpty && counts.count % weekStarts.count == 0, "every row has all weeks")
    precondition(
      zip(weekStarts, weekStarts.dropFirst()).allSatisfy { $1 - $0 == 7 }, "a week starts every seventh day")
    self.weekStarts = weekStarts
    self.counts = counts
    cells = counts.count / weekStarts.count
    precondition(
      seasonGroups.map { $0.count == counts.count / weekStarts.count } ?? true, "one for each cell")
    self.seasonGroups = seasonGroups
  }

  public func row(_ cell: Int) -> ArraySlice<Int32> { counts[(cell * weeks)..<((cell + 1) * weeks)] }

  /// Rows added up: what is expected of a whole area, or of one category everywhere, is a family of its own.
  /// - Parameters:
  ///   - group: for each cell the row that it goes to, or -1 for none.
  ///   - groups: how many rows there are to be.
  ///   - seasonGroups: of the rows that there are to be.
  public func summed(by group: [Int], into groups: Int, seasonGroups: [Int]? = nil) -> CountTable {
    precondition(group.count == cells, "every cell has a group")
    var sums = [Int32](repeating: 0, count: groups * weeks)
    for cell in 0..<cells where group[cell] >= 0 {
      let (from, to) = (cell * weeks, group[cell] * weeks)
      for week in 0..<weeks {
        let count = counts[from + week]
        // A part without data leaves the sum without.
        sums[to + week] = count < 0 || sums[to + week] < 0 ? -1 : sums[to + week] + count
      }
    }
    return CountTable(weekStarts: weekStarts, counts: sums, seasonGroups: seasonGroups)
  }
}
