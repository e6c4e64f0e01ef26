import EST
import Persistence
import Testing

@testable import Workflow

@Suite struct MailReplyTests {
  @Test(arguments: [
    // msmtp
    (
      "msmtp: recipient address a@b.se not accepted by the server\nmsmtp: server message: 550 5.1.1 <a@b.se>: no "
        + "such user\nmsmtp: could not send mail (account default from /etc/msmtprc)", "550 5.1.1"
    ),
    ("msmtp: server message: 451-4.3.0 Try\nmsmtp: server message: 451 4.3.0 later", "451 4.3.0"),
    ("msmtp: serverns meddelande: 421 Service not available", "421"),
    ("msmtp: authentication failed (method PLAIN)\nmsmtp: server message: 535 5.7.8 Error", "535 5.7.8"),
    // Others
    ("sendmail: RCPT TO:<a@b.se> (550 No such user here)", "550"),
    ("send-mail: command failed: 554 5.7.1 Refused\n", "554 5.7.1"),
    ("host mx.b.se[192.0.2.1] said: 452 4.2.2 The mailbox is full (in reply to RCPT TO)", "452 4.2.2"),
    ("qmail-inject: fatal: sorry, no mailbox here by that name. (#5.1.1)", "5.1.1"),
    ("550", "550"), ("  450 mailbox busy", "450"), ("dma: 5.7.1: refused", "5.7.1"),
    // The last one counts: the first was of another try.
    ("451 4.3.2 not now\n550 5.1.1 no such user", "550 5.1.1"),
    ("550 5.1.1 no such user\n451 4.3.2 not now", "451 4.3.2"),
    // The first of a line: the rest is prose.
    ("451 4.7.1 greylisted (550 follows)", "451 4.7.1"),
    // Numbers that are something else
    ("msmtp: cannot connect to mail.b.se, port 465: the server does not answer", nil),
    ("msmtp: cannot connect to mail.b.se, port 587: Connection refused", nil),
    ("connect to mail.b.se[192.0.2.1]: 587: refused", nil), ("port: 465", nil),
    ("at 04:50:55 the server closed the connection after 550 bytes", nil),
    ("time-out: 550 seconds", nil), ("gave up after 451 ms", nil), ("/etc/msmtprc:451: unknown command", nil),
    ("/etc/msmtprc: line 550: unknown command", nil), ("4.3.2.1: no route to host", nil),
    ("5.1.1.9: no route", nil), ("mailer 5.1.1a", nil), ("queued as 550A2C", nil), ("55012 things", nil),
    ("250 2.0.0 Ok", nil), ("354 go on", nil), ("", nil), ("550A: what", nil), ("4509", nil), ("45", nil),
  ])
  func aReplyIsReadWhereItStands(_ text: String, _ code: String?) {
    #expect(MailReply.last(in: text)?.code == code)
  }

  @Test(arguments: [
    ("<anna.berg@b.se>: Recipient address rejected", "… Recipient address rejected"),
    ("user anna.berg unknown", "user … unknown"), ("no ANNA.BERG here", "no … here"),
    ("see https://b.se/?q=anna%40b.se", "see …"), ("mailbox anna%40b.se full", "mailbox … full"),
    ("call 070-123 45 67", nil), ("mottagare 19121212-1212 okänd", nil), ("", nil),
    ("a\u{1b}[31mred\u{7}", "a[31mred"), ("mailbox is full", "mailbox is full"),
  ])
  func whatIsKeptOfItNamesNobody(_ sentence: String, _ kept: String?) {
    #expect(MailReply.kept(sentence, without: ["anna.berg@b.se", "est@kommun.se"]) == kept)
  }

  @Test func aLongSentenceIsCut() throws {
    let kept = try #require(MailReply.kept(String(repeating: "x", count: 5_000), without: []))
    #expect(kept.count == 200)
  }

  @Test(
    arguments: [
      (.exited(0, said: "550 whatever"), .sent),
      (.exited(65, said: "msmtp: server message: 550 5.1.1 nej"), permanent(.reply, "550 5.1.1", "nej")),
      // msmtp ends a 451 as an unavailable service.
      (.exited(69, said: "msmtp: server message: 451 4.3.0 sen"), temporary(.reply, "451 4.3.0", "sen")),
      (.exited(75, said: "port 465: refused"), temporary(.program, "75", "port 465: refused")),
      (.exited(67, said: ""), permanent(.program, "67", nil)),
      (.exited(65, said: ""), permanent(.program, "65", nil)),
      (.exited(64, said: ""), .technical(DeliveryFailure(.program, reply: "64"))),
      // A relay whose name is not found may be found tomorrow.
      (.exited(68, said: ""), temporary(.program, "68", nil)),
      (.exited(78, said: ""), temporary(.program, "78", nil)),
      (.exited(1, said: ""), temporary(.program, "1", nil)),
      (.signaled, temporary(.program, nil, nil)), (.timedOut, temporary(.timeOut, nil, nil)),
      (.notStarted(reason: "gone"), temporary(.noProgram, nil, "gone")),
    ] as [(Mailer.Ending, Mailer.Result)])
  func theReplyDecidesAndThenTheExitStatus(_ ending: Mailer.Ending, _ result: Mailer.Result) {
    #expect(Mailer.judge(ending, addresses: ["anna@b.se"]) == result)
  }

  private static func permanent(
    _ cause: DeliveryFailure.Cause, _ reply: String?, _ said: String?
  ) -> Mailer.Result { .permanent(DeliveryFailure(cause, reply: reply, said: said)) }
  private static func temporary(
    _ cause: DeliveryFailure.Cause, _ reply: String?, _ said: String?
  ) -> Mailer.Result { .temporary(DeliveryFailure(cause, reply: reply, said: said)) }
}
