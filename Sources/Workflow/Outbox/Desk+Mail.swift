import EST
import Foundation
import Language
import Persistence

extension Desk {
  /// The mail that the outbox asks for, and the way it leaves.
  func mail(for item: OutboxItem) throws -> (Mail, Mailer.Way) {
    let payload = try Desk.payload(of: item)
    guard let way = try municipalities.setting(Setting.mail.rawValue, of: municipality.code) else {
      throw DeliveryFailure(.setting)
    }
    guard let notice = payload["notice"] else { throw DeliveryFailure(.content) }
    let reader = payload["participant"].flatMap { UUID(uuidString: $0) }.map { ParticipantID($0) }
    // Whoever has been removed meanwhile has none.
    guard let to = try payload["to"] ?? reader.flatMap({ try people.address(of: $0) }) else {
      throw DeliveryFailure(.receiver)
    }
    let messages = NoticeMessages(try language())
    let detail = payload["detail"] ?? ""
    let sender = try municipalities.setting(Setting.sender.rawValue, of: municipality.code)
    do {
      let mail = try Mail(
        id: item.key, from: sender ?? "est@localhost", to: to,
        subject: messages.subject(notice, municipality: municipality.name, detail: detail),
        text: messages.mail(notice, detail: detail), date: item.requestedAt)
      return (mail, Mailer.Way(setting: way))
    } catch {
      throw DeliveryFailure(.content)
    }
  }

  static func payload(of item: OutboxItem) throws -> [String: String] {
    guard let payload = try? JSONDecoder().decode([String: String].self, from: Data(item.payload.utf8)) else {
      throw DeliveryFailure(.content)
    }
    return payload
  }
}
