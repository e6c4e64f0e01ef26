/// What the command line itself finds wrong, before or after the engine is asked.
enum CommandProblem: Error, Sendable {
  /// An option is needed, and there is nobody to ask.
  case answerMissing(option: String)
  /// Options that cannot go together, or of which one is needed.
  case options(OptionProblem)
  /// The value of an option: what it is, and what it may be.
  case badValue(option: String, value: String, allowed: String)
  case noSuchFile(path: String)
  /// The reason is part of a sentence: where, and what is allowed.
  case malformedFile(reason: String)
  case cannotWrite(String)
  /// A superuser passes every guard of the database, so nothing is done as one.
  case superuser(name: String)
  /// A local time in the hour that summer time skips.
  case skippedHour(value: String)
  /// A person was asked and said no.
  case declined
  /// A compressed file that does not unpack to its end.
  case brokenArchive(path: String)
  /// A file was written to while it was read.
  case fileChanged(path: String)
  /// The private cluster holds a real municipality, which the sample must not take the place of.
  case demoNeedsRoom(municipality: String)

  enum OptionProblem: Sendable, Equatable {
    case exclusive(String, String)
    case oneOf([String])
    case needs(String, other: String)
  }
}
