/// Headings of tables and names of values, in the order in which the commands stand.
extension CLIMessages {
  // MARK: Setup and status

  public var preparing: String { language(sv: "Gör i ordning databasen …", en: "Preparing the database …") }
  public func prepared(version: Int, applied: Int, isTrial: Bool) -> String {
    let kind = isTrial ? language(sv: ", för prov", en: ", for trials") : ""
    return applied == 0
      ? language(
        sv: "Databasen var redan i ordning: schema \(version)\(kind).",
        en: "The database was prepared already: schema \(version)\(kind).")
      : language(
        sv: "Databasen är i ordning: schema \(version)\(kind).",
        en: "The database is prepared: schema \(version)\(kind).")
  }
  public var database: String { language(sv: "Databas", en: "Database") }
  /// - Parameter origin: the word of who named the database, such as `databaseURL`.
  public func origin(_ origin: String) -> String {
    switch origin {
    case "option": "--database"
    case "databaseURL": "DATABASE_URL"
    case "libpqEnvironment": language(sv: "libpq:s miljövariabler", en: "libpq's environment")
    case "localCluster": language(sv: "det privata klustret", en: "the private cluster")
    default: origin
    }
  }
  public var user: String { language(sv: "Roll", en: "Role") }
  public var schema: String { language(sv: "Schema", en: "Schema") }
  public func schemaVersion(_ version: Int) -> String {
    language(sv: "version \(version), som programmet", en: "version \(version), as the program")
  }
  public var clock: String { language(sv: "Klocka", en: "Clock") }
  public var trial: String { language(sv: "prov", en: "trial") }
  public var sample: String { language(sv: "exempeldata", en: "sample data") }
  public var worker: String { language(sv: "Arbetsprocess", en: "Worker") }
  public func workerSeen(secondsAgo: Int?) -> String {
    guard let secondsAgo else { return language(sv: "ingen igång", en: "none at work") }
    return language(
      sv: "hördes av för \(secondsAgo) sekunder sedan", en: "heard of \(secondsAgo) seconds ago")
  }
  public var municipality: String { language(sv: "Kommun", en: "Municipality") }
  public var participant: String { language(sv: "Deltagare", en: "Participant") }
  public var groups: String { language(sv: "EST-grupper", en: "EST groups") }
  public var due: String { language(sv: "Väntar på dig", en: "Due for you") }
  public var nothingDue: String { language(sv: "Inget.", en: "Nothing.") }
  public var warning: String { language(sv: "Obs", en: "Note") }
  public var noWorker: String {
    language(
      sv: "Ingen arbetsprocess är igång: perioder öppnas och stängs inte av sig själva. Starta est-worker.",
      en: "No worker is at work: periods do not open and close by themselves. Start est-worker.")
  }
  public var function: String { language(sv: "Funktion", en: "Function") }
  public var organisation: String { language(sv: "Organisation", en: "Organisation") }
  public func may(from states: [String]) -> String {
    language(sv: "Ja, i läget \(anyOf(states)).", en: "Yes, in the state \(anyOf(states)).")
  }
  public func mayNot(roles: [String]) -> String {
    language(
      sv: "Nej. Det får \(anyOf(roles.map(role))).", en: "No. That is for a \(anyOf(roles.map(role))).")
  }

  // MARK: The private cluster and the clock

  public var state: String { language(sv: "Läge", en: "State") }
  public var running: String { language(sv: "igång", en: "running") }
  public var stopped: String { language(sv: "stoppat", en: "stopped") }
  public var notMade: String { language(sv: "inte skapat", en: "not made") }
  public var folder: String { language(sv: "Mapp", en: "Folder") }
  public func confirmReset(_ path: String) -> String {
    language(
      sv: "Ta bort det privata klustret i \(path) med allt det håller?",
      en: "Remove the private cluster in \(path) with all that it holds?")
  }
  public func clockSet(_ time: String) -> String {
    language(sv: "Klockan är nu \(time).", en: "The clock is now \(time).")
  }

  // MARK: Administration

