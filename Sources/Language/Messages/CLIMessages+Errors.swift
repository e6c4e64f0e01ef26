/// The sentences of errors: what is wrong, where, and what would do.
extension CLIMessages {
  // MARK: What was typed

  public func badValue(option: String, value: String, allowed: String) -> String {
    language(
      sv: "»\(value)« kan inte vara \(option). Tillåtet: \(allowed).",
      en: "“\(value)” cannot be \(option). Allowed: \(allowed).")
  }
  public func answerMissing(option: String) -> String {
    language(
      sv: "\(option) behövs, och det finns ingen terminal att fråga på.",
      en: "\(option) is needed, and there is no terminal to ask on.")
  }
  public func exclusive(_ one: String, _ other: String) -> String {
    language(sv: "\(one) och \(other) utesluter varandra.", en: "\(one) and \(other) exclude each other.")
  }
  public func oneOf(_ options: [String]) -> String {
    language(sv: "Ange \(anyOf(options)).", en: "Give \(anyOf(options)).")
  }
  public func needs(_ option: String, other: String) -> String {
    language(sv: "\(option) kräver \(other).", en: "\(option) requires \(other).")
  }
  public var declined: String {
    language(sv: "Avbrutet, inget är ändrat.", en: "Cancelled, nothing is changed.")
  }
  public func demoNeedsRoom(_ municipality: String) -> String {
    language(
      sv: "Det privata klustret har \(municipality) på riktigt, och exemplet skulle ta dess plats: "
        + "ge exemplet ett eget med XDG_STATE_HOME=MAPP est demo.",
      en: "The private cluster holds \(municipality) for real, and the sample would take its place: "
        + "give the sample one of its own with XDG_STATE_HOME=FOLDER est demo.")
  }
  public func noSuchFile(_ path: String) -> String {
    language(
      sv: "Filen \(path) finns inte eller kan inte läsas.", en: "The file \(path) is missing or unreadable.")
  }
  public func malformedFile(_ reason: String) -> String {
    language(sv: "Filen kan inte tolkas: \(reason).", en: "The file cannot be read: \(reason).")
  }
  public var emptyFile: String { language(sv: "den är tom", en: "it is empty") }
  public func foreignFormat(_ kind: String) -> String {
    switch kind {
    case "gzip":
      language(
        sv: "den är komprimerad; packa upp den, till exempel med zcat",
        en: "it is compressed; unpack it, for instance with zcat")
    case "zip":
      language(
        sv: "den är ett zip-arkiv eller ett kalkylark; spara den som CSV",
        en: "it is a zip archive or a spreadsheet; save it as CSV")
    case "utf16": language(sv: "den är UTF-16; spara den som UTF-8", en: "it is UTF-16; save it as UTF-8")
    default:
      language(
        sv: "den är en webbsida eller XML; kontrollera var den kommer ifrån",
        en: "it is a web page or XML; check where it comes from")
    }
  }
  public func missingColumn(_ name: String, allowed: [String]) -> String {
    language(
      sv: "kolumnen \(name) saknas; den får heta \(anyOf(allowed))",
      en: "the column \(name) is missing; it may be called \(anyOf(allowed))")
  }
  public func duplicateColumn(_ one: String, _ other: String) -> String {
    language(
      sv: "kolumnerna \(one) och \(other) betyder samma sak",
      en: "the columns \(one) and \(other) mean the same")
  }
  public var unreadableHeader: String {
    language(sv: "den första raden är inget tabellhuvud", en: "its first line is no header")
  }
  /// - Parameter place: the part of the mapping file, in its own words.
  public func mapping(at place: String, _ problem: String) -> String {
    let colon = place.isEmpty ? "" : ", \(place)"
    return language(sv: "översättningen\(colon): \(problem)", en: "the mapping\(colon): \(problem)")
  }
  public var givenTwice: String {
    language(sv: "ges av två rubriker", en: "is given by two headers")
  }
  public var notForField: String {
    language(sv: "kan inte anges för det fältet", en: "cannot be given for that field")
  }
  public var notJSON: String { language(sv: "den är inte JSON", en: "it is no JSON") }

  public func cannotWrite(_ reason: String) -> String {
    language(sv: "Utdata kan inte skrivas: \(reason).", en: "The output cannot be written: \(reason).")
  }
  public func skippedHour(_ value: String) -> String {
    language(
      sv: "\(value) finns inte: klockan ställs fram den timmen. Ange en annan tid.",
      en: "\(value) does not exist: clocks go forward in that hour. Give another time.")
  }

  // MARK: Things

