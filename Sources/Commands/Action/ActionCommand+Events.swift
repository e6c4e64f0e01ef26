import ArgumentParser
import EST
import Persistence
import Workflow

extension ActionCommand {
  struct Decide: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Besluta vem som ansvarar och till när.",
      discussion: """
        Exempel:
          est action decide 2026-7 --owner "Gator och parker" --function enhetschef --due 2026-12-04 \
            --goal "Alla lampor lyser."
          est åtgärd besluta 2026-8 --owner Polisen --function kommunpolis --due 2026-11-29T22:00
        """,
      aliases: ["besluta"])
    @Option(help: ArgumentHelp("Organisationen som ansvarar.", valueName: "organisation"))
    var owner: String
    @Option(help: ArgumentHelp("Funktionen som ansvarar, aldrig ett namn.", valueName: "funktion"))
    var function: String
    @Option(
      help: ArgumentHelp("När den ska vara klar: en dag eller en tid.", valueName: "tid"),
      transform: Reading.due)
    var due: Moment
    @Option(help: ArgumentHelp("Målet, om det inte redan är föreslaget.", valueName: "text"))
    var goal: String?
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.decide(action, owner: owner, function: function, due: try due.instant(in: zone), goal: goal)
    }
  }

  struct Start: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Påbörja. En planerad åtgärd behöver utgångsläge, väntad effekt och datum för uppföljning.",
      discussion: """
        Exempel:
          est action start 2026-7 --baseline "Sju händelser under v. 47." --expected-effect "två veckor" \
            --follow-up 2026-12-14
          est åtgärd påbörja 2026-7 --no-baseline-because "inga tal finns" --expected-effect "en månad" \
            --follow-up 2027-01-11
          est action start 2026-8
        """,
      aliases: ["påbörja"])
    @Option(help: ArgumentHelp("Hur det är innan den börjar.", valueName: "text"))
    var baseline: String?
    @Option(
      name: .customLong("no-baseline-because"),
      help: ArgumentHelp("Varför ingen kan säga hur det är.", valueName: "skäl"))
    var noBaselineBecause: String?
    @Option(
      name: .customLong("expected-effect"), help: ArgumentHelp("När effekten väntas.", valueName: "text"))
    var expectedEffect: String?
    @Option(
      name: .customLong("follow-up"),
      help: ArgumentHelp("När den ska bedömas: en dag eller en tid.", valueName: "tid"),
      transform: Reading.due)
    var followUp: Moment?
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.start(
        action, baseline: baseline, noBaselineBecause: noBaselineBecause, expectedEffect: expectedEffect,
        followUp: try followUp?.instant(in: zone))
    }
  }

  struct Postpone: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Flytta fram när den ska vara klar. Den gamla tiden står kvar i loggen.",
      discussion: """
        Exempel:
          est action postpone 2026-7 --due 2026-12-18 --because "lamporna är beställda"
          est åtgärd flytta 2026-7 --due 2026-12-18T12:00 --because "tjäle"
        """,
      aliases: ["flytta"])
    @Option(
      help: ArgumentHelp("Den nya tiden: en dag eller en tid.", valueName: "tid"), transform: Reading.due)
    var due: Moment
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.postpone(action, to: try due.instant(in: zone), because: reason.because)
    }
  }

  struct Finish: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Anteckna att den är gjord, och hur mycket som gjordes.",
      discussion: """
        Exempel:
          est action finish 2026-7 --production "Sju lampor bytta, fyra saneringar."
          est åtgärd klar 2026-7 --production "Tre kvällar" --process "Två fick ställas in."
        """,
      aliases: ["klar"])
    @Option(help: ArgumentHelp("Vad som gjordes, och hur mycket.", valueName: "text"))
    var production: String
    @Option(help: ArgumentHelp("Hur det gick, och vad det krävde.", valueName: "text"))
    var process: String?
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.finish(action, production: production, process: process)
    }
  }

  struct Redo: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Den var inte klar: tillbaka till pågående, med skäl.",
      discussion: """
        Exempel:
          est action redo 2026-7 --because "två lampor är släckta igen"
          est åtgärd gör-om 2026-7 --because "fel sida av vägen"
        """,
      aliases: ["gör-om"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.redo(action, because: reason.because)
    }
  }

  struct Cancel: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Avbryt en åtgärd som inte är gjord, med skäl.",
      discussion: """
        Exempel:
          est action cancel 2026-7 --because "bygglov nekades"
          est åtgärd avbryt 2026-7 --because "ersatt av 2026-9"
        """,
      aliases: ["avbryt"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.cancel(action, because: reason.because)
    }
  }

  struct Evaluate: ActionEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bedöm en gjord åtgärd, för gott: färg, resultat och lärdom.",
      discussion: """
        Exempel:
          est action evaluate 2026-7 --colour green --result "Alla lampor lyser." --lesson "Börja med ljuset."
          est åtgärd bedöm 2026-7 --colour gul --result "Två kvällar av tre." --lesson "Boka tidigare." \
            --effect "för få händelser för att säga"
        """,
      aliases: ["bedöm"])
    @Option(
      help: ArgumentHelp("green, yellow eller red (grön, gul, röd).", valueName: "färg"),
      transform: Reading.word(ActionColour.self, swedish: ["grön": .green, "gul": .yellow, "röd": .red]))
    var colour: ActionColour
    @Option(help: ArgumentHelp("Vad som kom ut av den.", valueName: "text"))
    var result: String
    @Option(help: ArgumentHelp("Vad andra kan ha nytta av.", valueName: "text"))
    var lesson: String
    @Option(
      help: ArgumentHelp(
        "Om problemet förändrades; annars vad »est effect« säger, där det är planerat.", valueName: "text"))
    var effect: String?
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said {
      try desk.evaluate(action, colour: colour, result: result, lesson: lesson, effect: effect)
    }
  }
}
