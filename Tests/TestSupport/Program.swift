import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The built programs, run as anybody runs them.
public enum Program {
  /// What a program said and how it ended.
  public struct Outcome: Sendable {
    public let status: TerminationStatus
    public let out: String
    public let err: String

    public func read<T: Decodable>(_: T.Type) throws -> T {
      try JSONDecoder().decode(T.self, from: Data(out.utf8))
    }
  }

  /// Beside the test's own executable.
  static func path(_ name: String) -> FilePath {
    let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    return FilePath(folder.appending(path: name).path)
  }

  /// All that a program is given of the environment, beside `variables`.
  static func environment(_ variables: [String: String]) -> Environment {
    let all = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(variables) { $1 }
    return .custom(Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0), $1) }))
  }

  public static func run(
    _ name: String, _ arguments: [String], _ variables: [String: String]
  ) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(path(name)), arguments: Arguments(arguments), environment: environment(variables), input: .none,
      output: .string(limit: 1 << 22), error: .string(limit: 1 << 22))
    return Outcome(
      status: result.terminationStatus, out: result.standardOutput, err: result.standardError)
  }
}
