/// What a municipality can set. Each has a default that works without it.
public enum Setting: String, Sendable, CaseIterable {
  /// Where the worker writes each picture; without it pictures are only in the database.
  case exportFolder = "export-folder"
  /// How mail leaves: the path of a `sendmail` program, or `folder:PATH` where mail is only to be looked at.
  case mail
  /// The sender's address of every mail.
  case sender
  /// `sv` or `en`.
  case language
}
