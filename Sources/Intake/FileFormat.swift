/// The formats in which files come in.
public enum FileFormat: String, Sendable, CaseIterable, Hashable {
  case csv
  /// An array of objects, or one object a line, with the fields of the CSV.
  case json
  case policeEvents = "polisen-events"

  /// Tells the formats apart by the beginning of a file; a few kilobytes are enough.
  public static func detect(_ firstBytes: some Collection<UInt8>) throws(FileProblem) -> FileFormat {
    if let foreign = ForeignFormat(first: firstBytes) { throw .foreignFormat(foreign) }
    var text = firstBytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = text.first else { throw .empty }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { return .csv }
    let beginning = String(decoding: text.prefix(4096), as: UTF8.self)
    let isPolice =
      beginning.contains("\"versions\"")
      || beginning.contains("\"location\"") && beginning.contains("\"gps\"")
    return isPolice ? .policeEvents : .json
  }
}
