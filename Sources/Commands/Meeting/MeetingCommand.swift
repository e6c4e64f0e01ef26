import ArgumentParser

struct MeetingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Veckomötet: dagordning, närvaro, prioriteringar, beslut.",
    subcommands: [
      AgendaVerb.self, Start.self, Attend.self, Decide.self, Prioritise.self, Adopt.self, Adjourn.self,
      Conclude.self, MinutesVerb.self,
    ], aliases: ["möte"])
}
