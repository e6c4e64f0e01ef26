/// Why there is no local cluster to work with.
public enum LocalClusterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// PostgreSQL's server programs, or an extension, are not installed; `install` is the command that installs them.
  case notInstalled(String, install: String)
  /// The cluster was made by another major version of PostgreSQL than those installed.
  case otherVersion(cluster: Int, install: String)
  /// The folder cannot be made or written to.
  case folder(String, reason: String)
  /// Run as root, and there is no unprivileged user for the server, which refuses to run as root.
  case noServerAccount(String)
  /// A program of PostgreSQL failed; the reason is the end of what it said.
  case program(String, reason: String)
  /// Another process has been starting or stopping the cluster for too long.
  case busy(String)
  /// No name of a role that could be let in.
  case roleName(String)

  public var description: String {
    switch self {
    case .notInstalled(let what, let install):
      "\(what) is not installed: \(install)"
    case .otherVersion(let cluster, let install):
      "the local cluster belongs to PostgreSQL \(cluster), which is not installed: \(install)"
    case .folder(let path, let reason): "the folder \(path) cannot be used: \(reason)"
    case .noServerAccount(let name): "PostgreSQL does not run as root, and there is no user \(name)"
    case .program(let name, let reason): "\(name) failed: \(reason)"
    case .busy(let path): "another process is holding \(path)"
    case .roleName(let name): "\(name.debugDescription) cannot be the name of a role"
    }
  }
}
