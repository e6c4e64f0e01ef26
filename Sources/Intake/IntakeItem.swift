import EST

/// One thing that a file held, as it is met while the file is read.
public enum IntakeItem: Hashable, Sendable {
  /// A row that is taken. `line` is where it begins in the file, from 1.
  case report(line: Int, IncomingReport, notes: [IntakeNote])
  /// A row that is refused; one for each such row, with the first thing that is wrong in it.
  case reject(Reject)
  /// A row that is none of ours. The reference is told since an event that is known may have moved away.
  case skipped(SkipReason, line: Int, reference: String?)
  /// An event with all the versions that its source has shown of it.
  case revisions(line: Int, SourceHistory)
  /// Something to say about the file itself.
  case note(line: Int, IntakeNote)
}

/// Why a row of a foreign source is no report of this municipality.
public enum SkipReason: String, Sendable, CaseIterable, Hashable {
  case otherMunicipality
  /// A summary of a night or a week, which is no event.
  case summary
}

/// What was decided on the way in and should be told, though it is no mistake.
public enum IntakeNote: Hashable, Sendable {
  /// A local time in the hour that comes twice in autumn was taken as the first.
  case doubledHour(field: String)
  /// Columns that mean nothing here and were left out.
  case ignoredColumns([String])
  /// The source tells no time of the event that can be read; the time of publication stands for it.
  case publicationTime
  /// The source's type has no category of its own here; it was taken as `other`.
  case unknownType
  /// The point lies in no area, but within reach of the one that is named: that one was taken.
  case pointBesideArea
  /// The text held personal data at `position` (characters from 1) and was left out; the row was taken.
  case textLeftOut(PersonalDataKind, position: Int)
}

/// An event with the consecutive versions that its source has shown of it, oldest first.
public struct SourceHistory: Hashable, Sendable {
  public struct Version: Hashable, Sendable {
    public let seenAt: Instant
    public let report: IncomingReport
    /// The municipality that the version names: an event may move to another.
    public let municipality: String
    /// Whether the version is a summary and no event.
    public let isSummary: Bool
    public let notes: [IntakeNote]
  }

  public let reference: String
  /// At least one.
  public let versions: [Version]
}
