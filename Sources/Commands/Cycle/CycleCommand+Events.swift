import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

/// A verb that says one event to a period.
protocol CycleEventCommand: EstCommand, Sendable {
  var period: PeriodOption { get }
  func say(_ desk: Desk, _ cycle: Cycle) throws -> Said
}

extension CycleEventCommand {
  func answer(_ context: Context) async throws -> Answer {
    let command = self
    return try await context.desk { desk in
      let cycle = try desk.cycle(labelled: command.period.week, of: try desk.group())
      let said = try command.say(desk, cycle)
      let adopted = try desk.pictures.versions(of: cycle.id).first { $0.adoptedAt != nil }?.version
      let m = context.language.cycles
      var sentence = m.now(cycle.period.label, said.state.description)
      if let adopted, said.state == "meeting" { sentence += " " + m.isAdopted(version: adopted) }
      return Answer(
        [
          "cycle": [
            "period": .string(cycle.period.label), "state": .string(said.state.description),
            "revision": .int(said.revision), "adoptedVersion": .optional(adopted),
            "repeated": .bool(said.isRepeated),
          ]
        ],
        .text(sentence))
    }
  }
}

/// Why something is done: it stands in the log.
struct ReasonOption: ParsableArguments {
  @Option(help: ArgumentHelp("Skälet; det står kvar i loggen.", valueName: "skäl"))
  var because: String
}

extension CycleCommand {
  struct Plan: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Planera de perioder som borde vara planerade. Det gör est-worker annars.",
      discussion: """
        Exempel:
          est cycle plan
          est period planera --as 2480_samordnare
        """,
      aliases: ["planera"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      try await context.desk { desk in
        let periods = try desk.planAhead(try desk.group())
        return Answer(
          ["planned": .strings(periods.map(\.label))], .text(context.language.cycles.planned(periods.count)))
      }
    }
  }

  struct Open: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Öppna en period i förtid.",
      discussion: """
        Exempel:
          est cycle open --week 2026-W48
          est period öppna --week 2026-W48
        """,
      aliases: ["öppna"])
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.say("open", to: cycle) }
  }

  struct Close: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stäng inrapporteringen nu.",
      discussion: """
        Exempel:
          est cycle close
          est period stäng --week 2026-W47
        """,
      aliases: ["stäng"])
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.say("closeCollection", to: cycle) }
  }

  struct Compile: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sammanställ lägesbilden nu.",
      discussion: """
        Exempel:
          est cycle compile
          est period sammanställ --week 2026-W47
        """,
      aliases: ["sammanställ"])
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.say("compile", to: cycle) }
  }

  struct Recompile: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sammanställ en ny version; de tidigare finns kvar.",
      discussion: """
        Exempel:
          est cycle recompile
          est cycle recompile --week 2026-W47
        """)
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.say("recompile", to: cycle) }
  }

  struct Reopen: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Öppna inrapporteringen igen, med ny sista tid.",
      discussion: """
        Exempel:
          est cycle reopen --until 2026-11-23T18:00 --because "skolan hann inte"
          est cycle reopen --week 2026-W47 --until 2026-11-23T18:00 --because "strömavbrott"
        """)
    @Option(help: ArgumentHelp("Ny sista tid.", valueName: "tid"), transform: Reading.moment)
    var until: Moment
    @OptionGroup var reason: ReasonOption
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said {
      let zone = try desk.zone(of: try desk.group(cycle.group))
      return try desk.reopen(cycle, until: try until.instant(in: zone), because: reason.because)
    }
  }

  struct Skip: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hoppa över en period. Inga rapporter går förlorade.",
      discussion: """
        Exempel:
          est cycle skip --week 2026-W53 --because "julhelg"
          est period hoppa --week 2026-W30 --because "semester"
        """,
      aliases: ["hoppa"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said {
      try desk.say("skip", to: cycle, because: reason.because)
    }
  }

  struct MoveMeeting: CycleEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "move-meeting", abstract: "Flytta mötet; lägesbilden följer med.",
      discussion: """
        Exempel:
          est cycle move-meeting --to 2026-11-25T13:00 --because "lokalen upptagen"
          est cycle move-meeting --week 2026-W48 --to 2026-12-02T09:00 --because "studiedag"
        """)
    @Option(help: ArgumentHelp("Ny tid.", valueName: "tid"), transform: Reading.moment)
    var to: Moment
    @OptionGroup var reason: ReasonOption
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said {
      let zone = try desk.zone(of: try desk.group(cycle.group))
      return try desk.moveMeeting(cycle, to: try to.instant(in: zone), because: reason.because)
    }
  }

  struct AdoptWithoutMeeting: CycleEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt-without-meeting", abstract: "Fastställ lägesbilden utan möte.",
      discussion: """
        Exempel:
          est cycle adopt-without-meeting --because "avstämning per telefon"
          est cycle adopt-without-meeting --version 2 --because "mötet ställdes in"
        """)
    @Option(
      help: ArgumentHelp("Versionen; annars den senaste.", valueName: "nummer"), transform: Reading.version)
    var version: Int?
    @OptionGroup var reason: ReasonOption
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said {
      try desk.adoptWithoutMeeting(version, in: cycle, because: reason.because)
    }
  }
}
