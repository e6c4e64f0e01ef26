import ArgumentParser
import Foundation
import Language

extension Est {
  /// Runs one command line.
  /// - Parameter arguments: without the program's name.
  /// - Returns: the exit status, one of `ExitStatus`.
  public static func run(_ arguments: [String]) async -> Int32 {
    await run(arguments, .process)
  }
}

extension AsyncParsableCommand {
  /// Runs one command line of this program with a console of the caller's own.
  static func run(_ arguments: [String], _ console: Console) async -> Int32 {
    var console = console
    console.language = language(arguments, console.environment)
    return await Console.$current.withValue(console) {
      do {
        if let topic = HelpTopic(arguments) {
          try console.write(topic.text(console.language))
          return ExitStatus.done.rawValue
        }
        var command = try await asyncParseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
        return ExitStatus.done.rawValue
      } catch {
        return end(error, arguments, console)
      }
    }
  }

  /// Before the command line is parsed, since what is wrong with it must be said in a language.
  private static func language(_ arguments: [String], _ environment: [String: String]) -> Language {
    let flagged = arguments.lastIndex(of: "--lang").flatMap { arguments.dropFirst($0 + 1).first }
    let joined = arguments.last { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
    let said = flagged ?? joined.map(String.init) ?? environment["EST_LANG"]
    return said.flatMap { Language(tag: $0) } ?? .swedish
  }

  private static func end(_ error: any Error, _ arguments: [String], _ console: Console) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    let code = exitCode(for: error)
    if code.isSuccess {
      do {
        try console.write(HelpText.swedish(fullMessage(for: error)) + "\n")
        return ExitStatus.done.rawValue
      } catch {
        return end(error, arguments, console)
      }
    }
    let isJSON = arguments.prefix { $0 != "--" }.contains("--json")
    let isUsage = code == .validationFailure
    let failure =
      isUsage
      ? Failure(.usage, UsageText.sentence(message(for: error), console.language))
      : Failure(error, console.language)
    var lines = ["\(_commandName): \(failure.code.rawValue): \(failure.message)"]
    if isUsage, let usage = UsageText.usage(fullMessage(for: error), console.language) { lines.append(usage) }
    if arguments.contains("--debug"), let debug = failure.debug { lines.append(debug) }
    console.writeError(TerminalText.safeLines(lines.joined(separator: "\n")) + "\n")
    if isJSON { try? console.write(failure.json.text + "\n") }
    return failure.code.exitStatus.rawValue
  }
}
