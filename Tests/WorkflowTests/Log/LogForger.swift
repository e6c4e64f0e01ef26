import Foundation
import Postgres
import TestSupport

/// One change of the log by its owner, and what verifying must name.
struct Forgery: Sendable {
  enum Named: Sendable, Equatable {
    case row(UUID, Int)
    case head(Int)
    /// A head that only someone outside the database still has.
    case witness(Int)
    case picture
  }

  let kind: String
  let statements: [String]
  let named: [Named]

  init(_ kind: String, _ statements: String..., named: [Named]) {
    self.kind = kind
    self.statements = statements
    self.named = named
  }
}

/// Draws changes at random: of one column, of one row, of a tail, of a whole instance; inserted and swapped rows;
/// changes that keep a hash right; and changes of heads, instances and adopted pictures.
struct LogForger {
  struct Row: Sendable {
    let instance: UUID
    let revision: Int
    /// The revision of the instance's last row.
    let last: Int
    let head: Int

    var named: Forgery.Named { .row(instance, revision) }
    var key: String { "instance_id = '\(instance)' and revision = \(revision)" }
  }

  let rows: [Row]
  let heads: Int
  var random: SeededGenerator

  init(_ session: Session, _ random: SeededGenerator) throws {
    rows = try session.rows(
      """
      select l.instance_id, l.revision, max(l.revision) over (partition by l.instance_id) as last,
        (select h.number from est.log_head h where h.until > l.written_in order by h.number limit 1) as head
      from est.transition_log l order by l.instance_id, l.revision
      """
    ) {
      Row(
        instance: try $0.get("instance_id"), revision: try $0.get("revision"), last: try $0.get("last"),
        head: try $0.get("head"))
    }
    heads = try session.one("select max(number) from est.log_head")
    self.random = random
  }

