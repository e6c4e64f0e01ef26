import EST
import Export
import Foundation
import Language
import Persistence
import Picture

extension Desk {
  /// Asks for the newest picture of a cycle as files, where the municipality has an export folder.
  func requestExport(of cycle: Cycle) throws {
    guard try municipalities.setting(Setting.exportFolder.rawValue, of: municipality.code) != nil,
      let version = try pictures.versions(of: cycle.id).last?.version
    else { return }
    // An adoption asks for the same version once more: the file then says that it is adopted.
    let adopted = try pictures.versions(of: cycle.id).contains { $0.adoptedAt != nil }
    try outbox.request(
      try exportFormats().map { format in
        OutboxRequest(
          .file, municipality.code, id: newIDForOutbox(),
          key: "\(cycle.id).v\(version).\(format.rawValue)\(adopted ? ".adopted" : "")",
          payload: try Desk.json([
            "cycle": cycle.id.description, "version": String(version), "format": format.rawValue,
          ]), at: now)
      })
  }

  /// What the worker writes each picture as. What cannot be read, as of a later release, is passed over.
  func exportFormats() throws -> [Export.Format] {
    try municipalities.setting(Setting.exportFormats.rawValue, of: municipality.code).map {
      $0.split(separator: ",").compactMap { Export.Format(rawValue: String($0)) }
    } ?? Setting.standardFormats
  }

  /// The municipality's own language, Swedish where none is set.
  public func language() throws -> Language {
    try municipalities.setting(Setting.language.rawValue, of: municipality.code).flatMap(
      Language.init(rawValue:))
      ?? .swedish
  }

  /// A file that the outbox asks for, as it should be at this moment.
  struct ExportedFile: Sendable {
    let picture: SituationPicture
    let origin: Origin

    /// Made outside the transaction: a PDF takes seconds.
    func write(_ printer: Printer) async throws {
      let file = try await PictureFile(
        picture, format: origin.format, language: origin.language, printer: printer)
      try await AtomicFile.writeAside(file.bytes, to: "\(origin.folder)/\(file.name)")
    }
  }

  /// All that a file is made of: the same gives the same file, byte for byte.
  struct Origin: Equatable, Sendable {
    let folder: String
    let cycle: CycleID
    let version: PictureVersion
    let format: Export.Format
    let language: Language
  }

  func origin(of item: OutboxItem) throws -> Origin {
    let payload = try Desk.payload(of: item)
    guard let folder = try municipalities.setting(Setting.exportFolder.rawValue, of: municipality.code) else {
      throw DeliveryFailure(.setting)
    }
    guard let id = payload["cycle"].flatMap({ CycleID($0) }),
      let number = payload["version"].flatMap({ Int($0) }),
      let version = try pictures.versions(of: id).first(where: { $0.version == number }),
      let format = payload["format"].flatMap(Export.Format.init(rawValue:))
    else { throw DeliveryFailure(.content) }
    return Origin(folder: folder, cycle: id, version: version, format: format, language: try language())
  }

  func file(for item: OutboxItem) throws -> ExportedFile {
    let origin = try origin(of: item)
    guard let cycle = try cycles.find(origin.cycle) else { throw DeliveryFailure(.content) }
    // However often it is tried, it is one file.
    return ExportedFile(
      picture: try exported(
        try picture(origin.version, of: origin.cycle), of: cycle, as: [origin.format.rawValue],
        SharingRequest(), language: origin.language, id: item.id), origin: origin)
  }
}
