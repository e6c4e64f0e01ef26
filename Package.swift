// swift-tools-version: 6.2

import PackageDescription

/// One settings array for every target: Swift 6 language mode with its strict concurrency.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "est",
  products: [
    .executable(name: "est", targets: ["est"]),
    .executable(name: "est-worker", targets: ["est-worker"]),
    .executable(name: "bench", targets: ["bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // The pure core: no SQL, no clock, no files.
    .target(name: "StateMachine"),
    .target(name: "EST", dependencies: ["StateMachine"]),
    .target(name: "Analysis"),
    // The audit of what is made public asks a solver of linear programs.
    .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    .target(name: "Disclosure", dependencies: ["CClp"]),
    .target(name: "Picture", dependencies: ["EST", "Analysis"]),
    .target(name: "Language"),
    .target(
      name: "Export", dependencies: ["Picture", "Language", mustache],
      resources: [.embedInCode("Templates"), .embedInCode("Schemas")]),
    .target(name: "Intake", dependencies: ["EST"], resources: [.embedInCode("Samples")]),

    // Spreadsheets, whose library writes to files.
    .systemLibrary(
      name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Spreadsheet", dependencies: ["CXlsxwriter", "Export"]),

    // PostgreSQL.
    .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Postgres", dependencies: ["CLibpq"]),
    .executableTarget(name: "SchemaEmbedder", path: "Schema/Embedder"),
    .plugin(
      name: "EmbedMigrations", capability: .buildTool(), dependencies: ["SchemaEmbedder"],
      path: "Schema/Plugin"),
    .target(
      name: "Schema", path: "Schema", exclude: ["Embedder", "Plugin", "Migrations", "current.sql"],
      sources: ["Library"], plugins: ["EmbedMigrations"]),
    .target(name: "LocalCluster", dependencies: ["Postgres", subprocess, system]),
    .target(name: "Persistence", dependencies: ["Postgres", "EST", "Picture", "Schema"]),

    // What happens when an event is said, and who says it.
    .target(
      name: "Workflow",
      dependencies: [
        "EST", "Analysis", "Persistence", "Picture", "Disclosure", "Export", "Spreadsheet", "Intake",
        "Language",
      ]),
    .target(name: "Services", dependencies: ["Workflow", lifecycle, logging]),
    .target(
      name: "Commands",
      dependencies: [
        "Workflow", "LocalCluster", "Services", "Language", argumentParser, lifecycle, logging, subprocess,
        system,
      ], resources: [.embedInCode("Print/print.py")]),
    .executableTarget(name: "est", dependencies: ["Commands"]),
    .executableTarget(name: "est-worker", dependencies: ["Commands"]),
    .executableTarget(name: "bench", dependencies: ["Workflow", "Export", "LocalCluster", argumentParser]),

    // Tests: each target has its twin.
    .target(
      name: "TestSupport", dependencies: ["LocalCluster", "Persistence", subprocess, system],
      path: "Tests/TestSupport"),
    .testTarget(name: "StateMachineTests", dependencies: ["StateMachine"]),
    .testTarget(name: "ESTTests", dependencies: ["EST", "TestSupport"]),
    .testTarget(name: "MachineTests", dependencies: ["Persistence", "TestSupport"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "TestSupport"]),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "TestSupport"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "TestSupport"]),
    .target(name: "PictureSamples", dependencies: ["Picture"], path: "Tests/PictureSamples"),
    .testTarget(name: "PictureTests", dependencies: ["Picture", "PictureSamples"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language"]),
    .testTarget(name: "ExportTests", dependencies: ["Export", "PictureSamples", "TestSupport"]),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet", "PictureSamples", "TestSupport"]),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"]),
    .testTarget(name: "PersistenceTests", dependencies: ["Persistence", "TestSupport"]),
    .testTarget(name: "WorkflowTests", dependencies: ["Workflow", "Disclosure", "TestSupport"]),
    .testTarget(name: "CommandsTests", dependencies: ["Commands", "TestSupport", subprocess]),
    .testTarget(
      name: "OutboxTests",
      dependencies: ["Services", "Workflow", "TestSupport", lifecycle, logging, subprocess, system]),
    .testTarget(name: "WeekTests", dependencies: ["TestSupport", subprocess]),
    .testTarget(name: "FaultTests", dependencies: ["Workflow", "TestSupport", subprocess]),
    .testTarget(name: "SimulatorTests", dependencies: ["Workflow", "TestSupport"]),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Commands", "Spreadsheet", "PictureSamples", "TestSupport", argumentParser, subprocess, system,
      ], exclude: ["LibFuzzer"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["EST"]),
  ]
)

for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
