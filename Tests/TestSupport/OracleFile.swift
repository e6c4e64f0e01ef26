import Foundation

/// A file of reference results, of the kind that its name begins with.
///
/// ```swift
/// @Test(.enabled(if: OracleFile.exist("wdd")), arguments: OracleFile.all("wdd"))
/// func agrees(_ file: OracleFile) throws { let cases = try file.read(as: Cases.self) … }
/// ```
public struct OracleFile: Sendable, CustomStringConvertible {
  public let url: URL

  public var description: String { url.lastPathComponent }

  /// Every file of a kind, `kind.json` or `kind_….json`, in the order of their names; none where there is no folder.
  public static func all(_ kind: String, except other: String...) -> [OracleFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: SharedData.oracles.path)) ?? []
    return names.filter { name in
      name.hasSuffix(".json") && (name == "\(kind).json" || name.hasPrefix("\(kind)_"))
        && !other.contains { name == "\($0).json" || name.hasPrefix("\($0)_") }
    }
    .sorted().map { OracleFile(url: SharedData.oracles.appending(path: $0)) }
  }

  public static func exist(_ kind: String) -> Bool { !all(kind).isEmpty }

  public func read<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}
