import Foundation

/// A target as `Package.swift` declares it.
struct ManifestTarget: Equatable {
  let name: String
  /// The targets of ours among its dependencies: those that are named and no product.
  let dependencies: Set<String>
  /// It lies under `Tests`.
  let isTest: Bool

  /// Every declaration in a manifest, in its order.
  static func all(in manifest: String) -> [ManifestTarget] {
    let lines = manifest.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    let declaration =
      #/\.(?<kind>target|executableTarget|testTarget|systemLibrary|plugin)\(\s*name: "(?<name>[^"]+)"(?<rest>[^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*)\)/#
    return lines.joined(separator: "\n").matches(of: declaration).map { match in
      let rest = String(match.output.rest)
      let named = rest.firstMatch(of: #/dependencies: \[(?<list>[^\]]*)\]/#)?.output.list ?? ""
      return ManifestTarget(
        name: String(match.output.name),
        dependencies: Set(named.matches(of: #/"([^"]+)"/#).map { String($0.output.1) }),
        isTest: match.output.kind == "testTarget" || rest.contains("path: \"Tests/"))
    }
  }
}
