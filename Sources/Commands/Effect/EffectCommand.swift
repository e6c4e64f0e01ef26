import ArgumentParser
import EST
import Workflow

struct EffectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract: "Effekt: vad en åtgärd förändrade, jämfört med ett område där inget gjordes.",
    subcommands: [Show.self, Plan.self], defaultSubcommand: Show.self, aliases: ["effekt"])
}

extension EffectCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Före och efter, jämförelsen, om det flyttade, och vad som kan sägas.",
      discussion: """
        Svaret är ett av fyra: färre, fler, ingen synlig effekt, eller för få rapporter för att säga något.

        Exempel:
          est effect 2026-7
          est effekt 2026-7 --json
        """,
      aliases: ["visa"])
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let name = about.action
      return try await context.desk { desk in
        let effect = try desk.effect(of: try desk.action(name))
        return Answer(
          ["effect": try effect.json], EffectPage(effect: effect, language: context.language).blocks)
      }
    }
  }

  struct Plan: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Säg, helst innan åtgärden börjar, vad effekten ska bedömas efter.",
      discussion: """
        Ett jämförelseområde liknar området men får ingen åtgärd. Sägs det också vart problemet kan flytta, så
        jämförs det med ett område för sig. Det som har sagts ändras inte; det går att säga något nytt, och det syns.

        Exempel:
          est effect plan 2026-7 --area Ålidhem --control Ersboda --category vandalism
          est effekt plan 2026-7 --area Ålidhem --control Ersboda --control Mariehem \
            --displacement Berghem --displacement-control Sandbacka --longest 26
        """,
      aliases: ["planera"])
    @Option(help: ArgumentHelp("Ett område där åtgärden görs. Kan upprepas.", valueName: "namn"))
    var area: [String]
    @Option(help: ArgumentHelp("Ett område att jämföra med. Kan upprepas.", valueName: "namn"))
    var control: [String]
    @Option(help: ArgumentHelp("Ett område dit det kan flytta. Kan upprepas.", valueName: "namn"))
    var displacement: [String] = []
    @Option(
      name: .customLong("displacement-control"),
      help: ArgumentHelp("Ett område att jämföra det med. Kan upprepas.", valueName: "namn"))
    var displacementControl: [String] = []
    @Option(help: ArgumentHelp("Bara den kategorin. Kan upprepas.", valueName: "kategori"))
    var category: [String] = []
    @Option(
      name: .customLong("trigger-weeks"),
      help: ArgumentHelp("Så många veckor närmast före som inte räknas.", valueName: "antal"))
    var triggerWeeks = EffectPlan.usualTriggerWeeks
    @Option(help: ArgumentHelp("Högst så många veckor före och efter.", valueName: "antal"))
    var longest: Int?
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let action = try desk.action(command.about.action)
        let plan = try desk.planEffect(
          of: action,
          areas: [
            .target: command.area, .control: command.control, .displacement: command.displacement,
            .displacementControl: command.displacementControl,
          ], categories: command.category, triggerWeeks: command.triggerWeeks, longestWeeks: command.longest)
        let isAfterwards = !["proposed", "decided"].contains(action.state)
        return Answer(
          [
            "plan": [
              "action": .string(action.number), "version": .int(plan.version),
              "afterwards": .bool(isAfterwards),
            ]
          ],
          .text(
            context.language.effect.planned(
              version: plan.version, of: action.number, isAfterwards: isAfterwards)))
      }
    }
  }
}
