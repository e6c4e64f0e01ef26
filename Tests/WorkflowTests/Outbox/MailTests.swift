import EST
import Foundation
import Testing

@testable import Workflow

@Suite struct MailTests {
  private static func mail(
    id: String = "019ab.3.period-open", from: String = "est@kommun.se", to: String = "vard@bolag.se",
    subject: String = "EST Umeå: Vi saknar er rapport", text: String = "Åtgärd.\n"
  ) throws -> Mail {
    try Mail(
      id: id, from: from, to: to, subject: subject, text: text, date: instant("2026-11-24T08:30:00+01:00"))
  }

  @Test func itIsAMessageByTheStandard() throws {
    let source = try Self.mail().source
    #expect(
      source == """
        Message-ID: <019ab.3.period-open@est>
        Date: Tue, 24 Nov 2026 08:30:00 +0100
        From: <est@kommun.se>
        To: <vard@bolag.se>
        Subject: =?UTF-8?B?RVNUIFVtZcOlOiBWaSBzYWtuYXIgZXIgcmFwcG9ydA==?=
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64
        Auto-Submitted: auto-generated

        w4V0Z8OkcmQuCg==

        """)
    #expect(try Self.mail().source == source)
  }

  @Test func aLongSubjectIsFoldedAndNoCharacterSplit() throws {
    let subject = String(repeating: "åäö🛟 ", count: 40)
    let lines = try Self.mail(subject: subject, text: String(repeating: "rad\n", count: 400)).source
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    let words = lines.filter { $0.contains("=?UTF-8?B?") }.map {
      $0.drop { $0 != "=" }.dropFirst("=?UTF-8?B?".count).dropLast(2)
    }
    let decoded = words.map { String(data: Data(base64Encoded: String($0))!, encoding: .utf8) }
    #expect(decoded.count > 5 && decoded.allSatisfy { $0 != nil })
    #expect(decoded.compactMap(\.self).joined() == subject)
  }

  /// Nothing that is handed in begins a header of its own.
  @Test(arguments: [
    "a@b.se\nBcc: c@d.se", "a@b.se\r\nBcc: c@d.se", "a@b.se> x", "a b@c.se", "a@b.se,c@d.se", "å@b.se",
    "a", "", "a@b@c.se", "a@b.se\u{0}",
  ])
  func anAddressCannotBreakOut(_ address: String) {
    #expect(throws: Mail.Fault.address) { try Self.mail(to: address) }
    #expect(throws: Mail.Fault.address) { try Self.mail(from: address) }
  }

  @Test(arguments: [
    "", ".", "a.", "a..b", "a b", "a\nb", "a@b", "a>b", "å", String(repeating: "a", count: 201),
  ])
  func anIDIsADotAtom(_ id: String) {
    #expect(throws: Mail.Fault.id) { try Self.mail(id: id) }
  }

  @Test func aSubjectOrATextCannotEither() throws {
    let evil = "hej\r\nBcc: c@d.se\n\n.\nQUIT\n"
    let source = try Self.mail(subject: evil, text: evil).source
    #expect(!source.contains("Bcc") && !source.contains("\n.\n") && !source.contains("\r"))
    let word = source.split(separator: "\n").first { $0.hasPrefix("Subject:") }!.split(separator: "?")[3]
    #expect(String(data: Data(base64Encoded: String(word))!, encoding: .utf8) == "hej  Bcc: c@d.se  . QUIT ")
  }

  @Test func theDateIsTheZones() {
    #expect(Mail.date(instant("2026-07-01T22:05:09Z")) == "Thu, 02 Jul 2026 00:05:09 +0200")
    let newYork = ZoneRules("America/New_York")!
    #expect(Mail.date(instant("2026-07-01T22:05:09Z"), in: newYork) == "Wed, 01 Jul 2026 18:05:09 -0400")
  }
}
