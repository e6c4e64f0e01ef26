import EST
import Foundation
import Intake
import LocalCluster
import Persistence
import Postgres
import Workflow

/// A municipality to measure in, in a database of its own of a private cluster with fsync on.
struct World {
  static let code = MunicipalityCode("2480")!
  static let organisation = "Kommunen"

  /// The cluster of the measurements, apart from the one that `est` uses.
  static func cluster(at folder: String) throws -> LocalCluster {
    var options = LocalCluster.Options()
    options.administration = ServerRoles.privateSQL(role: options.role)
    return try LocalCluster(at: URL(filePath: folder, directoryHint: .isDirectory), options: options)
  }

  /// Makes the database anew, with schema, areas and one group.
  static func make(_ name: String, in cluster: LocalCluster, areas file: String?) async throws {
    let owner = cluster.options.role
    try await cluster.administer(database: "postgres") { session in
      try session.execute("drop database if exists \(identifier: name) with (force)")
      try session.execute("create database \(identifier: name) owner \(identifier: owner)")
    }
    try await cluster.administer(database: name) { session in
      try session.execute("create extension postgis")
    }
    let database = Database(try cluster.conninfo(database: name))
    try await SchemaSetup().run(database, trial: true)
    let engine = Engine(database, isPrivate: true)
    _ = try await engine.addMunicipality(code, name: "Umeå", provenance: .sample)
    try await engine.run(caller()) { desk in
      _ = try desk.addGroup("Centrum", GroupChanges())
      _ = try desk.addOrganisation(organisation, kind: .municipal)
      _ = try desk.importCategories(CategoryList.default.categories + (try categories))
    }
    try await engine.run(caller()) { desk in
      if let file {
        let data = try Data(contentsOf: URL(filePath: file))
        _ = try desk.importAreas(try GeoJSONIntake.parse(data, nameProperty: "area_id"), group: nil)
      } else {
        for area in 0..<IncidentFile.areaCount {
          let drawn = try desk.areas.examine(geoJSON: IncidentFile.geoJSON(area), srid: 3006)
          try desk.areas.save(
            name: IncidentFile.areaName(area), geometries: [drawn.geometry!], population: nil, group: nil,
            id: AreaID(UUID()))
        }
      }
    }
    await database.close()
  }

  static func caller() -> Caller { Caller(municipality: code, key: UUID()) }

  static var request: ImportRequest {
    get throws {
      var mapping = try Mapping.Sample.syntheticIncidents.mapping
      mapping.values["category"] = try codes.mapValues(\.description)
      return ImportRequest(organisation: organisation, format: .csv, mapping: mapping, source: .otherImport)
    }
  }

  /// A category of the municipality's own for each one of the file.
  private static var categories: [EST.Category] {
    get throws {
      let known = Set(CategoryList.default.categories.map(\.code))
      return try codes.filter { !known.contains($0.value) }.sorted { $0.key < $1.key }
        .map { Category(code: $0.value, swedish: $0.key, english: $0.key) }
    }
  }

  private static var codes: [String: CategoryCode] {
    get throws {
      let sample = try Mapping.Sample.syntheticIncidents.mapping.values["category"] ?? [:]
      return Dictionary(
        uniqueKeysWithValues: IncidentFile.categories.map { name in
          let main = sample[name].map { CategoryCode($0).main } ?? "other"
          return (name, CategoryCode(main: main, subtype: name))
        })
    }
  }

  /// The file's bytes in pieces.
  static func bytes(of path: String) throws -> @Sendable () throws -> [UInt8]? {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    return { try file.read(upToCount: 1 << 18).map { [UInt8]($0) } }
  }
}
