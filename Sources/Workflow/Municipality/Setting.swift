import EST
import Export

/// What a municipality can set. Each has a default that works without it.
public enum Setting: String, Sendable, CaseIterable {
  /// Where the worker writes each picture; without it pictures are only in the database.
  case exportFolder = "export-folder"
  /// What the worker writes each picture as: `html,pdf,xlsx`, say.
  case exportFormats = "export-formats"
  /// How mail leaves: the path of a `sendmail` program, or `folder:PATH` where mail is only to be looked at.
  case mail
  /// The sender's address of every mail.
  case sender
  /// `sv` or `en`.
  case language
  /// When no mail is sent, by Swedish clocks: `21:00-06:30`, or `none`. Files are written at any time.
  case quietHours = "quiet-hours"
  /// Who is told of what could not be sent: `coordinator`, `administrator` and logins with commas between, or `none`.
  case failureNotices = "failure-notices"
  /// How many areas a quarter or a tertial is for.
  case priorityAreas = "priority-areas"
  /// Categories of which the public is told only by year and for the whole municipality, with commas between, or `none`;
  /// beside those whose names say so.
  case sensitiveCategories = "sensitive-categories"
  /// The legal ground that files of each class name, in the municipality's own words.
  case groundOpen = "ground-open"
  case groundShared = "ground-shared"
  case groundAuthorityOnly = "ground-authority-only"

  static func ground(of reportClass: ReportClass) -> Setting {
    switch reportClass {
    case .open: .groundOpen
    case .shared: .groundShared
    case .authorityOnly: .groundAuthorityOnly
    }
  }

  /// What is written where nothing is set: what needs no program beside us.
  static let standardFormats: [Export.Format] = [.html, .csv, .json]
}
