import Foundation

/// One mail: it says that something is there, and carries neither report nor picture.
public struct Mail: Sendable {
  public let messageID: String
  public let from: String
  public let to: String
  public let subject: String
  public let text: String

  /// As RFC 5322 wants it, in UTF-8 with a quoted subject.
  public var source: String {
    let encoded = Data(subject.utf8).base64EncodedString()
    return """
      Message-ID: <\(messageID)@est>
      From: <\(from)>
      To: <\(to)>
      Subject: =?UTF-8?B?\(encoded)?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64
      Auto-Submitted: auto-generated

      \(Data(text.utf8).base64EncodedString(options: .lineLength76Characters))

      """
  }
}

/// How mail leaves the machine.
public struct Mailer: Sendable {
  public enum Way: Sendable, Equatable {
    /// The path of a program with sendmail's interface.
    case sendmail(String)
    /// Only to be looked at.
    case folder(String)

    public init(setting: String) {
      self =
        setting.hasPrefix("folder:")
        ? .folder(String(setting.dropFirst("folder:".count))) : .sendmail(setting)
    }
  }

  public enum Result: Sendable, Equatable {
    case sent
    case temporary(String)
    case permanent(String)
  }

  /// Runs a sendmail program with arguments and standard input: its exit status and what it said.
  let run:
    @Sendable (_ program: String, _ arguments: [String], _ input: String) async throws -> (Int32, String)

  public init(
    run:
      @escaping @Sendable (_ program: String, _ arguments: [String], _ input: String) async throws -> (
        Int32, String
      )
  ) { self.run = run }

  func send(_ mail: Mail, by way: Way) async throws -> Result {
    switch way {
    case .folder(let folder):
      try AtomicFile.write([UInt8](mail.source.utf8), to: "\(folder)/\(mail.messageID).eml")
      return .sent
    case .sendmail(let program):
      let (status, said) = try await run(program, ["-i", "-f", mail.from, "--", mail.to], mail.source)
      return status == 0 ? .sent : Mailer.judge(status: status, said: said)
    }
  }

  /// The reply code decides where there is one: 4xx is tried again, 5xx is final. msmtp, for one, gives a 451 the exit
  /// status of an unavailable service.
  static func judge(status: Int32, said: String) -> Result {
    let numbers = said.split(whereSeparator: { !$0.isNumber })
    if let code = numbers.first(where: { $0.count == 3 && ($0.hasPrefix("4") || $0.hasPrefix("5")) }) {
      return code.hasPrefix("5") ? .permanent(String(code)) : .temporary(String(code))
    }
    // sysexits: EX_USAGE to EX_NOHOST are ours or the address's; the rest may pass.
    return (64...68).contains(status) ? .permanent("exit \(status)") : .temporary("exit \(status)")
  }
}
