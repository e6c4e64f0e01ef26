import EST
import Picture
import Postgres

extension PictureReader {
  /// Accepted reports by category and month.
  /// - Parameter starts: when each month starts, and at the end when the last one ends.
  public func monthly(_ starts: [Instant]) throws -> [CategoryCode: [Int]] {
    guard let first = starts.first, let end = starts.last, starts.count > 1 else { return [:] }
    let rows = try session.rows(
      """
      select i.category, width_bucket(i.occurred_from, \(starts)::timestamptz[]) as month, count(*) as reports
      \(accepted(from: first, to: end)) group by 1, 2
      """
    ) {
      (
        category: try $0.get("category", as: CategoryCode.self),
        month: Int(try $0.get("month", as: Int32.self)), reports: Int(try $0.get("reports", as: Int64.self))
      )
    }
    var months: [CategoryCode: [Int]] = [:]
    for row in rows {
      months[row.category, default: Array(repeating: 0, count: starts.count - 1)][row.month - 1] = row.reports
    }
    return months
  }
}
