import Export
import Language
import Picture
import Workflow

extension PictureCommand.ExportVerb {
  /// Writes what is public already as it was released; it makes nothing public.
  func publicAnswer(_ context: Context) async throws -> Answer {
    let m = context.language.publicPicture
    guard period.week == nil else { throw Failure(.usage, m.weekIsInternal) }
    guard let publicPeriod else { throw Failure(.usage, m.periodNeeded) }
    let allowed = Export.publicFormats
    guard format.allSatisfy(allowed.contains) else {
      throw Failure(.usage, m.formats(allowed.map(\.rawValue).joined(separator: ", ")))
    }
    let (version, words, request) = (version, format.map(\.rawValue), sharing.request)
    let release = try await context.desk { desk in
      try desk.exported(
        try desk.publicRelease(of: publicPeriod, version: version), as: words, request,
        language: context.language)
    }
    var files: [PictureFile] = []
    for format in format {
      if let file = try await PictureFile(
        release, format: format, language: context.language, printer: .weasyPrint)
      {
        files.append(file)
      }
    }
    let paths = try files.map { try context.write($0.bytes, named: $0.name, in: out) }
    return Answer(
      ["files": .strings(paths), "release": context.json(release)],
      .text(paths.map { context.language.cycles.written($0) }.joined(separator: "\n")))
  }
}

extension Context {
  func json(_ release: PublicRelease) -> JSON {
    [
      "period": .string(release.row.period), "version": .int(release.row.version),
      "releasedAt": json(release.row.releasedAt), "releasedBy": .string(release.row.releasedBy),
      "hash": .string(release.row.hash), "isNew": .bool(release.isNew),
      "counts": .int(release.counts.all), "suppressed": .int(release.counts.suppressed),
    ]
  }
}
