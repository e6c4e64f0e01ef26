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

  /// The private cluster, whatever else is said.
  static let local = Target(origin: .localCluster, conninfo: nil)

  private init(origin: Origin, conninfo: String?) {
    self.origin = origin
    self.conninfo = conninfo
  }

  /// - Throws: `CommandProblem.badValue` where the text is no connection string.
  init(option: String?, environment: [String: String]) throws {
    func named(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
    if let option {
      self.init(origin: .option, conninfo: try Target.checked(option, of: "--database"))
    } else if let url = named("DATABASE_URL") {
      self.init(origin: .databaseURL, conninfo: try Target.checked(url, of: "DATABASE_URL"))
    } else if ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT"].contains(where: {
      named($0) != nil
    }) {
      self.init(origin: .libpqEnvironment, conninfo: "")
    } else {
      self = .local
    }
  }

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
