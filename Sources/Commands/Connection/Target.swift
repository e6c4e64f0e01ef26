import Postgres

/// Which database a command speaks to, and who said so.
struct Target: Sendable, Equatable {
  /// In the order in which they are asked.
  enum Origin: String, Sendable {
    case option
    case databaseURL
    case libpqEnvironment
    case localCluster
  }

  let origin: Origin
  /// `nil` for the private cluster, which knows it once it runs. Empty where libpq's environment says it all.
  let conninfo: String?
  /// Waived only where somebody says so.
  let protection: Protection

  /// The private cluster, whatever else is said.
  static let local = Target(origin: .localCluster, conninfo: nil)

  private init(origin: Origin, conninfo: String?, protection: Protection = .required) {
    self.origin = origin
    self.conninfo = conninfo
    self.protection = protection
  }

  /// - Parameter isInsecure: what `--insecure-connection` says.
  /// - Throws: `CommandProblem.badValue` where the text is no connection string.
  init(option: String?, isInsecure: Bool = false, environment: [String: String]) throws {
    func named(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
    let waiver = named(Target.waiver)
    if let waiver, waiver != "1" {
      throw CommandProblem.badValue(option: Target.waiver, value: waiver, allowed: "1")
    }
    let protection: Protection = isInsecure || waiver != nil ? .waived : .required
    if let option {
      self.init(
        origin: .option, conninfo: try Target.checked(option, of: "--database"), protection: protection)
    } else if let url = named("DATABASE_URL") {
      self.init(
        origin: .databaseURL, conninfo: try Target.checked(url, of: "DATABASE_URL"), protection: protection)
    } else if ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT"].contains(where: {
      named($0) != nil
    }) {
      self.init(origin: .libpqEnvironment, conninfo: "", protection: protection)
    } else {
      self = .local
    }
  }

  private static let waiver = "EST_INSECURE_CONNECTION"

  private static func checked(_ conninfo: String, of option: String) throws -> String {
    do {
      _ = try ConnectionInfo(conninfo)
      return conninfo
    } catch {
      // The text itself may hold a password, so it is not repeated.
      throw CommandProblem.badValue(
        option: option, value: "…", allowed: "postgresql://host/database, host=… dbname=…")
    }
  }
}
