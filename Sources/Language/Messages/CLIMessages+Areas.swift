/// What is odd about areas of a file, and why none can be read of it.
extension CLIMessages {
  public func areaSliver(squareMetres: Double) -> String {
    language(
      sv:
        "bara \(language.number(squareMetres, decimals: 2)) m²: går att ange vid namn, men rymmer knappast en punkt",
      en:
        "only \(language.number(squareMetres, decimals: 2)) m²: to be named, but hardly any point will lie in it"
    )
  }
  public func areaMended(_ reason: String) -> String {
    language(sv: "ogiltig gräns, lagad: \(reason)", en: "invalid border, mended: \(reason)")
  }
  public var areaEmpty: String {
    language(sv: "ingen yta finns kvar, utelämnat", en: "nothing is left of it, left out")
  }
  public var areaMissingName: String { language(sv: "namn saknas, utelämnat", en: "has no name, left out") }
  public var areaUnreadableName: String {
    language(sv: "namnet innehåller styrtecken, utelämnat", en: "its name holds control characters, left out")
  }
  public func areaDuplicateName(of other: Int) -> String {
    language(
      sv: "samma namn som objekt \(other): de blir ett område",
      en: "the name of feature \(other): they become one area")
  }
  public var areaWithoutGeometry: String {
    language(sv: "geometri saknas, utelämnat", en: "has no geometry, left out")
  }
  public func areaOfOtherGeometry(_ type: String) -> String {
    language(sv: "är \(type) och ingen yta, utelämnat", en: "is a \(type) and no area, left out")
  }
  public var areaMalformedCoordinates: String {
    language(sv: "koordinaterna går inte att läsa, utelämnat", en: "its coordinates cannot be read, left out")
  }
  public var areaRingTooShort: String {
    language(
      sv: "en ring har färre än fyra punkter, utelämnat", en: "a ring has fewer than four points, left out")
  }
  public var areaRingNotClosed: String {
    language(sv: "en ring är inte sluten, utelämnat", en: "a ring is not closed, left out")
  }
  public var areaUnreadablePopulation: String {
    language(sv: "antalet invånare går inte att läsa", en: "its population cannot be read")
  }

  public func tooLarge(bytes: Int) -> String {
    language(
      sv: "den är större än \(language.number(bytes)) byte",
      en: "it is larger than \(language.number(bytes)) bytes")
  }
  public func nestedTooDeep(limit: Int) -> String {
    language(sv: "den är nästlad djupare än \(limit) nivåer", en: "it is nested deeper than \(limit) levels")
  }
  public func notAFeatureCollection(at path: String) -> String {
    language(sv: "den är ingen FeatureCollection, vid \(path)", en: "it is no FeatureCollection, at \(path)")
  }
  public var noFeatures: String { language(sv: "den har inga objekt", en: "it has no features") }
  public func missingProperty(_ name: String, existing: [String]) -> String {
    language(
      sv: "inget objekt har egenskapen \(name); det finns \(existing.joined(separator: ", "))",
      en: "no feature has the property \(name); there are \(existing.joined(separator: ", "))")
  }
  public func unknownReferenceSystem(_ name: String) -> String {
    language(
      sv: "referenssystemet \(name) är okänt; SWEREF 99 TM (EPSG:3006) och WGS 84 (EPSG:4326) går bra",
      en: "the reference system \(name) is unknown; SWEREF 99 TM (EPSG:3006) and WGS 84 (EPSG:4326) will do")
  }
  public var notDegrees: String {
    language(
      sv: "koordinaterna är inga grader; ange referenssystemet, så som EPSG:3006, i crs",
      en: "its coordinates are no degrees; name the reference system, such as EPSG:3006, in crs")
  }
}
