/// Where in the source a statement was asked for.
public struct CallSite: Sendable, CustomStringConvertible {
  public var fileID: StaticString
  public var line: Int

  public init(_ fileID: StaticString, _ line: Int) {
    self.fileID = fileID
    self.line = line
  }

  public var description: String { "\(fileID):\(line)" }
}
