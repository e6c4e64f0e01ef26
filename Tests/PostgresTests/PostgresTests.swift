import Postgres
import TestSupport
import Testing

@Suite struct SmokeTests {
  @Test func aTransactionIsKept() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try session.execute("create table t (a int8, b text)")
        try session.execute("insert into t values (\(1), \("å"))")
      }
      let found = try await database.transaction { session in
        try session.rows("select a, b from t") {
          (try $0.get("a", as: Int.self), try $0.get("b", as: String.self))
        }
        .map { "\($0.0)\($0.1)" }
      }
      #expect(found == ["1å"])
    }
  }
}
