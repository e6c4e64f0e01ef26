import EST
import Persistence

/// How one kind of information stands: its rule, what is left of it, and what goes next.
public struct RetentionAccount: Sendable {
  public let kind: InformationKind
  public let inForce: RetentionRule?
  /// The latest rule that was set, where it has not begun.
  public let coming: RetentionRule?
  public let left: Int
  /// Of them those that a hold stops.
  public let held: Int
  /// Of them those that are not over, so that nothing is counted yet.
  public let open: Int
  /// The next day on which something goes, and how much.
  public let next: (day: LocalDate, items: Int)?

  public init(_ kind: InformationKind, _ rules: [RetentionRule], _ retained: [Retained], today: LocalDate) {
    self.kind = kind
    inForce = rules.inForce(kind, on: today)
    coming = rules.filter { $0.kind == kind && $0.from > today }.max { $0.number < $1.number }
    let own = retained.filter { $0.kind == kind }
    left = own.reduce(0) { $0 + $1.items }
    held = own.reduce(0) { $0 + ($1.isHeld ? $1.items : 0) }
    open = own.reduce(0) { $0 + ($1.since == nil ? $1.items : 0) }
    var days: [LocalDate: Int] = [:]
    for row in own where !row.isHeld {
      guard let since = row.since, let day = rules.disposalDay(kind, countedFrom: since, today: today) else {
        continue
      }
      days[day, default: 0] += row.items
    }
    next = days.min { $0.key < $1.key }.map { (day: $0.key, items: $0.value) }
  }
}
