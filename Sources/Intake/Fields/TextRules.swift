import EST

/// What holds for the texts of a report.
enum TextRules {
  /// A name that is looked up later, such as an area's.
  static func name(_ text: String) throws(IntakeProblem) -> String {
    try checkControlCharacters(text)
    try checkLength(text, IntakeLimits.name)
    return text
  }

  /// Several reasons in one cell, with `|` or `,` between them.
  static func reasons(
    _ text: String, translate: (String) -> String
  ) throws(IntakeProblem) -> [String] {
    try checkControlCharacters(text)
    try screen(text)
    var reasons: [String] = []
    for part in text.split(whereSeparator: { $0 == "|" || $0 == "," }) {
      let reason = translate(part.trimmed)
      guard !reason.isEmpty, !reasons.contains(reason) else { continue }
      reasons.append(reason)
    }
    try checkLength(reasons.joined(separator: ", "), IntakeLimits.name)
    return reasons
  }

  private static func checkControlCharacters(_ text: String) throws(IntakeProblem) {
    if text.holdsControl(allowingLines: false) { throw .controlCharacter }
  }

  static func checkLength(_ text: String, _ limit: Int) throws(IntakeProblem) {
    if text.isLonger(than: limit) { throw .tooLong(limit: limit) }
  }

  static func screen(_ text: String) throws(IntakeProblem) {
    if let finding = PersonalDataScreen.firstFinding(in: text) {
      throw .personalData(finding.kind, position: finding.position)
    }
  }
}

extension StringProtocol {
  /// A header or key of a file, which may hold anything, as a refusal may name it.
  var told: String {
    let excerpt = excerpt()
    return PersonalDataScreen.firstFinding(in: excerpt) == nil ? excerpt : "…"
  }

  /// Without the white space at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
