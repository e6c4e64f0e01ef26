import EST
import Foundation

/// One mail: it says that something is there, and carries neither report nor picture. The same item makes the same
/// mail at every attempt, byte for byte, while the receiver's address is the same.
public struct Mail: Sendable, Hashable {
  /// The left side of the Message-ID.
  public let id: String
  public let from: String
  public let to: String
  public let subject: String
  public let text: String
  /// When it was asked for.
  public let date: Instant

  /// What cannot stand in a header without changing what the mail is.
  public enum Fault: Error, Sendable { case id, address }

  public init(
    id: String, from: String, to: String, subject: String, text: String, date: Instant
  ) throws(Fault) {
    guard Mail.isDotAtom(id) else { throw .id }
    guard Mail.isAddress(from), Mail.isAddress(to) else { throw .address }
    self.id = id
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.date = date
  }

  /// By RFC 5322, section 3.6.4.
  public var messageID: String { "<\(id)@est>" }

  /// As RFC 5322 wants it, with line feeds alone as the sendmail interface takes it: ASCII lines of at most 78 signs
  /// but for the Message-ID's.
  public var source: String {
    let body = Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    return """
      Message-ID: \(messageID)
      Date: \(Mail.date(date))
      From: <\(from)>
      To: <\(to)>
      Subject: \(Mail.encodedWords(subject))
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64
      Auto-Submitted: auto-generated

      \(body)

      """
  }

  /// RFC 2047: words of which none splits a character, each on a line of at most 76 signs.
  static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      // A line break or another control character has no place in a subject, encoded or not.
      let bytes = scalar.properties.generalCategory == .control ? [0x20] : Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }

  /// RFC 5322, section 3.3: `Tue, 24 Nov 2026 08:30:00 +0100`.
  static func date(_ instant: Instant, in zone: ZoneRules = .stockholm) -> String {
    let local = zone.local(instant)
    let (year, month, day) = local.date.components
    let minutes = abs(zone.offset(at: instant)) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = local.date.weekday.code.prefix(3).capitalized
    return "\(weekday), \(two(day)) \(months[month - 1]) \(year) "
      + "\(two(local.time.hour)):\(two(local.time.minute)):\(two(local.time.second)) "
      + "\(zone.offset(at: instant) < 0 ? "-" : "+")\(two(minutes / 60))\(two(minutes % 60))"
  }

  /// RFC 5322, section 3.2.3.
  private static func isDotAtom(_ text: String) -> Bool {
    text.utf8.count <= 200
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty
          && atom.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
              || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
          }
      }
  }

  /// Whatever else it is: one word of printable ASCII with one `@` in it, and nothing that ends the header's brackets.
  private static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= 254 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && !text.contains(where: { "<>,;:\"()[]\\".contains($0) })
      && text.split(separator: "@", omittingEmptySubsequences: false).count == 2
  }
}
