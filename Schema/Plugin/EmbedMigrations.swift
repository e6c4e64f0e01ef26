import Foundation
import PackagePlugin

/// Compiles `Schema/Migrations/*.sql` into the `Schema` library, so that a binary carries its schema.
@main struct EmbedMigrations: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Migrations")
    let migrations = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "sql" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedMigrations.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(migrations.count) migrations",
        executable: try context.tool(named: "SchemaEmbedder").url,
        arguments: [output.path()] + migrations.map { $0.path() },
        inputFiles: migrations,
        outputFiles: [output])
    ]
  }
}
