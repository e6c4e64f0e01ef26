import ArgumentParser

/// One verb: it asks the engine and says what came of it. Reading options, printing and failing are done for it.
protocol EstCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }
  func answer(_ context: Context) async throws -> Answer
}

extension EstCommand {
  func run() async throws {
    let console = Console.current
    let context = try Context(global, console)
    let answer: Answer
    do {
      answer = try await self.answer(context)
    } catch {
      await context.connection.close()
      throw error
    }
    await context.connection.close()
    if global.isJSON {
      try console.write(answer.json.text + "\n")
    } else if !global.isQuiet {
      let text = answer.text(isBold: console.isStyled)
      if !text.isEmpty { try console.write(text + "\n") }
    }
    if global.isDryRun && !global.isQuiet { console.writeError(context.messages.dryRun + "\n") }
    if answer.exitStatus != .done { throw ExitCode(answer.exitStatus.rawValue) }
  }
}
