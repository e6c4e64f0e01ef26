/// What is wrong with a command line, and the contract of codes and exit statuses.
extension CLIMessages {
  public var usage: String { language(sv: "Användning", en: "Usage") }
  public func seeHelp(_ command: String) -> String {
    language(sv: "  Mer hjälp: \(command)", en: "  More help: \(command)")
  }
  public func unknownOption(_ option: String, suggestion: String?) -> String {
    let meant = suggestion.map { language(sv: " Menade du \($0)?", en: " Did you mean \($0)?") } ?? ""
    return language(sv: "Det finns inget val \(option).", en: "There is no option \(option).") + meant
  }
  public func missingArgument(_ argument: String) -> String {
    language(sv: "\(argument) saknas.", en: "\(argument) is missing.")
  }
  public func missingValue(_ option: String) -> String {
    language(sv: "\(option) behöver ett värde.", en: "\(option) needs a value.")
  }
  public func invalidValue(_ value: String, option: String) -> String {
    language(sv: "»\(value)« kan inte vara \(option).", en: "“\(value)” cannot be \(option).")
  }
  public func takesNoValue(_ option: String, value: String) -> String {
    language(
      sv: "\(option) tar inget värde, men fick »\(value)«.",
      en: "\(option) takes no value, but got “\(value)”.")
  }
  public func unexpected(_ arguments: [String]) -> String {
    let quoted = arguments.map { language(sv: "»\($0)«", en: "“\($0)”") }.joined(separator: ", ")
    return language(
      sv: "Oväntat på kommandoraden: \(quoted).", en: "Not expected on the command line: \(quoted).")
  }
  public var startingCluster: String {
    language(sv: "Startar det privata klustret …", en: "Starting the private cluster …")
  }

  public var code: String { language(sv: "KOD", en: "CODE") }
  public var exitStatus: String { language(sv: "STATUS", en: "STATUS") }
  public var meaning: String { language(sv: "BETYDELSE", en: "MEANING") }

  /// What an exit status means.
  public func exitStatus(_ status: Int32) -> String {
    switch status {
    case 0: language(sv: "gjort", en: "done")
    case 1: language(sv: "en regel säger nej", en: "refused by a rule")
    case 64: language(sv: "fel på kommandoraden", en: "wrong usage")
    case 65: language(sv: "fel i det som gavs in", en: "bad input data")
    case 66: language(sv: "filen finns inte", en: "no such input file")
    case 69:
      language(
        sv: "databasen går inte att nå, eller ett program saknas",
        en: "database unreachable, or a program missing")
    case 70: language(sv: "ett fel i programmet", en: "a fault in the program")
    case 73: language(sv: "utdata kan inte skrivas", en: "the output cannot be written")
    case 74: language(sv: "utgången är okänd; riskfritt att göra om", en: "outcome unknown; safe to repeat")
    case 75: language(sv: "försök igen", en: "try again")
    case 77: language(sv: "inte tillåtet för rollen", en: "not allowed for this role")
    case 78: language(sv: "fel inställning eller schema", en: "wrong configuration or schema")
    default: ""
    }
  }