  /// - Parameter kind: the thing's word in the product, such as `municipality`.
  public func thing(_ kind: String) -> String {
    switch kind {
    case "municipality": language(sv: "kommunen", en: "municipality")
    case "group": language(sv: "EST-gruppen", en: "EST group")
    case "organisation": language(sv: "organisationen", en: "organisation")
    case "unit": language(sv: "enheten", en: "unit")
    case "participant": language(sv: "deltagaren", en: "participant")
    case "area": language(sv: "området", en: "area")
    case "category": language(sv: "kategorin", en: "category")
    case "incident": language(sv: "händelsen", en: "incident")
    case "cycle": language(sv: "perioden", en: "cycle")
    case "picture": language(sv: "lägesbilden", en: "picture")
    case "problem": language(sv: "problemet", en: "problem")
    case "action": language(sv: "åtgärden", en: "action")
    case "analysis": language(sv: "analysen", en: "analysis")
    case "cause": language(sv: "orsaken", en: "cause")
    case "setting": language(sv: "inställningen", en: "setting")
    case "outbox": language(sv: "posten i utkorgen", en: "outbox item")
    case "instance": language(sv: "det som loggen gäller", en: "instance")
    case "machine": language(sv: "tillståndsmaskinen", en: "state machine")
    case "agreement": language(sv: "överenskommelsen", en: "agreement")
    case "promiseSet": language(sv: "löftena", en: "set of promises")
    case "promise": language(sv: "löftet", en: "promise")
    case "safetyWalk": language(sv: "trygghetsvandringen", en: "safety walk")
    case "walkPoint": language(sv: "punkten", en: "point")
    case "statutoryPicture": language(sv: "den lagstadgade lägesbilden", en: "statutory picture")
    default: kind
    }
  }
  /// - Parameter way: the command that lists what there is, if there is one.
  public func notFound(_ kind: String, name: String, way: String?) -> String {
    let hint = way.map { language(sv: " Se \($0).", en: " See \($0).") } ?? ""
    guard !name.isEmpty else {
      return language(sv: "Det finns inte någon: \(thing(kind)) saknas.", en: "There is no \(thing(kind)).")
        + hint
    }
    return language(sv: "Hittar inte \(thing(kind)) »\(name)«.", en: "Found no \(thing(kind)) “\(name)”.")
      + hint
  }
  public func taken(_ kind: String, name: String) -> String {
    language(
      sv: "\(thing(kind).sentenceCased) »\(name)« finns redan, med andra uppgifter.",
      en: "The \(thing(kind)) “\(name)” is there already, with other values.")
  }
  public func ambiguous(_ kind: String, option: String, candidates: [String]) -> String {
    language(
      sv: "Ange \(thing(kind)) med \(option): \(anyOf(candidates)).",
      en: "Name the \(thing(kind)) with \(option): \(anyOf(candidates)).")
  }

  // MARK: Who may

  public func notParticipant(_ login: String) -> String {
    language(
      sv: "\(login) är inte deltagare i kommunen.", en: "\(login) is no participant of the municipality.")
  }
  public func notAllowed(_ roles: [String]) -> String {
    language(
      sv: "Det får bara \(anyOf(roles.map(role))) göra.", en: "Only a \(anyOf(roles.map(role))) may do this.")
  }
  public var notPermitted: String {
    language(
      sv: "Databasen tillåter inte det för någon av dina roller. »est whoami« visar vilka de är.",
      en: "The database does not permit it to any of your roles. “est whoami” shows which they are.")
  }
  public var onlyInTrial: String {
    language(
      sv:
        "--as, --now och klockan går bara att ändra i det privata klustret och i en databas gjord för prov.",
      en: "--as, --now and setting the clock are for the private cluster and for databases made for trials.")
  }
  public func superuser(_ name: String) -> String {
    language(
      sv:
        "\(name) är superanvändare i databasen, och est arbetar aldrig som en sådan. Anslut som en vanlig roll.",
      en: "\(name) is a superuser of the database, and est never works as one. Connect as an ordinary role.")
  }

  // MARK: The database

  public func unreachable(_ reason: String) -> String {
    language(sv: "Databasen går inte att nå: \(reason).", en: "The database cannot be reached: \(reason).")
  }
  public var unknownOutcome: String {
    language(
      sv: "Det är okänt om ändringen sparades. Det är riskfritt att göra om kommandot med samma --key.",
      en: "Whether the change was saved is unknown. It is safe to repeat the command with the same --key.")
  }
  public var conflict: String {
    language(
      sv: "Någon annan hann före. Läs på nytt och försök igen.",
      en: "Someone was before you. Read again and retry.")
  }
  public var outOfTime: String {
    language(
      sv: "Databasen svarade inte i tid, och inget är sparat. Försök igen.",
      en: "The database did not answer in time, and nothing is saved. Try again.")
  }
  public var diskFull: String {
    language(
      sv: "Databasens disk är full, och inget är sparat. Säg till den som driver databasen.",
      en: "The database's disk is full, and nothing is saved. Tell its administrator.")
  }

  // MARK: The schema

