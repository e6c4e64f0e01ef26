import Foundation
import Testing

/// Who takes part: organisations with their units, and participants by function.
enum Town {
  static let coordinator = "2480_samordnare"
  static let policeLead = "2480_kommunpolis"
  static let field = "2480_falt"
  static let warden = "2480_vard"
  static let library = "2480_bibliotek"
  static let school = "2480_skola"
  static let guards = "2480_vakt"
  static let parks = "2480_parkchef"

  private static let organisations = [
    ("Polisen", "police", "Lokalpolisområdet"), ("Socialtjänsten", "municipal", "Fältgruppen"),
    ("Bostadsbolaget", "company", "Kvartersvärdarna"), ("Kulturförvaltningen", "municipal", "Biblioteket"),
    ("Utbildningsförvaltningen", "municipal", "Högstadieskolan"), ("Vaktbolaget", "company", "Ronderingen"),
  ]

  private static let participants = [
    (coordinator, "Gator och parker", "EST-samordnare", ["coordinator"]),
    (policeLead, "Polisen", "kommunpolis", ["policeLead", "participant", "reporter"]),
    (field, "Socialtjänsten", "fältassistent", ["reporter"]),
    (warden, "Bostadsbolaget", "kvartersvärd", ["reporter", "participant"]),
    (library, "Kulturförvaltningen", "bibliotekarie", ["reporter"]),
    (school, "Utbildningsförvaltningen", "skolvärd", ["reporter"]),
    (guards, "Vaktbolaget", "ordningsvakt", ["reporter"]),
    (parks, "Gator och parker", "enhetschef", ["participant"]),
  ]

  private static let areas = """
    {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"namn":"Centrum"},"geometry":{"type":"Polygon","coordinates":
        [[[20.24,63.82],[20.28,63.82],[20.28,63.84],[20.24,63.84],[20.24,63.82]]]}},
      {"type":"Feature","properties":{"namn":"Öst"},"geometry":{"type":"Polygon","coordinates":
        [[[20.28,63.82],[20.32,63.82],[20.32,63.84],[20.28,63.84],[20.28,63.82]]]}}]}
    """

  /// Sets the municipality up, as its administrator would.
  static func settle(in trial: Trial) async throws {
    try await trial.est("municipality", "add", "--code", "2480", "--name", "Umeå", "--sample")
    try await trial.est("group", "add", "--name", "Centrum", "--reminder", "24h", "--reminder", "3h")
    let file = trial.root.appending(path: "areas.geojson")
    try areas.write(to: file, atomically: true, encoding: .utf8)
    try await trial.est("area", "import", file.path, "--name-property", "namn")
    try await trial.est("organisation", "add", "--name", "Gator och parker", "--kind", "municipal")
    for (name, kind, unit) in organisations {
      try await trial.est("organisation", "add", "--name", name, "--kind", kind)
      try await trial.est("unit", "add", "--name", unit, "--organisation", name, "--group", "Centrum")
    }
    for (login, organisation, function, roles) in participants {
      try await trial.est(
        [
          "participant", "add", "--login", login, "--organisation", organisation, "--function", function,
          "--address", "\(login)@example.org", "--group", "Centrum",
        ] + roles.flatMap { ["--role", $0] })
    }
    try await trial.est("settings", "set", "mail", "folder:\(trial.post.path)")
    try await trial.est("settings", "set", "export-folder", trial.pictures.path)
  }
}
