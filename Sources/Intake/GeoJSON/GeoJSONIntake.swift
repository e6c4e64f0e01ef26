import Foundation

/// Reads the areas of a municipality from GeoJSON (RFC 7946), in any reference system that the file names after the
/// older form with a `crs` member.
public enum GeoJSONIntake {
  /// Bytes of a file: it is read as a whole.
  static let sizeLimit = 64 << 20
  static let depthLimit = 64

  /// - Parameters:
  ///   - nameProperty: the property of each feature that holds the area's name.
  ///   - populationProperty: the one that holds its number of inhabitants.
  public static func parse(
    _ data: Data, nameProperty: String, populationProperty: String? = nil
  ) throws(GeoJSONProblem) -> AreaFile {
    let file = try read(data)
    let crs = try code(of: file.crs)
    try check(nameProperty, in: file) { .missingNameProperty(nameProperty, existing: $0) }
    if let populationProperty {
      try check(populationProperty, in: file) { .missingPopulationProperty(populationProperty, existing: $0) }
    }

    var features: [AreaFeature] = []
    var oddities: [AreaOddity] = []
    var firstIndex: [String: Int] = [:]
    for (index, feature) in file.features.enumerated() {
      let name = feature.properties[nameProperty]?.text?.trimmed ?? ""
      func tell(_ problem: AreaProblem) {
        oddities.append(
          AreaOddity(feature: index, name: name.isEmpty ? nil : name.excerpt(), problem: problem))
      }
      let polygons: [[[Double]]]
      do throws(AreaProblem.Refusal) {
        try checkName(name)
        polygons = try self.polygons(of: feature)
      } catch {
        tell(error.problem)
        continue
      }
      if let first = firstIndex[name] { tell(.duplicateName(of: first)) } else { firstIndex[name] = index }
      var population: Int?
      if let text = populationProperty.flatMap({ feature.properties[$0]?.text })?.trimmed, !text.isEmpty {
        population = Int(text).flatMap { $0 >= 0 ? $0 : nil }
        if population == nil { tell(.unreadablePopulation) }
      }
      features.append(AreaFeature(index: index, name: name, population: population, polygons: polygons))
    }
    if degreeSystems.contains(crs), !features.allSatisfy(\.isInDegrees) { throw .notDegrees }
    return AreaFile(crs: crs, featureCount: file.features.count, features: features, oddities: oddities)
  }

  private static func read(_ data: Data) throws(GeoJSONProblem) -> GeoJSONFile {
    guard data.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    if let foreign = ForeignFormat(first: data) { throw .foreignFormat(foreign) }
    let text = data.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(data.dropFirst(3)) : data
    guard depth(of: text) <= depthLimit else { throw .nestedTooDeep(limit: depthLimit) }
    let file: GeoJSONFile
    do {
      file = try JSONDecoder().decode(GeoJSONFile.self, from: text)
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw .notJSON
    } catch let error as DecodingError {
      throw .notAFeatureCollection(at: error.path)
    } catch {
      throw .notJSON
    }
    guard file.type == "FeatureCollection" else { throw .notAFeatureCollection(at: "type") }
    guard !file.features.isEmpty else { throw .noFeatures }
    return file
  }

  /// How deep brackets are nested, strings left out.
  private static func depth(of text: Data) -> Int {
    var (depth, deepest, isInString, isEscaped) = (0, 0, false, false)
    for byte in text {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == .quote {
          isInString = false
        }
        continue
      }
      switch byte {
      case .quote: isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return deepest
  }

  private static func check(
    _ property: String, in file: GeoJSONFile, _ problem: ([String]) -> GeoJSONProblem
  ) throws(GeoJSONProblem) {
    let existing = file.features.reduce(into: Set<String>()) { $0.formUnion($1.properties.keys) }
    guard existing.contains(property) else { throw problem(existing.sorted()) }
  }

  private static func checkName(_ name: String) throws(AreaProblem.Refusal) {
    guard !name.isEmpty else { throw .init(.missingName) }
    guard !name.holdsControl(allowingLines: false), !name.isLonger(than: IntakeLimits.name) else {
      throw .init(.unreadableName)
    }
  }

  private static func polygons(of feature: GeoJSONFile.Feature) throws(AreaProblem.Refusal) -> [[[Double]]] {
    guard let geometry = feature.geometry else { throw .init(.noGeometry) }
    guard geometry.type == "Polygon" || geometry.type == "MultiPolygon" else {
      throw .init(.otherGeometry(geometry.type))
    }
    guard let polygons = geometry.polygons, !polygons.isEmpty, polygons.allSatisfy({ !$0.isEmpty }) else {
      throw .init(.malformedCoordinates)
    }
    return try polygons.map { (polygon) throws(AreaProblem.Refusal) in
      try polygon.map { (ring) throws(AreaProblem.Refusal) in
        guard ring.allSatisfy({ $0.count >= 2 && $0[0].isFinite && $0[1].isFinite }) else {
          throw .init(.malformedCoordinates)
        }
        guard ring.count >= 4 else { throw .init(.ringTooShort) }
        guard ring[0].prefix(2) == ring[ring.count - 1].prefix(2) else { throw .init(.ringNotClosed) }
        return ring.flatMap { $0.prefix(2) }
      }
    }
  }
}

// MARK: Reference systems

extension GeoJSONIntake {
  private static let wgs84 = 4326
  /// WGS 84, and the European and Swedish systems of latitude and longitude.
  private static let degreeSystems: Set<Int> = [wgs84, 4258, 4619]

  /// The EPSG code that a `crs` member names: `EPSG:3006`, `urn:ogc:def:crs:EPSG::3006`, or OGC's `CRS84`.
  private static func code(of crs: GeoJSONFile.ReferenceSystem?) throws(GeoJSONProblem) -> Int {
    guard let crs else { return wgs84 }
    let name = crs.properties.name
    if name.uppercased().hasSuffix("CRS84") { return wgs84 }
    let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard name.uppercased().contains("EPSG"), let code = Int(digits) else {
      throw .unknownReferenceSystem(name)
    }
    return code
  }
}

extension AreaFeature {
  fileprivate var isInDegrees: Bool {
    polygons.allSatisfy { polygon in
      polygon.allSatisfy { ring in
        stride(from: 0, to: ring.count, by: 2).allSatisfy { abs(ring[$0]) <= 180 && abs(ring[$0 + 1]) <= 90 }
      }
    }
  }
}

extension AreaProblem {
  /// A problem for which a feature is left out.
  fileprivate struct Refusal: Error {
    let problem: AreaProblem
    init(_ problem: AreaProblem) { self.problem = problem }
  }
}
