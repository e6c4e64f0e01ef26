import ArgumentParser
import Logging
import Persistence
import ServiceLifecycle
import Services
import Workflow

/// `est-worker`: timers, the schedule and the outbox, until it is told to stop.
public struct EstWorker: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "est-worker",
    abstract: "Gör det som tiden säger: planerar, öppnar, påminner, stänger, och skickar det som ska ut.",
    discussion: """
      Så många som helst får gå samtidigt, och en som dör har inget halvgjort. Avslutas med SIGTERM.

      Exempel:
        est-worker
        est-worker --once
        est-worker --database postgresql://2480_worker@db.kommunen.se/est --log-format json
        est-worker --health && echo lever
      """,
    version: Version.current)

  @Option(
    help: ArgumentHelp(
      "Databas som URI eller nyckel=värde (annars DATABASE_URL, PG*, privat kluster).", valueName: "conninfo")
  )
  var database: String?

  @Flag(
    name: .customLong("insecure-connection"),
    help: "Farligt, bara för prov: anslut till en annan dator utan skydd (EST_INSECURE_CONNECTION=1).")
  var isInsecure = false

  @Flag(name: .customLong("once"), help: "Gör det som väntar nu, och avsluta.")
  var isOnce = false

  @Option(
    name: .customLong("log-format"), help: ArgumentHelp("Loggens form på standard fel.", valueName: "form"))
  var logFormat = LogFormat.text

  @Flag(name: .customLong("health"), help: "Säg om någon arbetsprocess lever: slutstatus 0, annars 69.")
  var isHealthCheck = false

  public init() {}

  /// Runs one command line.
  /// - Parameter arguments: without the program's name.
  /// - Returns: the exit status, one of `ExitStatus`.
  public static func run(_ arguments: [String]) async -> Int32 { await run(arguments, .process) }

  /// A worker that is frozen within a transaction loses it, and with it the rows that it would keep from the others.
  private static let setup = "set idle_in_transaction_session_timeout = '10s'"
  /// Two beats may be missed before a worker counts as gone: it is heard of every minute.
  static let longestSilence = 120.0
  /// A step that has begun is finished first, if it takes no longer than this.
  private static let patience = Duration.seconds(4)

  public func run() async throws {
    if isOnce && isHealthCheck { throw CommandProblem.options(.exclusive("--once", "--health")) }
    let console = Console.current
    let target = try Target(
      option: database, isInsecure: isInsecure, environment: console.environment)
    let connect: @Sendable () -> Connection = {
      Connection(
        target, console, ProgressLine(console, isQuiet: true), applicationName: "est-worker",
        setup: Self.setup)
    }
    if isHealthCheck { return try await checkHealth(connect(), console) }
    let format = logFormat
    let logger = Logger(label: "est-worker") { _ in WorkerLog(format, console) }
    if isOnce { return try await Self.once(connect(), logger) }
    try await Self.serve(connect, logger)
  }

  private func checkHealth(_ connection: Connection, _ console: Console) async throws {
    let silence: Double?
    do {
      silence = try await connection.ready().engine.status().workerSilence
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    let sentence = console.language.cli.workerHealth(secondsAgo: silence.map { Int($0) })
    guard let silence, silence < Self.longestSilence else {
      console.writeError(sentence + "\n")
      throw ExitCode(ExitStatus.unavailable.rawValue)
    }
    try console.write(sentence + "\n")
  }

  private static func once(_ connection: Connection, _ logger: Logger) async throws {
    do {
      let engine = try await connection.ready().engine
      let round = try await engine.round()
      await LogJournal.seal(engine, logger)
      let deliveries = try await engine.deliverDue(.sendmail, .weasyPrint)
      let swept = try await engine.sweepFiles()
      logger.info(
        "one round",
        metadata: [
          "planned": "\(round.planned)", "fired": "\(round.fired)", "refused": "\(round.refused)",
          "disposed": "\(round.disposed)",
          "delivered": "\(deliveries.delivered)", "postponed": "\(deliveries.postponed)",
          "failed": "\(deliveries.failed)", "superseded": "\(deliveries.superseded)", "swept": "\(swept)",
        ])
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  private static func serve(_ connect: @escaping @Sendable () -> Connection, _ logger: Logger) async throws {
    let service = WorkerService(connect: connect, logger: logger)
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = patience
    try await ServiceGroup(configuration: configuration).run()
    logger.info("stopped")
  }
}
