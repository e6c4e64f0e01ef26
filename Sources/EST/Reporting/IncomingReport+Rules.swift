extension IncomingReport {
  /// Longest texts, in code points.
  public static let longestText = 2_000
  public static let longestName = 200

  /// The first rule of a report that this one breaks, with the field as the CSV names it; `nil` where it may be taken.
  ///
  /// The same for what is typed and what is imported; whether names are known and points lie in an area is looked up
  /// later.
  public func firstProblem(now: Instant) -> (field: String, problem: IntakeProblem)? {
    if category.main == CategoryList.unsafePlace, reasons.allSatisfy(\.isEmpty) {
      return ("reason", .unsafePlaceNeedsReason)
    }
    if let to, to < from { return ("occurred_to", .endsBeforeItBegins) }
    if from > now, category.main != CategoryList.comingEvent { return ("occurred_from", .inTheFuture) }
    if let point, !point.isInSweden { return ("latitude", .outsideSweden) }
    for (field, value, limit) in [
      ("text", text, Self.longestText), ("place", place, Self.longestName),
      ("reference", reference, Self.longestName), ("assessment", assessment, Self.longestName),
      ("reason", reasons.isEmpty ? nil : reasons.joined(separator: ", "), Self.longestName),
    ] {
      guard let value else { continue }
      if value.isLonger(than: limit) { return (field, .tooLong(limit: limit)) }
      if value.holdsControl(allowingLines: field == "text") { return (field, .controlCharacter) }
      // A reference is its source's own number, and may look like anything.
      if field != "reference", let finding = PersonalDataScreen.firstFinding(in: value) {
        return (field, .personalData(finding.kind, position: finding.position))
      }
    }
    return nil
  }
}
