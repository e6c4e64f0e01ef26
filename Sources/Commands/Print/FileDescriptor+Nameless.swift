import Foundation
import SystemPackage

/// Files between us and a program that we run. No pipes: a program that ends without reading would end us with SIGPIPE,
/// and one that leaves a child behind would keep us listening to it.
extension FileDescriptor {
  /// A file that is nobody else's, and gone when it is closed.
  static func nameless(_ name: String) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)").path
    let descriptor = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    unlink(path)
    return descriptor
  }

  /// All that has been written to it.
  func whole() throws -> [UInt8] {
    let size = Int(try seek(offset: 0, from: .end))
    var count = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size {
        let read = try self.read(
          fromAbsoluteOffset: Int64(count),
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        if read == 0 { break }
        count += read
      }
      initialized = count
    }
    return bytes
  }
}