  public var schemaMissing: String {
    language(
      sv: "Databasen är inte förberedd. Kör »est setup«.",
      en: "The database is not prepared. Run “est setup”.")
  }
  public func schemaOlder(database: Int, program: Int) -> String {
    language(
      sv: "Databasens schema är version \(database), och programmet behöver \(program). Kör »est setup«.",
      en: "The database's schema is version \(database), and the program needs \(program). Run “est setup”.")
  }
  public func schemaNewer(database: Int, program: Int) -> String {
    language(
      sv: "Databasens schema är version \(database), nyare än programmets \(program). Uppgradera programmet.",
      en:
        "The database's schema is version \(database), newer than the program's \(program). Upgrade the program."
    )
  }
  public func schemaAltered(migration: Int) -> String {
    language(
      sv: "Databasens migrering \(migration) är en annan än programmets. Databasen hör till ett annat bygge.",
      en:
        "Migration \(migration) in the database is not the program's. The database belongs to another build.")
  }
  public func machineAltered(_ name: String, version: Int) -> String {
    language(
      sv: "Tillståndsmaskinen \(name) version \(version) i databasen skiljer sig från programmets.",
      en: "State machine \(name) version \(version) in the database differs from the program's.")
  }
  public func extensionMissing(_ name: String) -> String {
    language(
      sv:
        "Tillägget \(name) saknas i databasen. »est setup --print-dba-sql« visar vad dess administratör ska köra.",
      en:
        "The extension \(name) is missing. “est setup --print-dba-sql” shows what its administrator must run."
    )
  }
  public var rolesMissing: String {
    language(
      sv:
        "Serverns roller för EST saknas. »est setup --print-dba-sql« visar vad dess administratör ska köra.",
      en: "The server lacks EST's roles. “est setup --print-dba-sql” shows what its administrator must run.")
  }
  public var logBehind: String {
    language(
      sv: "Databasen är återläst på en annan server, och loggen kan inte fortsätta här än. Kör »est setup«.",
      en: "The database was restored on another server, and its log cannot go on here yet. Run “est setup”.")
  }
  public func trialIsFixed(isTrial: Bool) -> String {
    isTrial
      ? language(
        sv: "Databasen är gjord för prov och förblir det.",
        en: "The database was made for trials and stays so.")
      : language(
        sv: "Databasen är gjord för skarp drift och kan inte bli en för prov.",
        en: "The database was made for real work and cannot become one for trials.")
  }

  // MARK: PDF

  public func noWeasyPrint(install: String) -> String {
    language(
      sv: "PDF görs med WeasyPrint, som inte är installerat på den här datorn. Installera med: \(install). "
        + "HTML-filen går att skriva ut från en webbläsare så länge.",
      en: "PDF is made with WeasyPrint, which is not installed on this machine. Install with: \(install). "
        + "Until then the HTML file can be printed from a browser.")
  }
  public var pdfTimedOut: String {
    language(
      sv: "WeasyPrint blev inte klar med PDF-filen i tid.", en: "WeasyPrint did not end the PDF in time.")
  }
  public var pdfFailed: String {
    language(
      sv: "WeasyPrint kunde inte göra PDF-filen. Kör om med --debug för att se vad det sade.",
      en: "WeasyPrint could not make the PDF. Run again with --debug to see what it said.")
  }

  // MARK: The private cluster

  public func notInstalled(_ what: String, install: String) -> String {
    language(
      sv: "\(what) är inte installerat. Installera med: \(install)",
      en: "\(what) is not installed. Install with: \(install)")
  }
  public func otherVersion(_ version: Int, install: String) -> String {
    language(
      sv: "Det privata klustret hör till PostgreSQL \(version), som inte är installerat: \(install)",
      en: "The private cluster belongs to PostgreSQL \(version), which is not installed: \(install)")
  }
  public func clusterFolder(_ path: String, reason: String) -> String {
    language(
      sv: "Det privata klustrets mapp \(path) kan inte användas: \(reason).",
      en: "The private cluster's folder \(path) cannot be used: \(reason).")
  }
  public func noServerAccount(_ name: String) -> String {
    language(
      sv: "PostgreSQL körs inte som root, och användaren \(name) finns inte.",
      en: "PostgreSQL does not run as root, and there is no user \(name).")
  }
  public func clusterProgram(_ name: String, reason: String) -> String {
    language(sv: "\(name) misslyckades: \(reason)", en: "\(name) failed: \(reason)")
  }
  public func clusterBusy(_ path: String) -> String {
    language(
      sv: "En annan process startar eller stoppar det privata klustret (\(path)). Försök igen.",
      en: "Another process is starting or stopping the private cluster (\(path)). Try again.")
  }
  public func roleName(_ name: String) -> String {
    language(sv: "»\(name)« kan inte vara namnet på en roll.", en: "“\(name)” cannot be the name of a role.")
  }

  // MARK: Ours

  public var fault: String {
    language(
      sv: "Ett fel i programmet. Kör om med --debug och skicka det som visas till den som förvaltar det.",
      en: "A fault in the program. Run again with --debug and send what is shown to its maintainer.")
  }
}