  mutating func next() -> Forgery {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<7: column()
    case 7: removedRow()
    case 8: removedTail()
    case 9: shortened()
    case 10: removedInstance()
    case 11: appended()
    case 12: born()
    case 13: stray()
    case 14: swapped()
    case 15: exchanged()
    case 16: rehashed()
    case 17: head()
    case 18: removedHeads()
    default: beside()
    }
  }

  private mutating func row() -> Row { rows.randomElement(using: &random)! }

  private mutating func uuid() -> UUID {
    let words = [random.next(), random.next()]
    return words.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) }
  }

  // MARK: Rows

  private mutating func column() -> Forgery {
    let row = row()
    let other = uuid()
    let changes: [(column: String, to: String)] = [
      ("municipality", "'0180'"), ("instance_id", "'\(other)'"), ("revision", "revision + 1000"),
      ("machine", "machine || 'x'"), ("machine_version", "machine_version + 1"), ("group_id", "'\(other)'"),
      ("from_state", "from_state || 'x'"), ("event", "event || 'x'"), ("to_state", "to_state || 'x'"),
      ("actor", "'\(other)'"), ("actor_role", "actor_role || 'x'"), ("at", "at + interval '1 microsecond'"),
      ("written_at", "written_at - interval '1 microsecond'"),
      ("reason", "case when reason is null then '' else reason || '.' end"),
      ("payload", "payload || '{\"x\": \"y\"}'"), ("key", "'\(other)'"),
      ("previous_hash", "sha256(hash)"), ("hash", "sha256(hash)"),
      ("written_in", "(written_in::text::bigint + 1)::text::xid8"), ("written_in", "'1'"),
    ]
    let change = changes.randomElement(using: &random)!
    return Forgery(
      "column \(change.column)",
      "update est.transition_log set \(change.column) = \(change.to) where \(row.key)",
      named: [change.column == "written_in" ? .head(row.head) : row.named])
  }

  private mutating func removedRow() -> Forgery {
    let row = row()
    return Forgery("removed row", "delete from est.transition_log where \(row.key)", named: [row.named])
  }

  private mutating func removedTail() -> Forgery {
    let row = row()
    return Forgery(
      "removed tail",
      "delete from est.transition_log where instance_id = '\(row.instance)' and revision >= \(row.revision)",
      named: (row.revision...row.last).map { .row(row.instance, $0) })
  }

  /// A tail is taken away, and the instance set back to what is left.
  private mutating func shortened() -> Forgery {
    let later = rows.filter { $0.revision > 1 }
    let row = later.randomElement(using: &random)!
    return Forgery(
      "removed tail, instance set back",
      "delete from est.transition_log where instance_id = '\(row.instance)' and revision >= \(row.revision)",
      """
      update est.instance i set (revision, state) = (select l.revision, l.to_state from est.transition_log l
        where l.instance_id = i.id order by l.revision desc limit 1) where id = '\(row.instance)'
      """,
      named: Set(later.filter { $0.instance == row.instance && $0.revision >= row.revision }.map(\.head))
        .map { .head($0) })
  }

  private mutating func removedInstance() -> Forgery {
    let row = row()
    return Forgery(
      "removed instance", "delete from est.transition_log where instance_id = '\(row.instance)'",
      "delete from est.instance where id = '\(row.instance)'",
      named: Set(rows.filter { $0.instance == row.instance }.map(\.head)).map { .head($0) })
  }

  private static let columns = """
    machine, machine_version, group_id, event, to_state, actor, actor_role, at, written_at, reason, payload,
    written_in
    """

  /// A row that says what the last one said, at the end of its chain.
  private mutating func appended() -> Forgery {
    let last = rows.filter { $0.revision == $0.last }.randomElement(using: &random)!
    return Forgery(
      "inserted at the end, chained", append(to: last), rehash(last.instance, from: last.revision + 1),
      "update est.instance set revision = revision + 1 where id = '\(last.instance)'",
      named: [.head(last.head)])
  }

  private mutating func stray() -> Forgery {
    let last = rows.filter { $0.revision == $0.last }.randomElement(using: &random)!
    return Forgery(
      "inserted at the end, instance as it was", append(to: last),
      rehash(last.instance, from: last.revision + 1), named: [.row(last.instance, last.revision + 1)])
  }

  private mutating func append(to last: Row) -> String {
    """
    insert into est.transition_log (municipality, instance_id, revision, from_state, key, previous_hash, hash,
      \(Self.columns))
    select municipality, instance_id, revision + 1, to_state, '\(uuid())', hash, '', \(Self.columns)
    from est.transition_log where \(last.key)
    """
  }

  /// A whole new instance, born in a transaction of long ago.
  private mutating func born() -> Forgery {
    let row = rows.filter { $0.revision == 1 }.randomElement(using: &random)!
    let new = uuid()
    return Forgery(
      "inserted instance",
      """
      insert into est.transition_log (municipality, instance_id, revision, from_state, key, hash, \(Self.columns))
      select municipality, '\(new)', 1, from_state, '\(uuid())', '', \(Self.columns)
      from est.transition_log where \(row.key)
      """, rehash(new, from: 1),
      """
      insert into est.instance (municipality, id, machine, machine_version, group_id, state, revision)
      select municipality, instance_id, machine, machine_version, group_id, to_state, 1
      from est.transition_log where instance_id = '\(new)'
      """, named: [.head(row.head)])
  }

  private mutating func pair() -> (Row, Row) {
    let one = row()
    return (one, rows.filter { $0.key != one.key }.randomElement(using: &random)!)
  }

  /// What two rows say changes places.
  private mutating func swapped() -> Forgery {
    let (one, other) = pair()
    return Forgery(
      "swapped contents",
      """
      update est.transition_log l set (from_state, \(Self.columns)) = (select from_state, \(Self.columns)
        from est.transition_log o where (\(one.key) or \(other.key))
          and (o.instance_id, o.revision) <> (l.instance_id, l.revision))
      where (\(one.key)) or (\(other.key))
      """, named: [one.named, other.named])
  }

  /// Two rows change places, hashes and all.
  private mutating func exchanged() -> Forgery {
    let (one, other) = pair()
    return Forgery(
      "exchanged places", "update est.transition_log set revision = -1 where \(one.key)",
      """
      update est.transition_log set instance_id = '\(one.instance)', revision = \(one.revision) where \(other.key)
      """,
      """
      update est.transition_log set instance_id = '\(other.instance)', revision = \(other.revision)
      where instance_id = '\(one.instance)' and revision = -1
      """, named: [one.named, other.named])
  }

  /// A change under which the row's own hash is made right again.
  private mutating func rehashed() -> Forgery {
    let row = row()
    let change = [
      "reason = coalesce(reason, '') || 'x'", "at = at + interval '1 day'", "payload = '{}'",
      // The same letters, one field further on.
      "event = from_state || event, from_state = ''",
    ].randomElement(using: &random)!
    return Forgery(
      "hash made right", "update est.transition_log set \(change) where \(row.key)",
      """
      update est.transition_log l set hash = \(Self.hash) where \(row.key)
      """, named: [.head(row.head)] + (row.revision < row.last ? [.row(row.instance, row.revision + 1)] : []))
  }

  static let hash = "sha256(coalesce(l.previous_hash, '') || convert_to(est.log_row_text(l), 'UTF8'))"

  /// Makes the chain of an instance right from a revision on.
  func rehash(_ instance: UUID, from revision: Int) -> String {
    """
    do $$
    declare
      each integer;
    begin
      for each in select l.revision from est.transition_log l
        where l.instance_id = '\(instance)' and l.revision >= \(revision) order by 1 loop
        update est.transition_log l set previous_hash = (select p.hash from est.transition_log p
          where p.instance_id = l.instance_id and p.revision = each - 1)
        where l.instance_id = '\(instance)' and l.revision = each;
        update est.transition_log l set hash = \(Self.hash)
        where l.instance_id = '\(instance)' and l.revision = each;
      end loop;
    end $$
    """
  }

  // MARK: Heads, instances, pictures

  private mutating func head() -> Forgery {
    let number = Int.random(in: 1...heads, using: &random)
    let change = [
      "until = (until::text::bigint + 1)::text::xid8", "rows = rows + 1", "hash = sha256(hash)",
      "sealed_at = sealed_at - interval '1 microsecond'", "municipality = '0180'", "number = number + 1000",
    ].randomElement(using: &random)!
    let isGone = change.hasPrefix("municipality") || change.hasPrefix("number")
    return Forgery(
      "head \(change.prefix { $0 != " " })", "update est.log_head set \(change) where number = \(number)",
      named: isGone
        ? [.witness(number)] + (number < heads ? [.head(number + 1)] : []) : [.head(number)])
  }

  private mutating func removedHeads() -> Forgery {
    let number = Int.random(in: 1...heads, using: &random)
    guard Bool.random(using: &random) else {
      return Forgery(
        "removed head", "delete from est.log_head where number = \(number)",
        named: [.witness(number)] + (number < heads ? [.head(number + 1)] : []))
    }
    return Forgery(
      "removed heads to the end", "delete from est.log_head where number >= \(number)",
      named: (number...heads).map { .witness($0) })
  }

  /// What the log is compared with is changed instead of the log.
  private mutating func beside() -> Forgery {
    if Int.random(in: 0..<4, using: &random) == 0 {
      let change = [
        "log_head_hash = sha256(log_head_hash)", "log_head = log_head + 1", "log_head = 1000",
      ].randomElement(using: &random)!
      return Forgery(
        "picture", "update est.picture set \(change) where log_head is not null", named: [.picture])
    }
    let row = row()
    let change = [
      "state = state || 'x'", "revision = revision + 1", "revision = revision - 1",
      "machine = machine || 'x'",
      "machine_version = machine_version + 1", "group_id = '\(uuid())'",
    ].randomElement(using: &random)!
    return Forgery(
      "instance \(change.prefix { $0 != " " })",
      "update est.instance set \(change) where id = '\(row.instance)'",
      named: [.row(row.instance, change == "revision = revision + 1" ? row.last + 1 : row.last)])
  }
}
