import Foundation

/// PostgreSQL's server programs of one version.
struct ServerPrograms: Sendable, Hashable {
  var folder: URL
  var version: Int

  static let oldestVersion = 15

  /// The installed programs that fit: those of the cluster's own version, or for a new one the newest that has the
  /// extensions, or else the newest.
  static func find(
    for cluster: Int?, extensions: [String], environment: [String: String]
  ) async throws -> ServerPrograms {
    let installed = await all(environment)
    if let cluster {
      guard let programs = installed.first(where: { $0.version == cluster }) else {
        throw LocalClusterError.otherVersion(cluster: cluster, install: install(cluster, extensions))
      }
      return programs
    }
    let fitting = installed.filter { $0.version >= oldestVersion }.sorted { $0.version > $1.version }
    guard
      let programs = fitting.first(where: { programs in extensions.allSatisfy(programs.has) })
        ?? fitting.first
    else {
      throw LocalClusterError.notInstalled(
        "PostgreSQL (\(oldestVersion) or later)", install: install(oldestVersion, extensions))
    }
    return programs
  }

  /// The command that installs this version and the packages of extensions that have one.
  static func install(_ version: Int, _ extensions: [String]) -> String {
    let packages = extensions.contains("postgis") ? ["postgresql-\(version)-postgis-3"] : []
    let server = version == oldestVersion ? "postgresql" : "postgresql-\(version)"
    return "apt install " + ([server] + packages).joined(separator: " ")
  }

  func path(_ program: String) -> String { folder.appending(path: program).path }

  /// Debian and most others keep the extensions in `share` beside `lib`; where that is not so the server itself will say
  /// what is missing.
  private func has(_ name: String) -> Bool {
    let share = URL(filePath: "/usr/share/postgresql/\(version)/extension/\(name).control")
    let beside = folder.deletingLastPathComponent().appending(path: "share/extension/\(name).control")
    return [share, beside].contains { FileManager.default.fileExists(atPath: $0.path) }
  }

  private static func all(_ environment: [String: String]) async -> [ServerPrograms] {
    let debian = URL(filePath: "/usr/lib/postgresql")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian.path)) ?? []
    var found = versions.compactMap { version in
      Int(version).map { ServerPrograms(folder: debian.appending(path: "\(version)/bin"), version: $0) }
    }
    .filter(\.isComplete)
    let path = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
    for folder in path where !found.contains(where: { $0.folder == folder }) {
      let programs = ServerPrograms(folder: folder, version: 0)
      guard programs.isComplete, let version = await programs.askVersion(environment) else { continue }
      found.append(ServerPrograms(folder: folder, version: version))
    }
    return found
  }

  private var isComplete: Bool {
    ["initdb", "pg_ctl", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: path($0)) }
  }

  /// `postgres (PostgreSQL) 15.18 (Debian …)`
  private func askVersion(_ environment: [String: String]) async -> Int? {
    guard let text = try? await Command(path("postgres"), ["--version"], environment: environment).output()
    else { return nil }
    return text.split(separator: " ").lazy.compactMap { Int($0.prefix(while: \.isNumber)) }.first
  }
}
