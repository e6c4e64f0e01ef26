import Postgres
import TestSupport

/// Statements drawn from what the catalogue shows, to find one that gives somebody a row of another municipality.
///
/// None spells the other municipality's code, which an error or a plan may repeat: what it has of foreign rows shows as
/// `248Q`, or by the word that every foreign text ends in.
struct RandomStatements {
  struct Relation: Sendable {
    let name: String
    let columns: [String]
    let isMunicipal: Bool
  }
  struct Function: Sendable {
    let name: String
    let types: [String]
  }

  let relations: [Relation]
  let functions: [Function]

  init(_ session: Session) throws {
    relations = try session.rows(
      """
      select c.relname as name,
        array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
        bool_or(a.attname = 'municipality') as is_municipal
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p', 'v')
      group by c.relname order by c.relname
      """
    ) {
      Relation(
        name: "est." + (try $0.get("name")), columns: try $0.get("columns"),
        isMunicipal: try $0.get("is_municipal"))
    }
    functions = try session.rows(
      """
      select p.proname as name, array(select t::regtype::text from unnest(p.proargtypes) t) as types
      from pg_proc p where p.pronamespace = 'est'::regnamespace and p.prorettype <> 'trigger'::regtype
      order by p.oid::regprocedure::text
      """
    ) { Function(name: "est." + (try $0.get("name")), types: try $0.get("types")) }
  }

  /// One or several statements that run in one transaction.
  func next(_ random: inout SeededGenerator) -> String {
    let a = relations.randomElement(using: &random)!
    let prelude = ["", "", "", "", ""] + Self.preludes
    return prelude.randomElement(using: &random)! + statement(a, &random)
  }

  private static let preludes = [
    "set local role est_worker\\; ", "set local role est_administrator\\; ",
    "set local row_security = off\\; ",
    "set local enable_indexscan = off\\; ", "set local enable_seqscan = off\\; ",
    "select length(set_config('est.speaker', replace('2480', '0', '1') || '_samordnare', true))\\; ",
    "select length(set_config('est.actor', (select id::text from est.participant limit 1), true))\\; ",
    "set local search_path = pg_temp, est, public\\; ", "set local session_replication_role = replica\\; ",
    "set local transaction_isolation = 'serializable'\\; ",
  ]

  private func statement(_ a: Relation, _ random: inout SeededGenerator) -> String {
    let columns = a.columns.map { "\"\($0)\"" }
    let column = columns.randomElement(using: &random)!
    let returning = "returning \(Self.shown(a, "t")), t.*"
    switch Int.random(in: 0..<19, using: &random) {
    case 0...3: return query(a, &random)
    case 4: return "explain (analyze, verbose, costs off, timing off, summary off) \(query(a, &random))"
    case 5: return "copy \(a.name) to stdout"
    case 6: return "copy (\(query(a, &random))) to stdout"
    case 7: return "declare c cursor for \(query(a, &random))\\; fetch all from c"
    case 8:
      return "insert into \(a.name) as t (\(columns.joined(separator: ", "))) "
        + "select \(columns.joined(separator: ", ")) from \(a.name) o where \(condition(a, "o", &random)) \(returning)"
    case 9:
      let values = a.columns.map { $0 == "municipality" ? "replace('2480', '0', '1')" : "\"\($0)\"" }
      return "insert into \(a.name) as t (\(columns.joined(separator: ", "))) "
        + "select \(values.joined(separator: ", ")) from \(a.name) limit 3 on conflict do nothing \(returning)"
    case 10:
      return "update \(a.name) t set \(column) = \(column) where \(condition(a, "t", &random)) \(returning)"
    case 11:
      guard a.isMunicipal else { return query(a, &random) }
      return "update \(a.name) t set municipality = replace('2480', '0', '1') \(returning)"
    case 12: return "delete from \(a.name) t where \(condition(a, "t", &random)) \(returning)"
    case 13:
      return "with gone as (delete from \(a.name) t \(returning)), "
        + "kept as (select * from \(a.name)) select * from kept union all table kept"
    case 14:
      return "merge into \(a.name) t using (\(query(a, &random))) s on \(condition(a, "t", &random)) "
        + "when matched then update set \(column) = t.\(column)"
    case 15: return "select * from \(a.name) t where \(condition(a, "t", &random)) for no key update"
    case 16:
      return
        "do $$ declare r record; begin for r in \(query(a, &random)) loop raise notice '%', r; end loop; end $$"
    default:
      let function = functions.randomElement(using: &random)!
      let arguments = function.types.map { value($0, &random) }.joined(separator: ", ")
      return Bool.random(using: &random)
        ? "select \(function.name)(\(arguments))" : "select f::text from \(function.name)(\(arguments)) f"
    }
  }

