import EST
import Export
import Language
import Persistence
import Picture
import Workflow

extension PictureCommand.ExportVerb {
  /// Releases what has not been released, or was and is to be corrected, and writes it as it was released.
  func publicAnswer(_ context: Context) async throws -> Answer {
    let m = context.language.publicPicture
    guard period.week == nil else { throw Failure(.usage, m.weekIsInternal) }
    guard let publicPeriod else { throw Failure(.usage, m.periodNeeded) }
    let allowed = Export.publicFormats
    guard format.allSatisfy(allowed.contains) else {
      throw Failure(.usage, m.formats(allowed.map(\.rawValue).joined(separator: ", ")))
    }
    let (version, isCorrection) = (version, newVersion)
    // The proof takes its time, and others of the municipality wait for it.
    let found = try await context.engine().run(context.caller, deadline: .seconds(600)) { desk in
      if !isCorrection, let released = try desk.publicPicture(of: publicPeriod, version: version) {
        return Found(released, isNew: false, try desk.publicContent(released.row))
      }
      if let version, !isCorrection {
        throw StoreError.notFound(.picture, name: "\(publicPeriod.label) v\(version)")
      }
      let released = try desk.releasePublicly(publicPeriod)
      return Found(released, isNew: true, try desk.publicContent(released.row))
    }
    var files: [PictureFile] = []
    for format in format {
      if let file = try await PictureFile(
        found.picture, stored: found.content, format: format, language: context.language, printer: .weasyPrint
      ) {
        files.append(file)
      }
    }
    let paths = try files.map { try context.write($0.bytes, named: $0.name, in: out) }
    let counts = found.picture.areas.flatMap(\.counts).compactMap { $0 }
    let hidden = counts.filter { $0 == .suppressed }.count
    let said =
      found.isNew
      ? m.isReleased(found.row.period, version: found.row.version, hidden: hidden, of: counts.count)
      : m.wasReleased(found.row.period, version: found.row.version)
    return Answer(
      [
        "files": .strings(paths),
        "release": [
          "period": .string(found.row.period), "version": .int(found.row.version),
          "releasedAt": context.json(found.row.releasedAt), "hash": .string(found.row.hash),
          "isNew": .bool(found.isNew), "counts": .int(counts.count), "suppressed": .int(hidden),
        ],
      ],
      .text(([said] + paths.map { context.language.cycles.written($0) }).joined(separator: "\n")))
  }

  private struct Found: Sendable {
    let row: PublicReleaseRow
    let picture: PublicPicture
    let isNew: Bool
    let content: [UInt8]

    init(_ released: (row: PublicReleaseRow, picture: PublicPicture), isNew: Bool, _ content: [UInt8]) {
      (row, picture) = released
      self.isNew = isNew
      self.content = content
    }
  }
}
