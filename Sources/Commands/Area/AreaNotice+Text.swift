import EST
import Intake
import Language
import Workflow

extension AreaNotice {
  /// What should be told of the feature.
  func text(_ m: CLIMessages) -> String {
    switch kind {
    case .sliver(let size): m.areaSliver(squareMetres: size)
    case .mended(let reason): m.areaMended(reason.excerpt())
    case .empty: m.areaEmpty
    case .file(.missingName): m.areaMissingName
    case .file(.unreadableName): m.areaUnreadableName
    case .file(.duplicateName(let other)): m.areaDuplicateName(of: other)
    case .file(.noGeometry): m.areaWithoutGeometry
    case .file(.otherGeometry(let type)): m.areaOfOtherGeometry(type.excerpt())
    case .file(.malformedCoordinates): m.areaMalformedCoordinates
    case .file(.ringTooShort): m.areaRingTooShort
    case .file(.ringNotClosed): m.areaRingNotClosed
    case .file(.unreadablePopulation): m.areaUnreadablePopulation
    }
  }
}

extension GeoJSONProblem {
  /// Why no areas can be read of the file, as part of a sentence.
  func text(_ m: CLIMessages) -> String {
    switch self {
    case .tooLarge(let limit): m.tooLarge(bytes: limit)
    case .foreignFormat(let format): m.foreignFormat(format.rawValue)
    case .notJSON: m.notJSON
    case .nestedTooDeep(let limit): m.nestedTooDeep(limit: limit)
    case .notAFeatureCollection(let path): m.notAFeatureCollection(at: path.excerpt())
    case .noFeatures: m.noFeatures
    case .missingNameProperty(let name, let existing), .missingPopulationProperty(let name, let existing):
      // The names are the file's own, and any number of them.
      m.missingProperty(
        name.excerpt(),
        existing: existing.prefix(10).map { $0.excerpt() } + (existing.count > 10 ? ["…"] : []))
    case .unknownReferenceSystem(let name): m.unknownReferenceSystem(name.excerpt())
    case .notDegrees: m.notDegrees
    }
  }
}
