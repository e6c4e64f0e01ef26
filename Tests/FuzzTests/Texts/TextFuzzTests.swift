import EST
import Foundation
import Picture
import TestSupport
import Testing

@testable import Commands
@testable import Export
@testable import Intake
@testable import Workflow

/// Free texts on their way in and out.
@Suite struct TextFuzzTests {
  @Test func screen() {
    Fuzz("screen", sample: 2_000, full: 80_000).run { random in
      let text = String(
        decoding: Bool.random(using: &random)
          ? Nasty.bytes(&random)
          : Mutation.of(Nasty.texts.map { Array($0.utf8) }, words: Self.digits, &random), as: UTF8.self)
      _ = text.trimmed
      guard let finding = PersonalDataScreen.firstFinding(in: text) else { return .taken }
      guard (1...max(1, text.count)).contains(finding.position) else {
        throw Flaw("position \(finding.position) in \(text)")
      }
      return .refused
    }
  }

  private static let digits = [
    "19811228-9874", "070", "46", "noll", "ett", "@", ".se", "ABC", "１", "٣", "\u{200B}", "-",
  ]
  .map { Array($0.utf8) }

  @Test func terminal() throws {
    Fuzz("terminal", sample: 1_500, full: 60_000).run { random in
      let texts = (0..<4).map { _ in Nasty.text(&random) }
      try Promise.isTerminalSafe(TerminalText.safe(texts[0]))
      guard !TerminalText.safe(texts[0]).contains("\n") else { throw Flaw("a line break in one line") }
      guard TerminalText.width(TerminalText.safe(texts[1])) >= 0 else { throw Flaw("narrower than nothing") }
      let answer = Answer(
        .object([.init(key: texts[0], value: .strings(texts))]), .text(texts[0]), .heading(texts[1]),
        .pairs([("a", texts[2]), ("åäö", texts[3])]),
        .table(Table([.init("x"), .init("y", .right)], [[texts[0], texts[1]], [texts[2], texts[3]]])))
      try Promise.isTerminalSafe(answer.text(isBold: false))
      try Promise.isTerminalSafe(answer.json.text)
      let read = try JSONSerialization.jsonObject(with: Data(answer.json.text.utf8)) as? [String: [String]]
      guard
        read.map({ $0.values.map { $0.map { Array($0.unicodeScalars) } } }) == [
          texts.map { Array($0.unicodeScalars) }
        ]
      else {
        throw Flaw("\(texts.debugDescription) is read as \(read.debugDescription)")
      }
      try Promise.isTerminalSafe(answer.json.line)
      return .taken
    }
  }

  @Test func tables() {
    Fuzz("csv-cells", sample: 2_000, full: 100_000).run { random in
      let cells = (0..<3).map { _ in Nasty.text(&random) }
      let rows = try ReadBack.table(CSV.line(cells) + CSV.line(["x"]))
      guard rows.count == 2, rows[0].count == 3, rows[1] == ["x"] else {
        throw Flaw("\(cells) is read as \(rows)")
      }
      for cell in rows[0] { try ReadBack.isPlain(cell) }
      return .taken
    }
  }

  @Test func pages() {
    Fuzz("html-texts", sample: 2_000, full: 80_000).run { random in
      let text = Nasty.text(&random)
      let escaped = SafeHTML().escapeText(text)
      guard !escaped.unicodeScalars.contains(where: { "<>\"'".unicodeScalars.contains($0) }) else {
        throw Flaw(escaped)
      }
      try Promise.isTerminalSafe(escaped.replacing("\t", with: ""))
      let read = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(
        escaped
      ) {
        $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
      }
      let kept = text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !$0.isInvisible }
      guard Array(read.unicodeScalars) == Array(kept) else {
        throw Flaw("\(text.debugDescription) is read as \(read.debugDescription)")
      }
      let slug = Export.slug(text)
      guard !slug.isEmpty, slug.count <= 60,
        slug.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
      else { throw Flaw("the file name \(slug)") }
      return .taken
    }
  }

  @Test func mail() {
    Fuzz("mail", sample: 1_500, full: 60_000).run { random in
      let (subject, text) = (Nasty.text(&random), Nasty.text(&random))
      let address =
        random.once(in: 3)
        ? Nasty.text(&random) : random.pick(["a@exempel.se", "a@b@c", "<a@b>", "a b@c", "a@b\n"])
      _ = FailureReaders(address, of: MunicipalityCode("2480")!)
      guard
        let mail = try? Mail(
          id: random.once(in: 5) ? Nasty.text(&random) : "a.1", from: "est@exempel.se", to: address,
          subject: subject,
          text: text, date: now)
      else { return .refused }
      let lines = mail.source.components(separatedBy: "\n")
      let head = lines.prefix { !$0.isEmpty }
      let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
      guard
        names == [
          "Message-ID", "Date", "From", "To", "Subject", "MIME-Version", "Content-Type",
          "Content-Transfer-Encoding",
          "Auto-Submitted",
        ], mail.source.utf8.allSatisfy({ $0 == 0x0A || (0x20..<0x7F).contains($0) })
      else { throw Flaw(mail.source) }
      let body = Data(base64Encoded: lines.dropFirst(head.count + 1).joined())
      guard body == Data(text.utf8) else { throw Flaw("another body: \(text.debugDescription)") }
      return .taken
    }
  }

  private static let replies = [
    "sendmail: 550 5.1.1 <a@exempel.se>: Recipient address rejected: User unknown",
    "smtp: server said: 451 4.7.0 later",
    "msmtp: envelope from address est@exempel.se not accepted by the server\nmsmtp: server message: 554-5.7.1 no",
    "time-out: 550 seconds", "(4.2.2) \"451 x\" #5.1.1",
  ].map { Array($0.utf8) }

  @Test func replies() {
    let words = ["550", "5.1.1", "4.", " 451 ", ": ", "(", "#", "\"", "-", "\r\n", "a@exempel.se"].map {
      Array($0.utf8)
    }
    Fuzz("mail-replies", sample: 1_500, full: 80_000).run { random in
      let said = String(decoding: Mutation.of(Self.replies, words: words, &random), as: UTF8.self)
      let result = Mailer.judge(
        .exited(Int32.random(in: -1...100, using: &random), said: said), addresses: ["a@exempel.se", ""])
      guard let reply = MailReply.last(in: said) else { return .refused }
      guard reply.code.utf8.count <= 13 else { throw Flaw("code \(reply.code)") }
      if let kept = MailReply.kept(reply.sentence, without: ["a@exempel.se"]) {
        try Promise.isTerminalSafe(kept)
        guard kept.unicodeScalars.count <= 200, !kept.contains("a@exempel.se"),
          PersonalDataScreen.firstFinding(in: kept) == nil
        else { throw Flaw("kept: \(kept)") }
      }
      _ = result
      return .taken
    }
  }
}
