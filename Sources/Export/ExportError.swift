/// What can be wrong with a document's templates.
public enum ExportError: Error, Equatable, Sendable {
  /// The folder holds a template that no document uses, so that a spelling mistake is not passed over in silence.
  case unknownTemplate(name: String)
  /// `message` is the template engine's, in English, with the line where it could not go on.
  case malformedTemplate(name: String, message: String)
}
