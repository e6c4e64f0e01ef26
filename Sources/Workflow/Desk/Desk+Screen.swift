import EST

extension Desk {
  /// Refuses a free text that may not be stored: too long, with characters that steer a terminal, or with personal
  /// data, which is told by its kind and place and never repeated.
  ///
  /// - Parameters:
  ///   - field: how the caller names it.
  ///   - limit: in code points; a limit no longer than a name's allows one line only.
  /// - Returns: the text without white space at its ends; `nil` where nothing is left and nothing is required.
  @discardableResult
  func screen(
    _ text: String?, field: String, isRequired: Bool = false, limit: Int = IncomingReport.longestText
  ) throws -> String? {
    try Desk.screen(text, field: field, isRequired: isRequired, limit: limit)
  }

  /// The same before there is a desk.
  static func screen(_ text: String?, field: String, isRequired: Bool, limit: Int) throws -> String? {
    guard let text, let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else {
      if isRequired { throw UseCaseError.badField(field, .missing) }
      return nil
    }
    if text.isLonger(than: limit) {
      throw UseCaseError.badField(field, .tooLong(limit: limit))
    }
    let isLine = limit <= IncomingReport.longestName
    guard !text.holdsControl(allowingLines: !isLine) else {
      throw UseCaseError.badField(field, .controlCharacter)
    }
    if let finding = PersonalDataScreen.firstFinding(in: text) {
      throw UseCaseError.badField(field, .personalData(finding.kind, position: finding.position))
    }
    return String(text[first...last])
  }

  /// As `screen`, of a text that must be there.
  func screened(
    _ text: String, field: String, limit: Int = IncomingReport.longestText
  ) throws -> String {
    guard let text = try screen(text, field: field, isRequired: true, limit: limit) else {
      throw UseCaseError.badField(field, .missing)
    }
    return text
  }
}
