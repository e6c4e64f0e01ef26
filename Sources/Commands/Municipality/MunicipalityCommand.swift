import ArgumentParser
import EST
import Persistence

struct MunicipalityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "municipality", abstract: "Kommuner.",
    subcommands: [Add.self, List.self], aliases: ["kommun"])
}

extension MunicipalityCommand {
  static func json(_ municipality: Municipality) -> JSON {
    [
      "code": .string(municipality.code.description), "name": .string(municipality.name),
      "provenance": .string(municipality.provenance.rawValue),
    ]
  }
}
