/// What is said when machines get new versions.
extension CLIMessages {
  public var nothingStranded: String {
    language(
      sv: "Inget strandar: allt som pågår kommer vidare med programmets tillståndsmaskiner.",
      en: "Nothing is stranded: all that is running can go on under the program's state machines.")
  }
  public var stranding: String {
    language(
      sv: "Programmets tillståndsmaskiner skulle stranda det som pågår, och inget är ändrat:",
      en: "The program's state machines would strand what is running, and nothing is changed:")
  }
  public var machineGone: String {
    language(sv: "maskinen finns inte längre", en: "the machine is no more")
  }
  public func olderThanTheirs(_ version: Int) -> String {
    language(
      sv: "programmets version \(version) är äldre", en: "the program's version \(version) is older")
  }
  public func stateGone(_ version: Int) -> String {
    language(sv: "version \(version) har inget sådant läge", en: "version \(version) has no such state")
  }
  public func noEnd(_ version: Int) -> String {
    language(
      sv: "i version \(version) leder ingen väg därifrån till ett slut",
      en: "in version \(version) no way leads from there to an end")
  }
  public func timerUnknown(_ event: String, _ version: Int) -> String {
    language(
      sv: "en timer väntar på \(event), som version \(version) inte tar emot därefter",
      en: "a timer waits to say \(event), which version \(version) takes nowhere ahead")
  }
  /// - Parameters:
  ///   - database: the newest version there; 0 for none.
  ///   - program: the program's; 0 for none.
  public func otherMachine(_ name: String, database: Int, program: Int) -> String {
    database < program
      ? language(
        sv:
          "Databasen har tillståndsmaskinen \(name) i version \(database), och programmet behöver \(program). "
          + "Kör »est setup«.",
        en:
          "The database has version \(database) of the state machine \(name), and the program needs \(program). "
          + "Run “est setup”.")
      : language(
        sv:
          "Databasen har tillståndsmaskinen \(name) i version \(database), nyare än programmets \(program). "
          + "Uppgradera programmet.",
        en: "The database has version \(database) of the state machine \(name), newer than the program's "
          + "\(program). Upgrade the program.")
  }
}
