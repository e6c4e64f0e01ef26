import EST
import Foundation

/// Who says something, in which municipality and group, and under which key.
public struct Caller: Sendable {
  public enum Identity: Sendable, Equatable {
    /// The login role of the connection; the owner of a private cluster speaks as its local administrator.
    case connection
    /// Another participant, in the private cluster and only there.
    case login(String)
    case worker
  }

  public var identity: Identity
  public var municipality: MunicipalityCode?
  public var group: String?
  /// A trial's time for this call.
  public var now: Instant?
  /// Saying the same again under the same key does it once.
  public var key: UUID
  /// Runs the transaction and rolls it back.
  public var isDryRun: Bool
  /// The action that the call is about, where that is known before: it is locked and read in the same trip to the
  /// database that asks who speaks.
  public var action: ActionID?

  public init(
    identity: Identity = .connection, municipality: MunicipalityCode? = nil, group: String? = nil,
    now: Instant? = nil, key: UUID, isDryRun: Bool = false, action: ActionID? = nil
  ) {
    self.identity = identity
    self.municipality = municipality
    self.group = group
    self.now = now
    self.key = key
    self.isDryRun = isDryRun
    self.action = action
  }
}
