import Postgres
import Testing

@Suite struct SQLTests {
  @Test func valuesBecomeParameters() {
    let sql: SQL = "select * from t where a = \(1) and b = \("x'; drop table t; --")"
    #expect(sql.text == "select * from t where a = $1 and b = $2")
  }

  @Test func splicedStatementsAreRenumbered() {
    let inner: SQL = "a = \(1) or b = \(2)"
    let empty: SQL = ""
    let sql: SQL = "select \(0) where (\(inner)) and (\(inner)) \(empty) limit \(3)"
    #expect(sql.text == "select $1 where (a = $2 or b = $3) and (a = $4 or b = $5)  limit $6")
  }

  @Test func renumberingHoldsPastNine() {
    let inner = SQL(joining: (1...11).map { "\($0)" }, separator: ", ")
    let sql: SQL = "\(0), \(inner)!"
    #expect(sql.text == "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12!")
  }

  @Test func theFirstSpliceKeepsItsNumbers() {
    let inner: SQL = "å = \(1)"
    let sum = inner + " and " + inner
    #expect(sum.text == "å = $1 and å = $2")
    let again: SQL = "\(sum) or \(7)"
    #expect(again.text == "å = $1 and å = $2 or $3")
  }

  @Test(arguments: [
    ("area", "\"area\""), ("a\"b", "\"a\"\"b\""), ("A b", "\"A b\""), ("\"; drop", "\"\"\"; drop\""),
  ])
  func identifiersAreQuoted(name: String, quoted: String) {
    let sql: SQL = "\(identifier: name)"
    #expect(sql.text == quoted)
  }

  @Test(arguments: [("x", "'x'"), ("it's", "'it''s'"), ("a\\'b", " E'a\\\\''b'"), ("", "''")])
  func literalsAreQuoted(text: String, quoted: String) {
    let sql: SQL = "\(literal: text)"
    #expect(sql.text == quoted)
  }

  /// Half of a grapheme cluster is a quote all the same: what is doubled is the scalar.
  @Test func aQuoteWithACombiningMarkIsStillDoubled() {
    let sql: SQL = "\(literal: "'\u{301}") \(identifier: "\"\u{301}")"
    #expect(sql.text.unicodeScalars.filter { $0 == "'" }.count == 4)
    #expect(sql.text.unicodeScalars.filter { $0 == "\"" }.count == 4)
  }
}

@Suite struct ConnectionInfoTests {
  @Test(arguments: [
    "host=/tmp/x port=5433 dbname=est user=me password=hush",
    "postgresql://me:hush@%2Ftmp%2Fx:5433/est",
  ])
  func aPasswordIsLeftOut(conninfo: String) throws {
    let described = try ConnectionInfo.describe(conninfo)
    #expect(described.hasPrefix("host=/tmp/x port=5433 dbname=est user=me"))
    #expect(!described.contains("hush"))
  }

  @Test func theDescriptionSaysWhatWasSaidAndNothingThatGoesWithoutSaying() throws {
    let described = try ConnectionInfo.describe(
      "host=h1,h2 port=1,2 dbname=d user=u target_session_attrs=read-write")
    #expect(described == "host=h1,h2 port=1,2 dbname=d user=u target_session_attrs=read-write")
  }

  @Test func aNameAloneIsTheDatabase() throws {
    #expect(try ConnectionInfo("municipality").settings["dbname"] == "municipality")
  }

  @Test func valuesAreQuotedSoThatTheyAreReadBack() throws {
    let settings = ["dbname": "a 'b' \\c", "user": "å", "host": "/tmp/with space"]
    let read = try ConnectionInfo(ConnectionInfo(settings: settings).description)
    for (keyword, value) in settings { #expect(read.settings[keyword] == value) }
  }

  @Test func nonsenseIsRefused() {
    let error = #expect(throws: PostgresError.self) { try ConnectionInfo("host=a nonsense=b") }
    #expect(error?.kindName == "invalidStatement")
  }
}