  /// What an error code stands for.
  public func errorCode(_ code: String) -> String {
    switch code {
    case "EST100": language(sv: "kommandoraden går inte att tolka", en: "the command line cannot be read")
    case "EST101": language(sv: "ett värde kan inte vara så", en: "a value cannot be so")
    case "EST102": language(sv: "flera är möjliga: säg vilken", en: "several are possible: say which")
    case "EST103": language(sv: "det som nämns finns inte", en: "what is named does not exist")
    case "EST104": language(sv: "namnet är upptaget", en: "the name is taken")
    case "EST105":
      language(sv: "texten ser ut att innehålla personuppgifter", en: "the text seems to hold personal data")
    case "EST106": language(sv: "inget att ändra", en: "nothing to change")
    case "EST107":
      language(
        sv: "ett svar behövs, och ingen kan frågas", en: "an answer is needed, and nobody can be asked")
    case "EST108":
      language(sv: "filen finns inte eller kan inte läsas", en: "the file is missing or unreadable")
    case "EST109": language(sv: "filen kan inte tolkas", en: "the file cannot be interpreted")
    case "EST120":
      language(sv: "händelsen går inte i det läget", en: "the event is not possible in that state")
    case "EST121": language(sv: "ett villkor är inte uppfyllt", en: "a condition is not met")
    case "EST122": language(sv: "okänd händelse", en: "unknown event")
    case "EST123": language(sv: "en regel i databasen säger nej", en: "a rule of the database refuses")
    case "EST124": language(sv: "ingen period samlar in", en: "no period collects")
    case "EST125": language(sv: "en regel säger nej", en: "a rule refuses")
    case "EST126": language(sv: "loggens kedja är bruten", en: "the log's chain is broken")
    case "EST127":
      language(
        sv: "det går inte att visa att små tal är skyddade", en: "small counts cannot be proved protected")
    case "EST128":
      language(sv: "för tidigt att offentliggöra", en: "too early to make public")
    case "EST129":
      language(sv: "lägesbilden är inte den som sparades", en: "the picture is not what was stored")
    case "EST130": language(sv: "rollen får inte", en: "the role may not")
    case "EST131": language(sv: "inte deltagare i kommunen", en: "no participant of the municipality")
    case "EST132": language(sv: "bara vid prov", en: "only in trials")
    case "EST133": language(sv: "ansluten som superanvändare", en: "connected as a superuser")
    case "EST140": language(sv: "databasen går inte att nå", en: "the database cannot be reached")
    case "EST141": language(sv: "databasen släpper inte in", en: "the database does not admit")
    case "EST142": language(sv: "okänt om det sparades", en: "unknown whether it was saved")
    case "EST143": language(sv: "någon annan hann före", en: "someone was before")
    case "EST144": language(sv: "databasen svarade inte i tid", en: "the database did not answer in time")
    case "EST145": language(sv: "databasens disk är full", en: "the database's disk is full")
    case "EST146": language(sv: "anslutningen är inte skyddad", en: "the connection is not protected")
    case "EST147": language(sv: "servern går inte att lita på", en: "the server cannot be trusted")
    case "EST148":
      language(sv: "klientcertifikatet går inte att använda", en: "the client certificate cannot be used")
    case "EST150": language(sv: "databasen är inte förberedd", en: "the database is not prepared")
    case "EST151": language(sv: "databasens schema är för gammalt", en: "the database's schema is too old")
    case "EST152": language(sv: "databasens schema är för nytt", en: "the database's schema is too new")
    case "EST153": language(sv: "schemat är ett annat bygges", en: "the schema is another build's")
    case "EST154": language(sv: "ett tillägg saknas i databasen", en: "an extension is missing")
    case "EST155": language(sv: "en databas är för prov eller inte", en: "a database is for trials or is not")
    case "EST156":
      language(sv: "en tillståndsmaskin har en annan version", en: "a state machine has another version")
    case "EST157":
      language(sv: "något pågående skulle stranda", en: "something running would be stranded")
    case "EST158":
      language(sv: "databasen är återläst på en annan server", en: "the database was restored elsewhere")
    case "EST159":
      language(sv: "serverns roller för EST saknas", en: "the server lacks EST's roles")
    case "EST160": language(sv: "ett program är inte installerat", en: "a program is not installed")
    case "EST161":
      language(sv: "det privata klustret kan inte användas", en: "the private cluster cannot be used")
    case "EST162":
      language(sv: "ett program blev inte klart", en: "a program did not do its work")
    case "EST170": language(sv: "utdata kan inte skrivas", en: "the output cannot be written")
    case "EST199": language(sv: "ett fel i programmet", en: "a fault in the program")
    default: ""
    }
  }
}
