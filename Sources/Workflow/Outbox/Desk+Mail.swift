import EST
import Language
import Persistence

extension Desk {
  /// The mail that the outbox asks for, and the way it leaves.
  func mail(for payload: [String: String], messageID: String) throws -> (Mail, Mailer.Way) {
    guard let way = try municipalities.setting(Setting.mail.rawValue, of: municipality.code),
      let to = payload["to"], let notice = payload["notice"]
    else { throw StoreError.notFound(.setting, name: Setting.mail.rawValue) }
    let messages = NoticeMessages(try language())
    let detail = payload["detail"] ?? ""
    let sender = try municipalities.setting(Setting.sender.rawValue, of: municipality.code)
    return (
      Mail(
        messageID: messageID, from: sender ?? "est@localhost", to: to,
        subject: messages.subject(notice, municipality: municipality.name, detail: detail),
        text: messages.mail(notice, detail: detail)),
      Mailer.Way(setting: way)
    )
  }
}
