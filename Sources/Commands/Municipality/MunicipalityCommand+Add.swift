import ArgumentParser
import EST
import Persistence
import Workflow

extension MunicipalityCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägg till en kommun, med kategorier, administratör och arbetsprocess.",
      discussion: """
        Exempel:
          est municipality add --code 0180 --name Stockholm
          est kommun ny --code 2480 --name Umeå --sample
        """,
      aliases: ["ny"])

    @Option(help: ArgumentHelp("Kommunkod, fyra siffror.", valueName: "kod"), transform: Reading.municipality)
    var code: MunicipalityCode

    @Option(help: ArgumentHelp("Kommunens namn.", valueName: "namn"))
    var name: String

    @Flag(name: .customLong("sample"), help: "Uppgifterna är exempel, vilket syns överallt.")
    var isSample = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (municipality, change) = try await context.engine().addMunicipality(
        code, name: name, provenance: isSample ? .sample : .real, isDryRun: global.isDryRun)
      return Answer(
        ["municipality": MunicipalityCommand.json(municipality), "change": .string(change.rawValue)],
        .text(context.messages.outcome(change, "\(code) \(municipality.name)")))
    }
  }
}
