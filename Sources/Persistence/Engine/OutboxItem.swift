import EST
import Foundation
import Postgres

/// Something that is to leave the database, as it is asked for in the transaction that it tells of.
public struct OutboxRequest: Sendable, Hashable {
  public let municipality: MunicipalityCode
  /// Made at the time of the request (UUIDv7).
  public let id: UUID
  public let kind: OutboxItem.Kind
  /// The left side of a mail's Message-ID, the name of a file: a second request under it is none.
  public let key: String
  /// A flat JSON object of strings.
  public let payload: String
  public let at: Instant

  public init(
    _ kind: OutboxItem.Kind, _ municipality: MunicipalityCode, id: UUID, key: String, payload: String,
    at: Instant
  ) {
    self.kind = kind
    self.municipality = municipality
    self.id = id
    self.key = key
    self.payload = payload
    self.at = at
  }
}

/// Something that a worker has claimed.
public struct OutboxItem: Sendable, Hashable {
  public enum Kind: String, Sendable, StoredAsText { case mail, file }

  public let municipality: MunicipalityCode
  public let id: UUID
  public let kind: Kind
  public let key: String
  public let requestedAt: Instant
  public let claimedAt: Instant
  /// The number of the attempt under way: the fencing token.
  public let attempt: Int
  /// The attempts since it was asked for, or asked for again.
  public let recentAttempts: Int
  /// JSON.
  public let payload: String
}

/// Why an attempt did not deliver.
public struct DeliveryFailure: Error, Sendable, Hashable {
  public enum Cause: String, Sendable, CaseIterable, StoredAsText {
    /// The receiver's side said so, in a reply with a code.
    case reply
    /// The mail program ended with an exit status of `sysexits.h`, which is in `reply`.
    case program
    /// The mail program did not end in time.
    case timeOut = "time-out"
    /// The mail program could not be started.
    case noProgram = "no-program"
    /// The file could not be written; `said` is the system's own reason.
    case file
    /// The municipality has no such setting any more, or what is to be sent is not there.
    case setting
    /// The participant is removed, or has no address any more.
    case receiver
    /// What stands in the outbox cannot be carried out by this program.
    case content
    /// The worker went away before it said what came of it.
    case workerGone = "worker-gone"
    /// An attempt of the time before attempts were kept.
    case earlier
  }

  public let cause: Cause
  /// Such as `550 5.1.1` or `75`.
  public let reply: String?
  /// One line without addresses.
  public let said: String?

  public init(_ cause: Cause, reply: String? = nil, said: String? = nil) {
    self.cause = cause
    self.reply = reply
    self.said = said
  }
}

/// How an attempt ended.
public enum Delivery: Sendable, Hashable {
  case delivered
  case temporaryFailure(DeliveryFailure, again: Instant)
  case permanentFailure(DeliveryFailure)
  case technicalFailure(DeliveryFailure)

  public var state: OutboxState {
    switch self {
    case .delivered: .delivered
    case .temporaryFailure: .temporaryFailure
    case .permanentFailure: .permanentFailure
    case .technicalFailure: .technicalFailure
    }
  }

  public var failure: DeliveryFailure? {
    switch self {
    case .delivered: nil
    case .temporaryFailure(let failure, _), .permanentFailure(let failure), .technicalFailure(let failure):
      failure
    }
  }
}

extension OutboxState: StoredAsText {}
