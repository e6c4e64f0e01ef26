import EST
import Foundation
import Persistence

extension OutboxRequest {
  /// A mail as a transition asks for it, to an address that need not be a participant's.
  public static func mail(
    _ notice: NoticeKind, of municipality: MunicipalityCode, id: UUID, instance: UUID, revision: Int,
    detail: String, to participant: ParticipantID, address: String, at now: Instant
  ) throws -> OutboxRequest {
    let instance = instance.uuidString.lowercased()
    let payload = [
      "to": address, "notice": notice.rawValue, "detail": detail, "instance": instance,
      "revision": String(revision), "participant": participant.description,
    ]
    return OutboxRequest(
      .mail, municipality, id: id, key: "\(instance).\(revision).\(notice.rawValue).\(participant)",
      payload: String(decoding: try JSONEncoder().encode(payload), as: UTF8.self), at: now)
  }
}
