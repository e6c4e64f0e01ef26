import Foundation

/// Reference results and samples that lie outside the package, for the tests that compare with them.
///
/// A test that needs them says `.enabled(if: SharedData.oraclesArePresent)`, and is reported as skipped elsewhere.
public enum SharedData {
  public static let oracles = folder("EST_ORACLES", "oracles")
  public static let data = folder("EST_DATA", "data")
  public static let oraclesArePresent = isFolder(oracles)
  public static let dataIsPresent = isFolder(data)

  /// What the environment names, or else the folder `shared` beside the package.
  private static func folder(_ variable: String, _ name: String) -> URL {
    if let path = ProcessInfo.processInfo.environment[variable] { return URL(filePath: path) }
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/\(name)")
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
