import ArgumentParser
import EST
import Foundation
import Language

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Databas som URI eller nyckel=värde (annars DATABASE_URL, PG*, privat kluster).", valueName: "conninfo")
  )
  var database: String?

  @Flag(
    name: .customLong("insecure-connection"),
    help: "Farligt, bara för prov: anslut till en annan dator utan skydd (EST_INSECURE_CONNECTION=1).")
  var isInsecure = false

  @Option(
    help: ArgumentHelp("Kommunens kod, fyra siffror (EST_MUNICIPALITY).", valueName: "kod"),
    transform: Reading.municipality)
  var municipality: MunicipalityCode?

  @Option(help: ArgumentHelp("EST-grupp, där du hör till flera.", valueName: "namn"))
  var group: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Tala för en annan deltagare, bara i det privata klustret (EST_AS).", valueName: "deltagare"))
  var participant: String?

  @Option(
    help: ArgumentHelp("Tidpunkt för kommandot, bara vid prov.", valueName: "tid"), transform: Reading.moment)
  var now: Moment?

  @Option(
    help: ArgumentHelp("Kommandots nyckel: samma nyckel igen gör det en gång.", valueName: "uuid"),
    transform: Reading.key)
  var key: UUID?

  @Flag(name: .customLong("dry-run"), help: "Gör allt och ångra det: inget sparas.")
  var isDryRun = false

  @Flag(name: .customLong("json"), help: "Ett JSON-dokument i stället för text.")
  var isJSON = false

  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Ingen text för människor.")
  var isQuiet = false

  @Option(
    name: .customLong("lang"), help: ArgumentHelp("Språk: sv eller en (EST_LANG).", valueName: "språk"),
    transform: Reading.language)
  var language: Language?

  @Flag(name: [.customShort("y"), .customLong("yes")], help: "Svara ja på bekräftelser.")
  var isYes = false

  @Flag(name: .customLong("no-input"), help: "Ställ inga frågor.")
  var isWithoutInput = false

  @Flag(name: .customLong("debug"), help: "Visa serverns egna ord vid fel.")
  var isDebugging = false
}
