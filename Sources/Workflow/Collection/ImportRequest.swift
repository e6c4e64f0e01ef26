import EST
import Intake

/// What an import is about, beside the file itself.
public struct ImportRequest: Sendable {
  public var organisation: String
  public var format: FileFormat
  public var mapping: Mapping
  public var source: ReportSource
  /// The name of the source's register, in which its references are unique; the format's name where none is given.
  public var register: String?
  /// Takes the good rows and reports the rest; otherwise one bad row refuses the file.
  public var isPartial: Bool

  public init(
    organisation: String, format: FileFormat, mapping: Mapping, source: ReportSource, register: String? = nil,
    isPartial: Bool = false
  ) {
    self.organisation = organisation
    self.format = format
    self.mapping = mapping
    self.source = source
    self.register = register
    self.isPartial = isPartial
  }
}

/// What became of each row of a file: `read` is the sum of the others.
public struct ImportResult: Sendable {
  public var added = 0
  public var duplicates = 0
  public var amended = 0
  public var otherMunicipality = 0
  public var summaries = 0
  /// Every rejected row is counted; the first `ImportResult.listed` are kept.
  public var rejected = 0
  public var rejects: [Reject] = []
  /// Reports whose place is known to the area, among those added.
  public var placed = 0
  /// Events that their source now places in another municipality.
  public var moved: [(reference: String, municipality: String?)] = []
  public var notes: [(line: Int, note: IntakeNote)] = []
  public var notesInAll = 0

  public static let listed = 1_000

  /// Rows of the file, and versions of an event where the source shows them.
  public var read: Int { added + duplicates + amended + otherMunicipality + summaries + rejected }

  mutating func reject(_ reject: Reject) {
    rejected += 1
    if rejects.count < ImportResult.listed { rejects.append(reject) }
  }
  mutating func note(_ line: Int, _ note: IntakeNote) {
    notesInAll += 1
    if notes.count < ImportResult.listed { notes.append((line, note)) }
  }
}

/// One or more rows of a file are wrong, and nothing of it was taken.
public struct ImportRefused: Error, Sendable {
  public let result: ImportResult
}
