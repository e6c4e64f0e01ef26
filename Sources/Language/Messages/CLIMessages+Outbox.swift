/// What leaves the database, and why it does not.
extension CLIMessages {
  public var attempts: String { language(sv: "FÖRSÖK", en: "ATTEMPTS") }
  /// Of the next attempt, or of the end.
  public var outboxTime: String { language(sv: "NÄR", en: "WHEN") }
  public var outboxWhat: String { language(sv: "VAD", en: "WHAT") }

  /// - Parameter state: as GOV.UK Notify calls it.
  public func outboxState(_ state: String) -> String {
    switch state {
    case "created": language(sv: "väntar", en: "waiting")
    case "sending": language(sv: "skickas", en: "sending")
    case "delivered": language(sv: "skickat", en: "delivered")
    case "temporary-failure": language(sv: "försöks igen", en: "will be tried again")
    case "permanent-failure": language(sv: "misslyckat", en: "failed")
    case "technical-failure": language(sv: "fel hos oss", en: "failed on our side")
    default: state
    }
  }

  public func outboxMail(_ notice: String, to recipient: String?) -> String {
    guard let recipient else { return notice }
    return language(sv: "\(notice), till \(recipient)", en: "\(notice), to \(recipient)")
  }

  public func outboxFile(period: String, version: String, format: String) -> String {
    language(
      sv: "Lägesbild \(period), version \(version), \(format)",
      en: "Situation picture \(period), version \(version), \(format)")
  }

  public func retried(_ count: Int) -> String {
    language(sv: "\(count) skickas på nytt.", en: "\(count) will be tried again.")
  }

  public var outbox: String { language(sv: "Utkorg", en: "Outbox") }
  public func outboxCounts(waiting: Int, failed: Int) -> String {
    language(
      sv: "\(waiting) väntar, \(failed) kunde inte skickas",
      en: "\(waiting) waiting, \(failed) could not be sent")
  }
  public func outboxFailed(_ count: Int) -> String {
    language(
      sv:
        "\(count) brev eller filer kunde inte skickas: est outbox list --failed visar varför, och est outbox retry "
        + "försöker igen.",
      en:
        "\(count) mails or files could not be sent: est outbox list --failed shows why, and est outbox retry tries "
        + "again.")
  }

  /// Why an attempt did not deliver, in a sentence.
  /// - Parameters:
  ///   - cause: its stable name, such as `time-out`.
  ///   - reply: the receiver's reply code, or the exit status of the mail program.
  ///   - said: the receiver's own words.
  public func deliveryFailure(_ cause: String, reply: String?, said: String?) -> String {
    let words = said.map { ": \($0)" } ?? ""
    switch cause {
    case "reply": return "\(replyMeaning(reply ?? "")) (\(reply ?? ""))" + words
    case "program":
      guard let reply else {
        return language(sv: "Programmet avbröts", en: "The program was killed") + words
      }
      return language(
        sv: "Programmet misslyckades (slutstatus \(reply))",
        en: "The program failed (exit status \(reply))") + words
    case "time-out":
      return language(sv: "Programmet svarade inte i tid", en: "The program did not end in time")
    case "no-program":
      return language(sv: "Programmet gick inte att starta", en: "The program could not be started")
        + words
    case "file": return language(sv: "Filen kunde inte skrivas", en: "The file could not be written") + words
    case "setting":
      return language(
        sv: "Inställningen för brev eller exportmapp är borttagen",
        en: "The setting for mail or folder is gone")
    case "receiver":
      return language(
        sv: "Mottagaren är inte längre deltagare eller har ingen adress",
        en: "The receiver is no longer a participant, or has no address")
    case "content":
      return language(sv: "Innehållet går inte att skicka", en: "The content cannot be sent")
    case "worker-gone":
      return language(
        sv: "Arbetsprocessen försvann innan den hann säga hur det gick: det kan ha skickats",
        en: "The worker went away before it said what came of it: it may have been sent")
    case "earlier": return language(sv: "Misslyckades", en: "Failed") + (reply.map { " (\($0))" } ?? "")
    default: return cause + words
    }
  }

  /// What a reply code means (RFC 5321, section 4.2; RFC 3463, section 3).
  private func replyMeaning(_ reply: String) -> String {
    let enhanced = reply.split(separator: " ").last.map(String.init) ?? reply
    switch enhanced.dropFirst(2) {
    case "1.1": return language(sv: "Adressen finns inte", en: "There is no such address")
    case "1.2": return language(sv: "Adressens domän finns inte", en: "There is no such domain")
    case "2.1": return language(sv: "Brevlådan är stängd", en: "The mailbox is closed")
    case "2.2": return language(sv: "Brevlådan är full", en: "The mailbox is full")
    case "3.4": return language(sv: "Brevet är för stort", en: "The mail is too large")
    case _ where enhanced.dropFirst(2).hasPrefix("7."):
      return language(
        sv: "Mottagarens regler släpper inte igenom brevet", en: "The receiver's rules refuse the mail")
    default:
      return reply.hasPrefix("5")
        ? language(
          sv: "Mottagarens server tar inte emot brevet", en: "The receiver's server refuses the mail")
        : language(
          sv: "Mottagarens server ber om ett senare försök", en: "The receiver's server asks for a later try")
    }
  }
}
