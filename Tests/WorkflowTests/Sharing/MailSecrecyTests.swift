import EST
import Foundation
import Language
import Persistence
import Postgres
import Testing

@testable import Workflow

/// A mail says that something is there. It carries no number, no place and no file.
@Suite struct MailSecrecyTests {
  /// What a mail may be about: a period, or the number of a problem or an action.
  private static let details = ["", "2026-W47", "2026-7"]

  @Test(arguments: NoticeKind.allCases) func everyTemplateSaysWhereToLookAndNoMore(_ kind: NoticeKind) throws
  {
    for language in Language.allCases {
      let messages = NoticeMessages(language)
      for detail in Self.details {
        let text = messages.mail(kind.rawValue, detail: detail)
        let subject = messages.subject(kind.rawValue, municipality: "Umeå", detail: detail)
        // A sentence of its own, and not the notice's name.
        #expect(!text.contains(kind.rawValue) || kind == .feedback, "\(text)")
        for said in [text, subject] {
          let rest = detail.isEmpty ? said : said.replacing(detail, with: "")
          #expect(!rest.contains { $0.isNumber }, "\(rest)")
          #expect(!rest.contains("<") && !rest.contains("://") && rest.count < 300, "\(rest)")
        }
        let mail = try Mail(
          id: "a.1", from: "est@umea.se", to: "samordnare@umea.se", subject: subject, text: text,
          date: World.beforeMeeting)
        // One part, of plain text.
        let types = mail.source.split(separator: "\n").filter { $0.lowercased().hasPrefix("content-") }
        #expect(
          types == ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"])
      }
    }
  }

  /// What is asked to be sent holds nothing that a template could tell of a report.
  @Test func whatIsAskedToBeSentHoldsNoReport() async throws {
    try await World.run { world in
      try await world.database.transaction { session in
        try session.script(
          """
          insert into est.participant_address (municipality, participant_id, address)
          select municipality, id, login || '@umea.se' from est.participant;
          insert into est.setting values ('2480', 'mail', 'folder:/srv/mail');
          """)
      }
      try await world.speak { desk in
        _ = try desk.reopen(
          try desk.week(), until: instant("2026-11-24T08:50:00+01:00"), because: "en rapport till")
        try desk.say("closeCollection", to: try desk.week())
        try desk.say("compile", to: try desk.week())
      }
      let payloads = try await world.database.session { session in
        try session.rows("select payload::text as payload from est.outbox where kind = 'mail'") {
          try $0.get("payload", as: String.self)
        }
      }
      #expect(payloads.contains { $0.contains("picture-ready") })
      for payload in payloads {
        let fields = try #require(
          try JSONSerialization.jsonObject(with: Data(payload.utf8)) as? [String: String])
        #expect(
          Set(fields.keys) == ["notice", "detail", "instance", "revision", "participant"], "\(fields)")
        #expect(fields["detail"] == "2026-W47")
      }
    }
  }
}