  public var codeColumn: String { language(sv: "KOD", en: "CODE") }
  public var name: String { language(sv: "NAMN", en: "NAME") }
  public var data: String { language(sv: "UPPGIFTER", en: "DATA") }
  public func provenance(_ word: String) -> String {
    word == "sample" ? language(sv: "exempel", en: "sample") : language(sv: "verkliga", en: "real")
  }
  public var period: String { language(sv: "PERIOD", en: "PERIOD") }
  public func period(_ kind: String) -> String {
    switch kind {
    case "weekly": language(sv: "vecka", en: "weekly")
    case "fortnightly": language(sv: "fjorton dagar", en: "fortnightly")
    case "monthly": language(sv: "månad", en: "monthly")
    default: kind
    }
  }
  public var deadline: String { language(sv: "SENAST", en: "DEADLINE") }
  public var meeting: String { language(sv: "MÖTE", en: "MEETING") }
  /// - Parameter weekday: 1 for Monday.
  public func weekly(_ weekday: Int, _ time: String) -> String { "\(language.weekday(weekday)) \(time)" }
  public var zone: String { language(sv: "TIDSZON", en: "ZONE") }
  public var kind: String { language(sv: "SLAG", en: "KIND") }
  public func organisationKind(_ kind: String) -> String {
    switch kind {
    case "police": language(sv: "polis", en: "police")
    case "municipal": language(sv: "kommunal", en: "municipal")
    case "region": language(sv: "region", en: "region")
    case "rescue": language(sv: "räddningstjänst", en: "rescue service")
    case "company": language(sv: "företag", en: "company")
    case "civil": language(sv: "civilsamhälle", en: "civil society")
    default: kind
    }
  }
  public var organisationColumn: String { language(sv: "ORGANISATION", en: "ORGANISATION") }
  public var groupColumn: String { language(sv: "GRUPP", en: "GROUP") }
  public var expected: String { language(sv: "VÄNTAS SVARA", en: "EXPECTED") }
  public var login: String { language(sv: "DELTAGARE", en: "LOGIN") }
  public var functionColumn: String { language(sv: "FUNKTION", en: "FUNCTION") }
  public var roleColumn: String { language(sv: "ROLL", en: "ROLE") }
  public var roles: String { language(sv: "ROLLER", en: "ROLES") }
  public var population: String { language(sv: "INVÅNARE", en: "POPULATION") }
  public var size: String { language(sv: "KM²", en: "KM²") }
  public func areasImported(features: Int, areas: Int) -> String {
    language(
      sv: "\(features) objekt lästa, \(areas) områden.", en: "\(features) features read, \(areas) areas.")
  }
  public var oddities: String { language(sv: "Att se över", en: "To look at") }
  public var themes: String { language(sv: "TEMAN", en: "THEMES") }
  public func categoriesVersion(_ version: Int) -> String {
    language(sv: "Kategorier, version \(version)", en: "Categories, version \(version)")
  }
  public var setting: String { language(sv: "INSTÄLLNING", en: "SETTING") }
  public var value: String { language(sv: "VÄRDE", en: "VALUE") }
  public func throughDay(_ role: String, _ day: String) -> String {
    language(sv: "\(role) t.o.m. \(day)", en: "\(role) through \(day)")
  }
  public func newPassword(_ login: String) -> String {
    language(
      sv: "Nytt lösenord för \(login), minst 12 tecken",
      en: "New password for \(login), at least 12 characters")
  }
  public var samePassword: String { language(sv: "Samma lösenord igen", en: "The same password again") }
  public var passwordsDiffer: String {
    language(sv: "Det var inte samma. Försök igen.", en: "They differ. Try again.")
  }
  public func passwordChanged(_ login: String) -> String {
    language(sv: "\(login) har ett nytt lösenord.", en: "\(login) has a new password.")
  }
  public func howToConnect(_ login: String) -> String {
    language(
      sv:
        "Så här ansluter \(login): lägg detta i ~/.pg_service.conf, sätt PGSERVICE=est, och kör »est status«.",
      en: "How \(login) connects: put this into ~/.pg_service.conf, set PGSERVICE=est, and run “est status”.")
  }
  public func withoutLogin(_ login: String) -> String {
    language(
      sv: "\(login) har ingen inloggning än: »est participant password \(login)« ger en.",
      en: "\(login) has no login yet: “est participant password \(login)” makes one.")
  }
  public func serviceFileWritten(_ login: String, _ path: String) -> String {
    language(
      sv: "\(login) ansluter med PGSERVICEFILE=\(path) PGSERVICE=est.",
      en: "\(login) connects with PGSERVICEFILE=\(path) PGSERVICE=est.")
  }
  public func confirmRemoval(_ login: String) -> String {
    language(
      sv: "Ta bort deltagaren \(login)? Det som är gjort finns kvar.",
      en: "Remove the participant \(login)? What was done stays on record.")
  }

  // MARK: Machines, log, outbox and timers

  public var version: String { language(sv: "VERSION", en: "VERSION") }
  public var states: String { language(sv: "LÄGEN", en: "STATES") }
  public var transitions: String { language(sv: "ÖVERGÅNGAR", en: "TRANSITIONS") }
  public var from: String { language(sv: "FRÅN", en: "FROM") }
  public var event: String { language(sv: "HÄNDELSE", en: "EVENT") }
  public var to: String { language(sv: "TILL", en: "TO") }
  public var guards: String { language(sv: "VILLKOR", en: "GUARDS") }
  public var birth: String { language(sv: "(ny)", en: "(new)") }
  public var time: String { language(sv: "TID", en: "TIME") }
  public var machine: String { language(sv: "MASKIN", en: "MACHINE") }
  public var reason: String { language(sv: "SKÄL", en: "REASON") }
  public var stateColumn: String { language(sv: "LÄGE", en: "STATE") }
  public var instance: String { language(sv: "ID", en: "ID") }
}
