import ArgumentParser
import Workflow

extension UnitCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägg till en enhet.",
      discussion: """
        Exempel:
          est unit add --name Fältgruppen --organisation Socialtjänsten
          est enhet ny --name Nattvandrarna --organisation Nattvandring --group Centrum --unexpected
        """,
      aliases: ["ny"])

    @Option(help: ArgumentHelp("Enhetens namn.", valueName: "namn"))
    var name: String

    @Option(help: ArgumentHelp("Organisationen den hör till.", valueName: "namn"))
    var organisation: String

    @Flag(name: .customLong("unexpected"), help: "Den får rapportera, men saknas aldrig.")
    var isUnexpected = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, organisation, isExpected) = (name, organisation, !isUnexpected)
      return try await context.desk { desk in
        let group = try desk.group()
        let owner = try desk.organisation(named: organisation)
        let (unit, change) = try desk.addUnit(name, of: owner, in: group, isExpected: isExpected)
        return Answer(
          [
            "unit": [
              "name": .string(unit.name), "organisation": .string(owner.name), "group": .string(group.name),
              "expected": .bool(unit.isExpected), "id": .string(unit.id.description),
            ],
            "change": .string(change.rawValue),
          ],
          .text(context.messages.outcome(change, unit.name)))
      }
    }
  }
}
