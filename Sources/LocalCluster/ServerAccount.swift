import Foundation
import Glibc

/// The user of the operating system that the server runs as: oneself, or, as root, one without privileges.
struct ServerAccount: Sendable, Hashable {
  var name: String
  var userID: uid_t
  var groupID: gid_t
  /// True where the server's user is another than oneself, who is root.
  var isOther: Bool

  /// The account for the process as it runs.
  static func current(unprivileged: String = "postgres") throws(LocalClusterError) -> ServerAccount {
    guard geteuid() == 0 else { return ServerAccount(try lookUp { getpwuid(geteuid()) }, isOther: false) }
    return ServerAccount(try lookUp(unprivileged) { getpwnam(unprivileged) }, isOther: true)
  }

  private static func lookUp(
    _ name: String = "of number \(geteuid())", _ body: () -> UnsafeMutablePointer<passwd>?
  ) throws(LocalClusterError) -> passwd {
    guard let entry = body() else { throw .noServerAccount(name) }
    return entry.pointee
  }

  private init(_ entry: passwd, isOther: Bool) {
    name = String(cString: entry.pw_name)
    userID = entry.pw_uid
    groupID = entry.pw_gid
    self.isOther = isOther
  }

  /// Those who may connect, and as whom the pg_ident map knows them: the server's user, and root where that is oneself.
  var names: [String] { isOther ? ["root", name] : [name] }

  /// The command that runs `program` as this user.
  func command(_ program: String, _ arguments: [String]) -> [String] {
    guard isOther else { return [program] + arguments }
    return ["setpriv", "--reuid=\(userID)", "--regid=\(groupID)", "--init-groups", "--", program] + arguments
  }

  /// Makes a folder that only this user (and root) may enter, and those above it where they are missing.
  func makeFolder(_ folder: URL) throws(LocalClusterError) {
    let path = folder.path
    do {
      try FileManager.default.createDirectory(
        at: folder.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: isOther ? 0o755 : 0o700])
    } catch {
      throw .folder(path, reason: Self.sentence(error))
    }
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw .folder(path, reason: String(cString: strerror(errno)))
    }
    // In a place where everyone may write, someone else may have been first.
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid() || status.st_uid == userID
    else { throw .folder(path, reason: "it belongs to someone else") }
    try own(path)
    guard chmod(path, 0o700) == 0 else { throw .folder(path, reason: String(cString: strerror(errno))) }
  }

  /// Gives a file or folder made by root to the server's user.
  func own(_ path: String) throws(LocalClusterError) {
    guard isOther else { return }
    guard lchown(path, userID, groupID) == 0 else {
      throw .folder(path, reason: String(cString: strerror(errno)))
    }
  }

  /// Writes a file that only this user may read, all of it or nothing.
  func write(_ text: String, to file: URL) throws(LocalClusterError) {
    let new = file.path + ".new-\(getpid())"
    do {
      try Data(text.utf8).write(to: URL(filePath: new))
    } catch {
      throw .folder(file.path, reason: Self.sentence(error))
    }
    try own(new)
    guard chmod(new, 0o600) == 0, rename(new, file.path) == 0 else {
      throw .folder(file.path, reason: String(cString: strerror(errno)))
    }
  }

  /// True where this user may pass through every folder above `folder`, those that do not exist yet being made so.
  func canReach(_ folder: URL) -> Bool {
    guard isOther else { return true }
    var above = folder.standardizedFileURL.deletingLastPathComponent()
    while true {
      var status = stat()
      if stat(above.path, &status) == 0 {
        let mode = status.st_mode
        let passes =
          if status.st_uid == userID {
            mode & S_IXUSR != 0
          } else if status.st_gid == groupID {
            mode & S_IXGRP != 0
          } else {
            mode & S_IXOTH != 0
          }
        if !passes { return false }
      }
      if above.path == "/" { return true }
      above = above.deletingLastPathComponent()
    }
  }

  /// The reason inside Foundation's error, in the words of the operating system.
  private static func sentence(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
  }
}
