/// What has a period of its own after which it is disposed of. Which texts of the schema each is, is told by
/// `est.disposable` in the database, and nowhere else.
///
/// Whatever is not among them is kept: the log of what was done, whose hashes cover its words; pictures, minutes'
/// pictures and public documents; agreements, promises and statutory pictures, which are decisions.
public enum InformationKind: String, Sendable, CaseIterable {
  /// The free texts of reports, in all versions; from the day on which the report came in.
  case reports
  /// Problems, their analyses and actions; from the day on which the problem, or the action, was over.
  case casework
  /// What meetings decided and why areas were scored; from the day of the meeting's end, or of the score.
  case meetings
  /// The points of safety walks; from the day on which the walk was followed up.
  case walks
  /// What mail servers answered; from the attempt.
  case mail
  /// The addresses of functions; from the day on which the participant was removed.
  case addresses
}