  /// Whose row it is, told so that no statement spells it.
  private static func shown(_ a: Relation, _ alias: String) -> String {
    a.isMunicipal ? "translate(\(alias).municipality, '1', 'Q')" : "1"
  }

  private func query(_ a: Relation, _ random: inout SeededGenerator) -> String {
    let b = relations.randomElement(using: &random)!
    let column = "t.\"\(a.columns.randomElement(using: &random)!)\""
    let shown = Self.shown(a, "t")
    let filter = condition(a, "t", &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "select \(shown), t.* from \(a.name) t where \(filter)"
    case 1: return "select \(shown), \(column) from \(a.name) t where \(filter) order by \(column) limit 50"
    case 2: return "select max(\(shown)::text), count(*) from \(a.name) t where \(filter)"
    case 3: return "select t from \(a.name) t where \(filter)"
    case 4: return "select to_jsonb(t) from \(a.name) t where \(filter)"
    case 5: return "select string_agg(t::text, ' ') from \(a.name) t where \(filter)"
    case 6:
      return
        "select \(shown), \(Self.shown(b, "u")), u.* from \(a.name) t left join \(b.name) u on \(condition(b, "u", &random)) "
        + "where \(filter) limit 200"
    case 7:
      guard a.isMunicipal, b.isMunicipal else { return "select \(shown), t.* from \(a.name) t" }
      return "select \(shown), \(Self.shown(b, "u")), t.*, u.* from \(a.name) t join \(b.name) u "
        + "on t.municipality <> u.municipality limit 200"
    case 8:
      return
        "select \(shown), \(column) from \(a.name) t where exists (select from \(b.name) u where \(condition(b, "u", &random)))"
    case 9:
      return
        "with recursive w as (select \(shown) as s, t.* from \(a.name) t), v as (table w) select * from v limit 100"
    case 10:
      return
        "select \(shown), (select string_agg(u::text, '') from \(b.name) u where \(condition(b, "u", &random))) "
        + "from \(a.name) t limit 5"
    default:
      return "select \(shown), first_value(t::text) over (order by \(column)) from \(a.name) t limit 100"
    }
  }

  private func condition(_ a: Relation, _ alias: String, _ random: inout SeededGenerator) -> String {
    let column = "\(alias).\"\(a.columns.randomElement(using: &random)!)\""
    var all = [
      "true", "\(column) is not null", "\(column)::text <> ''", "(\(column)::text || 'x')::integer > 0",
      "\(column) in (select \(column) from \(a.name))", "1 / (length(\(column)::text) - 4) is not null",
    ]
    if a.isMunicipal {
      all += [
        "\(alias).municipality <> '2480'", "right(\(alias).municipality, 1) = '1'",
        "(translate(\(alias).municipality, '1', 'Q') || 'x')::integer > 0", "\(alias).municipality > '2480'",
        "\(alias).municipality = any (est.my_municipalities())",
      ]
    }
    return all.randomElement(using: &random)!
  }

  private func value(_ type: String, _ random: inout SeededGenerator) -> String {
    let tables = ["participant", "est_group", "cycle", "incident", "problem", "organisation", "instance"]
    let id = "(select id from est.\(tables.randomElement(using: &random)!) order by random() limit 1)"
    let texts = [
      "'2480'", "replace('2480', '0', '1')", "replace('2480', '0', '1')", "'incident'",
      "(select login from est.participant order by random() limit 1)", "'2026-Q1'",
    ]
    return switch type {
    case "text": texts.randomElement(using: &random)!
    case "uuid": id
    case "text[]": ["'{coordinator,worker}'", "'{administrator}'"].randomElement(using: &random)!
    case "uuid[]": "array(select id from est.participant)"
    case "integer", "bigint", "smallint": ["0", "1", "99", "2026"].randomElement(using: &random)!
    case "timestamp with time zone": "now()"
    case _ where type.hasPrefix("est."): "(select l from \(type) l limit 1)"
    default: "null::\(type)"
    }
  }
}
