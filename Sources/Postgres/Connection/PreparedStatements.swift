/// Which statements a connection has prepared: a bounded cache, the one longest unused leaving first.
///
/// A statement is prepared when it comes for the second time: what is said once, as a command line does, needs no trip
/// for it, and what is said often is parsed once.
struct PreparedStatements {
  struct Key: Hashable {
    var text: String
    var types: [UInt32]
  }

  /// Changed in place: texts are long, and each look in the cache reads all of one.
  private final class Entry {
    var name: String?
    var lastUse: Int

    init(lastUse: Int) { self.lastUse = lastUse }
  }

  enum Plan {
    case direct
    case prepare(Key)
    case named(String)
  }

  private let capacity: Int
  private var entries: [Key: Entry] = [:]
  private var uses = 0
  private var names = 0
  /// Prepared on the server and out of the cache: to be deallocated when there is an occasion.
  private(set) var discarded: [String] = []

  init(capacity: Int = 256) { self.capacity = capacity }

  mutating func plan(for sql: SQL) -> Plan {
    uses += 1
    let key = Key(text: sql.text, types: sql.parameters.map(\.oid))
    if let entry = entries[key] {
      entry.lastUse = uses
      return entry.name.map { .named($0) } ?? .prepare(key)
    }
    if entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      entries[oldest.key] = nil
      if let name = oldest.value.name { discarded.append(name) }
    }
    entries[key] = Entry(lastUse: uses)
    return .direct
  }

  /// A name no statement of this connection has had.
  mutating func nextName() -> String {
    names += 1
    return "s\(names)"
  }

  mutating func didPrepare(_ key: Key, as name: String) { entries[key]?.name = name }

  mutating func didDeallocate() { discarded = [] }

  /// After DEALLOCATE ALL. Names are not used again.
  mutating func removeAll() {
    entries = [:]
    discarded = []
  }
}
