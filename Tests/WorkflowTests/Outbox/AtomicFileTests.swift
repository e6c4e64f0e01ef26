import Foundation
import Testing

@testable import Workflow

/// A file is whole or not there, wherever its writer dies.
@Suite struct AtomicFileTests {
  /// A folder of its own, named after the process that looks into it: one that it starts finds it too.
  private static func folder(_ name: String, of process: pid_t = getpid()) -> String {
    "/tmp/est-atomic-\(process)-\(name)"
  }

  private static let old = [UInt8](repeating: 0x6F, count: 5_000)
  private static let new = [UInt8](repeating: 0x6E, count: 400_000)

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  /// What a process does that is killed after a step.
  static func dieWriting(_ step: AtomicFile.Step) {
    let path = "\(folder("\(step)", of: getppid()))/bild.html"
    try? AtomicFile.write(new, to: path) { reached in
      if reached == step { kill(getpid(), SIGKILL) }
    }
  }

  /// Killed after each step, over an older file and where there was none.
  @Test(arguments: AtomicFile.Step.allCases)
  func aDeathLeavesTheOldFileOrTheNewOne(step: AtomicFile.Step) async throws {
    for isThere in [true, false] { try await leaves(isThere: isThere, step) }
  }

  private func leaves(isThere: Bool, _ step: AtomicFile.Step) async throws {
    let folder = Self.folder("\(step)")
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/bild.html"
    if isThere { try AtomicFile.write(Self.old, to: path) }
    switch step {
    case .created: await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.created) }
    case .half: await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.half) }
    case .written: await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.written) }
    case .synced: await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.synced) }
    case .renamed: await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.renamed) }
    case .folderSynced:
      await #expect(processExitsWith: .signal(SIGKILL)) { AtomicFileTests.dieWriting(.folderSynced) }
    }
    let isRenamed = step == .renamed || step == .folderSynced
    #expect(Self.bytes(path) == (isRenamed ? Self.new : isThere ? Self.old : nil))
    let left = try Self.names(folder).filter { $0 != "bild.html" }
    #expect(left.count == (isRenamed ? 0 : 1))
    // The next writer has its way, and the sweep takes what the dead one left, once it is old.
    try AtomicFile.write(Self.new, to: path)
    #expect(Self.bytes(path) == Self.new)
    #expect(AtomicFile.sweep(folder) == 0)
    #expect(AtomicFile.sweep(folder, at: Date() + AtomicFile.longestWriting + 60) == left.count)
    #expect(try Self.names(folder) == ["bild.html"])
  }

  @Test func onlyOursIsSweptAway() throws {
    let folder = Self.folder("sweep")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let others = [
      "bild.html", "bild.html.part", ".est-.part", ".est-notes.part", "est-\(UUID()).part",
      ".est-\(UUID().uuidString.lowercased()).html",
    ]
    let ours = AtomicFile.temporaryName()
    for name in others + [ours] {
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data("a".utf8)))
    }
    // A link and a folder under such a name are nobody's writing.
    let (link, nested) = (AtomicFile.temporaryName(), AtomicFile.temporaryName())
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/\(link)", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(atPath: "\(folder)/\(nested)", withIntermediateDirectories: true)
    let later = Date() + 2 * AtomicFile.longestWriting
    #expect(AtomicFile.sweep(folder) == 0)
    #expect(AtomicFile.sweep(folder, at: later) == 1)
    #expect(try Self.names(folder) == (others + [link, nested]).sorted())
    #expect(AtomicFile.sweep("/nonexistent/est") == 0)
  }

  @Test func aFolderIsMadeAndAFailureLeavesNothing() throws {
    let folder = Self.folder("made")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write(Self.old, to: "\(folder)/a/b/bild.html")
    #expect(try Self.names("\(folder)/a/b") == ["bild.html"])
    // Its name is a folder's, and a folder's a file's.
    for path in ["\(folder)/a/b", "\(folder)/a/b/bild.html/x", "/proc/est/bild.html"] {
      #expect(throws: AtomicFile.Failure.self) { try AtomicFile.write(Self.old, to: path) }
    }
    #expect(try Self.names("\(folder)/a") == ["b"] && Self.names("\(folder)/a/b") == ["bild.html"])
  }
}
