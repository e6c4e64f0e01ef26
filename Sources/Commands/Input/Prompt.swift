import Language

/// Questions to a person at the terminal, one at a time, asked again until the answer will do.
struct Prompt: Sendable {
  struct Choice<Value: Sendable>: Sendable {
    let label: String
    let value: Value

    init(_ label: String, _ value: Value) {
      self.label = label
      self.value = value
    }
  }

  let console: Console
  /// Nobody is asked without a terminal, nor against `--no-input`.
  let isPossible: Bool

  private var messages: CLIMessages { console.language.cli }

  /// Asks for a text that `read` understands.
  /// - Parameters:
  ///   - option: the option that would have answered, named where nobody can be asked.
  ///   - fallback: what an empty answer means.
  ///   - read: throws what is wrong with the answer; its description is shown and the question put again.
  func ask<T>(
    _ question: String, option: String, fallback: String? = nil, read: (String) throws -> T
  ) throws -> T {
    guard isPossible else { throw CommandProblem.answerMissing(option: option) }
    while true {
      let shown = fallback.map { " [\($0)]" } ?? ""
      console.writeError(TerminalText.safe("\(question)\(shown): "))
      guard let line = console.readLine() else { throw CommandProblem.answerMissing(option: option) }
      let trimmed = line.trimmed
      let answer = trimmed.isEmpty ? fallback ?? "" : trimmed
      guard !answer.isEmpty else {
        tell(messages.answerNeeded)
        continue
      }
      do {
        return try read(answer)
      } catch let problem as InvalidArgument {
        tell(problem.description)
      } catch {
        tell(Failure(error, console.language).message)
      }
    }
  }

  /// Asks for a text that nobody sees, and once more for the same; both again until they are equal and `read`
  /// understands them.
  func askSecret(
    _ question: String, again: String, option: String, read: (String) throws -> String
  ) throws -> String {
    guard isPossible else { throw CommandProblem.answerMissing(option: option) }
    while true {
      var answers: [String] = []
      for said in [question, again] {
        console.writeError(TerminalText.safe("\(said): "))
        guard let answer = console.readSecret() else { throw CommandProblem.answerMissing(option: option) }
        console.writeError("\n")
        answers.append(answer)
      }
      guard answers[0] == answers[1] else {
        tell(messages.passwordsDiffer)
        continue
      }
      do {
        return try read(answers[0])
      } catch {
        tell(Failure(error, console.language).message)
      }
    }
  }

  /// Asks for one of several, by number or by its label.
  func choose<Value>(
    _ question: String, option: String, _ choices: [Choice<Value>], fallback: Int? = nil
  ) throws -> Value {
    guard isPossible else { throw CommandProblem.answerMissing(option: option) }
    for (index, choice) in choices.enumerated() {
      tell("\(String(repeating: " ", count: index < 9 ? 1 : 0))\(index + 1)  \(choice.label)")
    }
    return try ask(question, option: option, fallback: fallback.map { String($0 + 1) }) { answer in
      if let number = Int(answer), choices.indices.contains(number - 1) { return choices[number - 1].value }
      let folded = answer.lowercased()
      let named = choices.filter { $0.label.lowercased() == folded }
      let meant = named.isEmpty ? choices.filter { $0.label.lowercased().hasPrefix(folded) } : named
      guard let choice = meant.first, meant.count == 1 else {
        throw InvalidArgument(
          allowed: Language.swedish.cli.answerOneOf(choices.count),
          english: Language.english.cli.answerOneOf(choices.count))
      }
      return choice.value
    }
  }

  /// Whether the person agrees. The end of input is a no.
  /// - Parameter isYesByDefault: what an empty answer means.
  func confirm(_ question: String, isYesByDefault: Bool = false) throws -> Bool {
    guard isPossible else { throw CommandProblem.answerMissing(option: "--yes") }
    console.writeError(TerminalText.safe(messages.confirm(question, isYesByDefault: isYesByDefault)))
    guard let answer = console.readLine()?.trimmed.lowercased() else { return false }
    return answer.isEmpty ? isYesByDefault : messages.affirmatives.contains(answer)
  }

  private func tell(_ text: String) { console.writeError(TerminalText.safeLines(text) + "\n") }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
