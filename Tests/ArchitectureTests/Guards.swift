/// What is looked for in files, each with the words in which it is reported.
enum Guards {
  /// What a pure target has no business with: files, clocks, chance, processes, the environment, the terminal.
  private static let impure = [
    "FileManager", "FileHandle", "Bundle", "fopen", "open(", "contentsOfFile", "contentsOf: URL", "write(to",
    "Date()", "Date.now", "Date(timeIntervalSinceNow", "ContinuousClock", "SuspendingClock", "Task.sleep",
    "clock_gettime", "gettimeofday", "time(nil", "DispatchTime",
    "SystemRandomNumberGenerator", "UUID()", "arc4random",
    "ProcessInfo", "Process(", "CommandLine", "getenv", "setenv", "URLSession", "Thread",
    "DispatchQueue", "print(", "debugPrint(", "readLine", "exit(",
  ]
  /// Which processor works a value out does not show in it.
  private static let allowed = ["Sources/Analysis/Parallel/Parallel.swift": "DispatchQueue"]
  /// These draw from the system unless a generator is given.
  private static let chance = [".random(", ".randomElement(", ".shuffled(", ".shuffle("]

  static func impurities(in file: SwiftSource) -> [String] {
    file.code.enumerated().flatMap { number, line in
      impure.filter { contains($0, in: line) && allowed[file.path] != $0 }
        .map { "\(file.path):\(number + 1) uses \($0)" }
        + chance.filter { line.contains($0) && !line.contains("using:") }
        .map { "\(file.path):\(number + 1) uses \($0) without a generator of its own" }
    }
  }

  /// A word and not a part of one, nor the member of something else.
  private static func contains(_ word: String, in line: String) -> Bool {
    func isPartOfName(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
    var rest = line[...]
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound > line.startIndex ? line[line.index(before: found.lowerBound)] : nil
      let after = found.upperBound < line.endIndex ? line[found.upperBound] : nil
      let endsInName = isPartOfName(word.last)
      if !isPartOfName(before) && before != "." && !(endsInName && isPartOfName(after)) { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }

  /// A text is SQL where it begins with a statement's verb and goes on with what such a statement needs.
  static func statements(in file: SwiftSource) -> [String] {
    file.literals.filter { isSQL($0.text) }.map { "\(file.path):\($0.line) holds SQL" }
  }

  private static func isSQL(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "_" }.map(String.init)
    guard let verb = words.first else { return false }
    let rest = Set(words.dropFirst())
    switch verb {
    case "select":
      return text.contains("(") || text.contains("::") || !rest.isDisjoint(with: ["from", "session_user"])
    case "insert": return words.dropFirst().first == "into"
    case "update": return rest.contains("set")
    case "delete": return words.dropFirst().first == "from"
    case "with": return rest.contains("as") && rest.contains("select")
    case "create", "drop", "alter":
      return !rest.isDisjoint(with: [
        "table", "role", "database", "schema", "extension", "index", "function", "view", "policy", "user",
      ])
    case "grant": return rest.contains("to") && rest.contains("on")
    case "truncate", "listen", "notify": return words.count == 2
    default: return false
    }
  }

  /// Places of one machine, put together here so that this file does not name them.
  private static let places = ["work", "root", "tmp/w", "Users"].map { "/\($0)/" }

  static func machinePlaces(in text: String, of path: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
      places.filter { place in
        // A part of a longer path or of an address is not a place.
        line.ranges(of: place).contains { found in
          let before = found.lowerBound > line.startIndex ? line[line.index(before: found.lowerBound)] : " "
          return !(before.isLetter || before.isNumber || "./_-}".contains(before))
        }
      }.map { "\(path):\(number + 1) names \($0)" }
    }
  }
}
