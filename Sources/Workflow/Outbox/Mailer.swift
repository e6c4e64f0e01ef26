import EST
import Persistence

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
    /// It may work another time.
    case temporary(DeliveryFailure)
    /// The receiver's side refuses it.
    case permanent(DeliveryFailure)
    /// It is our side's fault, and no other time will do.
    case technical(DeliveryFailure)
  }

  /// How a sendmail program ended.
  public enum Ending: Sendable, Equatable {
    /// - Parameter said: its standard error, to some length.
    case exited(Int32, said: String)
    /// It was ended by a signal.
    case signaled
    case timedOut
    case notStarted(reason: String)
  }

  /// Runs a sendmail program with arguments and standard input.
  public typealias Run =
    @Sendable (_ program: String, _ arguments: [String], _ input: String) async throws -> Ending

  let run: Run

  public init(run: @escaping Run) { self.run = run }

  func send(_ mail: Mail, by way: Way) async throws -> Result {
    switch way {
    case .folder(let folder):
      do {
        try await AtomicFile.writeAside([UInt8](mail.source.utf8), to: "\(folder)/\(mail.id).eml")
      } catch let failure as AtomicFile.Failure {
        return .temporary(DeliveryFailure(.file, said: failure.reason))
      }
      return .sent
    case .sendmail(let program):
      // -i: a line with a dot alone is no end; --: an address is no option.
      let ending = try await run(program, ["-i", "-f", mail.from, "--", mail.to], mail.source)
      return Mailer.judge(ending, addresses: [mail.to, mail.from])
    }
  }

  /// The reply code decides where there is one: 4xx is tried again, 5xx is final. msmtp, for one, gives a 451 the exit
  /// status of an unavailable service. Without one the statuses of `sysexits.h` do.
  static func judge(_ ending: Ending, addresses: [String]) -> Result {
    switch ending {
    case .exited(0, _): return .sent
    case .signaled: return .temporary(DeliveryFailure(.program))
    case .timedOut: return .temporary(DeliveryFailure(.timeOut))
    // A program that is not there yet is installed by somebody, and the mail waits for that.
    case .notStarted(let reason):
      return .temporary(DeliveryFailure(.noProgram, said: MailReply.kept(reason, without: addresses)))
    case .exited(let status, let said):
      if let reply = MailReply.last(in: said) {
        let failure = DeliveryFailure(
          .reply, reply: reply.code, said: MailReply.kept(reply.sentence, without: addresses))
        return reply.isPermanent ? .permanent(failure) : .temporary(failure)
      }
      let line = said.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
      let failure = DeliveryFailure(
        .program, reply: String(status), said: MailReply.kept(line, without: addresses))
      return switch status {
      // EX_DATAERR, EX_NOUSER: the address's. EX_NOHOST is not: programs say it of a relay whose name is not found.
      case 65, 67: .permanent(failure)
      // EX_USAGE: it does not take these arguments.
      case 64: .technical(failure)
      default: .temporary(failure)
      }
    }
  }
}
