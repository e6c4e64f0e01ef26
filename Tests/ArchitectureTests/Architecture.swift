/// One target of the house: whom it may know, and what it may do.
struct Target: Sendable, CustomStringConvertible {
  let name: String
  /// From the package's root.
  let folder: String
  /// The targets of ours that an arrow leads to; what they lead to in turn may be imported too.
  let arrows: Set<String>
  /// Modules of others beside Swift's own and the platform's.
  let packages: Set<String>
  /// No SQL, no clock, no files, no chance: everything it knows is given to it.
  let isPure: Bool
  /// Says only one thing to one neighbour: nothing may be imported along the arrows.
  let isMain: Bool

  init(
    _ name: String, folder: String? = nil, to arrows: Set<String> = [], packages: Set<String> = [],
    isPure: Bool = false, isMain: Bool = false
  ) {
    self.name = name
    self.folder = folder ?? "Sources/\(name)"
    self.arrows = arrows
    self.packages = packages
    self.isPure = isPure
    self.isMain = isMain
  }

  var description: String { name }
}

/// The targets and the arrows between them. A new one is written down here before it is built.
enum Architecture {
  static let targets: [Target] = [
    Target("StateMachine", isPure: true),
    Target("EST", to: ["StateMachine"], isPure: true),
    Target("Analysis", isPure: true),
    Target("CClp"),
    Target("Disclosure", to: ["CClp"], isPure: true),
    Target("Picture", to: ["EST", "Analysis"], isPure: true),
    Target("Language", isPure: true),
    Target("Export", to: ["Picture", "Language"], packages: ["Mustache"], isPure: true),
    Target("Intake", to: ["EST"], isPure: true),

    Target("CXlsxwriter"),
    Target("Spreadsheet", to: ["CXlsxwriter", "Export"]),

    Target("CLibpq"),
    Target("Postgres", to: ["CLibpq"]),
    Target("Schema", folder: "Schema/Library"),
    Target("LocalCluster", to: ["Postgres"], packages: ["Subprocess", "SystemPackage"]),
    Target("Persistence", to: ["Postgres", "EST", "Picture", "Schema"]),

    Target(
      "Workflow",
      to: ["EST", "Analysis", "Persistence", "Picture", "Export", "Spreadsheet", "Intake", "Language"]),
    Target("Services", to: ["Workflow"], packages: ["ServiceLifecycle", "Logging"]),
    Target(
      "Commands", to: ["Workflow", "LocalCluster", "Services", "Language"],
      packages: ["ArgumentParser", "ServiceLifecycle", "Logging", "Subprocess", "SystemPackage"]),
    Target("est", to: ["Commands"], isMain: true),
    Target("est-worker", to: ["Commands"], isMain: true),
    Target("bench", to: ["Workflow", "Export", "LocalCluster"], packages: ["ArgumentParser"]),
  ]

  /// What Swift and the platform bring; a pure target has Foundation for its time zones and its JSON.
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization",
  ]
  static let platformOfPure: Set<String> = ["Foundation", "FoundationEssentials"]

  /// The targets of ours that `name` may import: those its arrows lead to, and those that these lead to.
  static func within(reachOf name: String) -> Set<String> {
    guard let target = targets.first(where: { $0.name == name }) else { return [] }
    if target.isMain { return target.arrows }
    return target.arrows.reduce(into: target.arrows) { $0.formUnion(within(reachOf: $1)) }
  }

  /// What a file of `target` imports against the arrows, in words.
  static func forbiddenImports(in file: SwiftSource, of target: Target) -> [String] {
    let allowed = within(reachOf: target.name)
      .union(target.packages)
      .union(target.isPure ? platformOfPure : platform)
    return file.imports.filter { !allowed.contains($0) }.map { "\(file.path) imports \($0)" }
  }
}
