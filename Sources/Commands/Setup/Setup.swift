import ArgumentParser
import EST
import Persistence
import Postgres

struct Setup: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Gör i ordning eller uppgradera databasen. Kan göras om.",
    discussion: """
      Schema, tillståndsmaskiner och rättigheter görs som programmet behöver dem. Det som bara en
      superanvändare får göra, en gång, skrivs ut med --print-dba-sql.

      Exempel:
        est setup --trial
        est setup --database postgresql://est@db.kommunen.se/est
        est setup --print-dba-sql --database 'host=db dbname=est user=est' | psql -U postgres
      """,
    aliases: ["förbered"])

  @Flag(name: .customLong("trial"), help: "En databas för prov, vars klocka kan ställas. Gäller för alltid.")
  var isTrial = false

  @Flag(
    name: .customLong("print-dba-sql"),
    help: "Skriv ut det som en superanvändare ska köra, och gör inget annat.")
  var printsSQL = false

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  func answer(_ context: Context) async throws -> Answer {
    if printsSQL { return try administratorSQL(context) }
    guard !global.isDryRun else {
      throw CommandProblem.options(.exclusive("setup", "--dry-run"))
    }
    let opened = try await context.connection.open()
    let setup = SchemaSetup()
    context.progress.show(context.messages.preparing)
    defer { context.progress.clear() }
    // The private cluster is for trials from its beginning.
    let applied = try await setup.run(
      opened.engine.database, trial: isTrial || opened.engine.isPrivate ? true : nil)
    let status = try await opened.engine.status()
    let isTrial = status.clock?.isTrial ?? false
    return Answer(
      [
        "schemaVersion": .int(status.schemaVersion), "applied": .list(applied, JSON.int),
        "trial": .bool(isTrial),
      ],
      .text(
        context.messages.prepared(version: status.schemaVersion, applied: applied.count, isTrial: isTrial)))
  }

  private func administratorSQL(_ context: Context) throws -> Answer {
    let target = try Target(option: global.database, environment: context.console.environment)
    let settings = try ConnectionInfo(target.conninfo ?? "dbname=est user=est_local").settings
    let owner = settings["user"] ?? "est"
    let sql = SchemaSetup.administratorSQL(
      database: (settings["dbname"] ?? owner).replacing("\"", with: "\"\""),
      owner: owner.replacing("\"", with: "\"\""))
    return Answer(["sql": .string(sql)], .text(sql))
  }
}
