import ArgumentParser
import EST
import Foundation
import Persistence
import Postgres
import Workflow

/// One run in a process of its own, so that its memory is its own: prints seconds and the peak resident size.
struct ImportRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import-run", shouldDisplay: false)

  enum Way: String, ExpressibleByArgument { case product, raw }

  @Option var cluster: String
  @Option var database: String
  @Option var file: String
  @Option var way: Way
  /// Where the raw run takes its rows from.
  @Option var from: String?

  func run() async throws {
    let connection = Database(try World.cluster(at: cluster).conninfo(database: database))
    let engine = Engine(connection, isPrivate: true)
    let seconds: Double
    let rows: Int
    switch way {
    case .product:
      let start = ContinuousClock.now
      let path = file
      let result = try await engine.run(
        World.caller(.login("\(World.code)_administrator")), deadline: .seconds(3600)
      ) { desk in
        try desk.importIncidents(try World.request, nextBytes: try World.bytes(of: path))
      }
      seconds = (ContinuousClock.now - start) / .seconds(1)
      rows = result.added
    case .raw:
      (rows, seconds) = try await raw(connection)
    }
    print(rows, seconds, try Self.peak())
    await connection.close()
  }

  /// The same rows, read from where the product has put them before the clock starts, and written in one
  /// transaction by the plainest statements that do it.
  private func raw(_ database: Database) async throws -> (Int, Double) {
    let source = Database(try World.cluster(at: cluster).conninfo(database: from!))
    let batches = try await source.transaction(deadline: .seconds(3600)) { session in
      try RawRows.read(session, batch: 4_000)
    }
    await source.close()
    return try await database.transaction(deadline: .seconds(3600)) { session in
      let start = ContinuousClock.now
      var rows = 0
      for batch in batches { rows += try batch.insert(session) }
      return (rows, (ContinuousClock.now - start) / .seconds(1))
    }
  }

  /// Peak resident size of this process, in MB.
  static func peak() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first ?? 0
    return kilobytes / 1024
  }
}
