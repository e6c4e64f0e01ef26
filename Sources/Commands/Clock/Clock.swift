import ArgumentParser
import EST

struct Clock: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Klockan som reglerna går efter. Den går bara att ställa vid prov.",
    subcommands: [Show.self, Set.self, Advance.self], aliases: ["klocka"])
}

extension Clock {
  static func answer(_ now: Instant, isTrial: Bool, text: String, _ context: Context) -> Answer {
    Answer(["now": context.json(now), "trial": .bool(isTrial)], .text(text))
  }
}
