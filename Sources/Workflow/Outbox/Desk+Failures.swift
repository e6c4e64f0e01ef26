import EST
import Foundation
import Persistence

/// Who is told of what could not leave the database.
struct FailureReaders: Hashable, Sendable {
  var roles: [GroupRole] = []
  var logins: [String] = []

  /// Reads `coordinator,administrator,2480_drift`, or `none`.
  init?(_ text: String, of municipality: MunicipalityCode) {
    guard text != "none" else { return }
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      switch word {
      case "coordinator": roles.append(.coordinator)
      case "administrator":
        roles.append(.administrator)
        logins.append(Desk.administratorLogin(municipality))
      case _ where word.hasPrefix("\(municipality)_"): logins.append(String(word))
      default: return nil
      }
    }
  }
}

extension Desk {
  /// Tells those who look after it of a dead letter: once for each transition, however many mails of it failed.
  /// - Parameter mayHaveLeft: nobody knows what came of the last attempt.
  func tellOfFailure(of item: OutboxItem, mayHaveLeft: Bool) throws {
    let payload = (try? Desk.payload(of: item)) ?? [:]
    // The mail that tells of a failure is not told of, or a silent mail server would keep us talking to ourselves.
    let ownNotices: [NoticeKind] = [.deliveryFailed, .deliveryUnknown]
    guard !ownNotices.contains(where: { $0.rawValue == payload["notice"] }),
      // A key begins with its instance: so did those whose payload does not name it.
      let id = UUID(uuidString: payload["instance"] ?? payload["cycle"] ?? String(item.key.prefix(36))),
      let instance = try instances.find(id)
    else { return }
    let revision = payload["revision"].flatMap { Int($0) } ?? instance.revision
    let detail = try payload["detail"] ?? cycles.find(CycleID(id))?.period.label ?? ""
    try notices.tell(
      Telling(
        kind: mayHaveLeft ? .deliveryUnknown : .deliveryFailed, instance: id, group: instance.group,
        revision: revision, detail: detail),
      to: try failureReaders(in: instance.group), at: now)
  }

  /// Those whom the setting names; without it the group's coordinators, or where there are none the administrator.
  private func failureReaders(in group: GroupID) throws -> [ParticipantID] {
    let setting = try municipalities.setting(Setting.failureNotices.rawValue, of: municipality.code)
    if let readers = setting.flatMap({ FailureReaders($0, of: municipality.code) }) {
      return try outbox.readers(municipality.code, holding: readers.roles, in: group, logins: readers.logins)
    }
    let coordinators = try outbox.readers(
      municipality.code, holding: [.coordinator], in: group, logins: [])
    guard coordinators.isEmpty else { return coordinators }
    return try outbox.readers(
      municipality.code, holding: [.administrator], in: group,
      logins: [Desk.administratorLogin(municipality.code)])
  }
}
