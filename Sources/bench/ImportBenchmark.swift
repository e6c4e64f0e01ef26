import ArgumentParser
import Foundation
import LocalCluster
import Persistence
import Postgres

/// A large file through the product's whole import with every check, beside the same rows written raw.
struct ImportBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Rows a second of a large CSV, beside a raw INSERT of the same rows.")

  @Option(help: "Rows of the made-up file.") var rows = 500_000
  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Seed of the made-up file.") var seed: UInt64 = 1
  @Option(help: "A file of the same shape to read instead.") var file: String?
  @Option(help: "Its areas, GeoJSON with the property area_id.") var areas: String?
  @Option(help: "Folder of the private cluster that is measured in; made anew.") var cluster: String?

  func run() async throws {
    let folder = cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench"
    let path = file ?? "\(folder)-\(rows)-\(seed).csv"
    if file == nil { try IncidentFile.write(rows: rows, seed: seed, to: path) }
    let server = try World.cluster(at: folder)
    try await server.start()

    var product: [Run] = []
    var raw: [Run] = []
    for _ in 0..<runs {
      try await World.make("bench_product", in: server, areas: areas)
      try await copy("bench_product", to: "bench_raw", in: server)
      product.append(try await run(server, .product, "bench_product", path))
      raw.append(try await run(server, .raw, "bench_raw", path, from: "bench_product"))
    }
    let rates = zip(product, raw).map { ($0.rate, $1.rate) }
    let parameters: [String: Report.Parameter] = [
      "rows": .number(product[0].rows), "runs": .number(runs), "limit": "own",
    ]
    try Report(
      benchmark: "import", unit: "rows per second", value: median(rates.map(\.0)), parameters: parameters,
      raw: median(rates.map(\.1)), ratio: median(rates.map { $0.0 / $0.1 })
    ).print()
    try Report(
      benchmark: "import", unit: "MB", value: median(product.map(\.memory)), parameters: parameters
    ).print()
    try await server.stop()
  }

  struct Run {
    let rows: Int
    let seconds: Double
    /// Peak resident size in MB.
    let memory: Double
    var rate: Double { Double(rows) / seconds }
  }

  private func run(
    _ server: LocalCluster, _ way: ImportRun.Way, _ database: String, _ path: String, from: String? = nil
  ) async throws -> Run {
    var arguments = [
      "import-run", "--cluster", server.root.path, "--database", database, "--file", path, "--way",
      way.rawValue,
    ]
    if let from { arguments += ["--from", from] }
    let words = try output(of: CommandLine.arguments[0], arguments).split(separator: " ")
    guard words.count == 3, let rows = Int(words[0]), let seconds = Double(words[1]),
      let memory = Double(words[2].trimmingCharacters(in: .whitespacesAndNewlines))
    else { throw ValidationError("a run printed \(words)") }
    return Run(rows: rows, seconds: seconds, memory: memory)
  }

  private func copy(_ from: String, to: String, in server: LocalCluster) async throws {
    let owner = server.options.role
    try await server.administer(database: "postgres") { session in
      try session.execute("drop database if exists \(identifier: to)")
      try session.execute(
        "create database \(identifier: to) template \(identifier: from) owner \(identifier: owner)")
    }
  }
}

/// What a program printed; throws where it fails.
func output(of program: String, _ arguments: [String], environment: [String: String]? = nil) throws -> String
{
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  if let environment { process.environment = environment }
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw ValidationError(
      "\(program) \(arguments.first ?? "") ended with status \(process.terminationStatus)")
  }
  return String(decoding: data, as: UTF8.self)
}
