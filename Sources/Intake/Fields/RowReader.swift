import EST

/// Makes reports of rows whose columns are known, with the rules that hold for every incoming event.
struct RowReader {
  private let columns: Columns
  private let columnCount: Int
  private let translation: Translation
  private let zone: ZoneRules
  private let now: Instant

  private var category: Lookup<CategoryFacts>
  private var area: Lookup<String>
  private var unit: Lookup<String>
  private var placeType: Lookup<PlaceType>
  private var certainty: Lookup<Certainty>
  private var reportClass: Lookup<ReportClass>
  private var reasons: Lookup<[String]>

  /// - Parameter headers: for each column its name in the file and, unless it is left out, its field.
  init(headers: [(name: String, field: Field?)], translation: Translation, zone: ZoneRules, now: Instant) {
    let columns = Columns(headers)
    self.columns = columns
    columnCount = headers.count
    self.translation = translation
    self.zone = zone
    self.now = now

    let list = translation.categories
    category = Lookup(columns.category, .category, translation) { (name) throws(IntakeProblem) in
      guard let code = list.code(named: name) else {
        throw .unknownCategory(allowed: list.allowed(insteadOf: name))
      }
      return CategoryFacts(code, in: list)
    }
    area = Lookup(columns.area, .area, translation, read: TextRules.name)
    unit = Lookup(columns.unit, .unit, translation, read: TextRules.name)
    placeType = Lookup(words: Vocabulary.placeType, columns.placeType, .placeType, translation) {
      Vocabulary.dwellings.contains($0)
        ? .insideDwelling : .unknownValue(allowed: Vocabulary.allowed(PlaceType.self))
    }
    certainty = Lookup(words: Vocabulary.certainty, columns.certainty, .certainty, translation) { _ in
      .unknownValue(allowed: Vocabulary.allowed(Certainty.self))
    }
    reportClass = Lookup(words: Vocabulary.reportClass, columns.reportClass, .reportClass, translation) { _ in
      .unknownValue(allowed: Vocabulary.allowed(ReportClass.self))
    }
    reasons = Lookup(columns.reason, .reason, translation) { (text) throws(IntakeProblem) in
      try TextRules.reasons(text) { translation.value($0, of: .reason) }
    }
  }

  /// A report or a reject.
  mutating func item(for row: Row) -> IntakeItem {
    if let fault = row.fault { return .reject(Reject(line: row.line, field: "", problem: fault)) }
    guard row.ends.count == columnCount else {
      let problem = IntakeProblem.wrongColumnCount(expected: columnCount, found: row.ends.count)
      return .reject(Reject(line: row.line, field: "", problem: problem))
    }
    do throws(Refusal) {
      return try row.bytes.withUnsafeBufferPointer { (bytes) throws(Refusal) -> IntakeItem in
        var notes: [IntakeNote] = []
        let report = try report(Cells(bytes: bytes, ends: row.ends), &notes)
        return .report(line: row.line, report, notes: notes)
      }
    } catch {
      return .reject(Reject(line: row.line, field: error.field, problem: error.problem))
    }
  }

  private mutating func report(_ cells: Cells, _ notes: inout [IntakeNote]) throws(Refusal) -> IncomingReport
  {
    guard let category = try category.value(in: cells) else { throw Refusal(columns.category, .missing) }
    guard let from = try time(columns.occurredFrom, .occurredFrom, cells, &notes) else {
      throw Refusal(columns.occurredFrom, .missing)
    }
    let to = try time(columns.occurredTo, .occurredTo, cells, &notes)
    if !category.mayLieAhead {
      guard from <= now else { throw Refusal(columns.occurredFrom, .inTheFuture) }
      guard to ?? from <= now else { throw Refusal(columns.occurredTo, .inTheFuture) }
    }

    var report = IncomingReport(category: category.code, from: from)
    if let to, to != from {
      guard to > from else { throw Refusal(columns.occurredTo, .endsBeforeItBegins) }
      report.to = to
    }
    report.area = try area.value(in: cells)
    report.unit = try unit.value(in: cells)
    report.place = try freeText(columns.place, .place, cells, limit: IntakeLimits.name)
    report.placeType = try placeType.value(in: cells)
    report.point = try point(cells)
    if let certainty = try certainty.value(in: cells) { report.certainty = certainty }
    report.assessment = try freeText(columns.assessment, .assessment, cells, limit: IntakeLimits.name)
    report.reasons = try reasons.value(in: cells) ?? []
    if category.needsReason, report.reasons.isEmpty {
      // The sub-types of an unsafe place are the reasons for which a place is felt to be one.
      guard let implied = category.code.subtype else {
        throw Refusal(columns.reason, .unsafePlaceNeedsReason)
      }
      report.reasons = [implied]
    }
    if let reportClass = try reportClass.value(in: cells) { report.reportClass = reportClass }
    report.text = try freeText(columns.text, .text, cells, limit: IntakeLimits.text)
    report.reference = try reference(cells)
    if let count = cells[columns.count] {
      do throws(IntakeProblem) { try NumberText.checkCount(count) } catch {
        throw Refusal(columns.count, error)
      }
    }
    return report
  }
}

extension RowReader {
  private func point(_ cells: Cells) throws(Refusal) -> IncomingPoint? {
    let sweref = try pair(columns.x, columns.y, cells)
    let degrees = try pair(columns.latitude, columns.longitude, cells)
    let point: IncomingPoint
    switch (sweref, degrees) {
    case (nil, nil): return nil
    case (let (x, y)?, nil): point = .sweref(SwerefPoint(easting: x, northing: y))
    case (nil, let (latitude, longitude)?): point = .wgs84(latitude: latitude, longitude: longitude)
    // Two places for one event: nothing tells which is meant.
    case (_?, _?): throw Refusal(columns.x, .malformed(expected: "x, y / latitude, longitude"))
    }
    guard point.isInSweden else {
      throw Refusal(degrees == nil ? columns.x : columns.latitude, .outsideSweden)
    }
    return point
  }

  private func pair(_ a: Column, _ b: Column, _ cells: Cells) throws(Refusal) -> (Double, Double)? {
    func number(_ cell: UnsafeBufferPointer<UInt8>?, _ column: Column) throws(Refusal) -> Double {
      guard let cell else { throw Refusal(column, .missing) }
      do throws(IntakeProblem) { return try NumberText.decimal(cell) } catch { throw Refusal(column, error) }
    }
    let (first, second) = (cells[a], cells[b])
    if first == nil, second == nil { return nil }
    return (try number(first, a), try number(second, b))
  }

  private func time(
    _ column: Column, _ field: Field, _ cells: Cells, _ notes: inout [IntakeNote]
  ) throws(Refusal) -> Instant? {
    guard let cell = cells[column] else { return nil }
    let local: LocalDateTime
    do throws(IntakeProblem) {
      if let pattern = translation.formats[field] {
        local = try pattern.read(cell)
      } else {
        switch try TimeText(cell) {
        case .instant(let instant): return instant
        case .local(let read): local = read
        }
      }
    } catch {
      throw Refusal(column, error)
    }
    switch zone.meaning(of: local) {
    case .once(let instant): return instant
    case .never: throw Refusal(column, .skippedHour)
    case .twice(let first, _):
      notes.append(.doubledHour(field: column.name))
      return first
    }
  }

  /// Text in the reporter's own words, screened for personal data.
  private func freeText(
    _ column: Column, _ field: Field, _ cells: Cells, limit: Int
  ) throws(Refusal) -> String? {
    guard let cell = cells[column] else { return translation.constants[field] }
    do throws(IntakeProblem) {
      let text = try self.text(cell, cells, allowingLines: field == .text, limit: limit)
      try TextRules.screen(text)
      return translation.value(text, of: field)
    } catch {
      throw Refusal(column, error)
    }
  }

  private func reference(_ cells: Cells) throws(Refusal) -> String? {
    guard let cell = cells[columns.reference] else { return nil }
    do throws(IntakeProblem) {
      return try text(cell, cells, allowingLines: false, limit: IntakeLimits.name)
    } catch {
      throw Refusal(columns.reference, error)
    }
  }

  private func text(
    _ cell: UnsafeBufferPointer<UInt8>, _ cells: Cells, allowingLines: Bool, limit: Int
  ) throws(IntakeProblem) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    if cells.needsControlCheck, text.holdsControl(allowingLines: allowingLines) {
      throw .controlCharacter
    }
    try TextRules.checkLength(text, limit)
    return text
  }
}

/// What the rules ask of a category, found out once.
private struct CategoryFacts {
  let code: CategoryCode
  let needsReason: Bool
  let mayLieAhead: Bool

  init(_ code: CategoryCode, in list: CategoryList) {
    self.code = code
    // A local category follows the rules of the common one that it stands for.
    let common = list.category(code)?.common.main ?? code.main
    needsReason = common == CategoryList.unsafePlace
    mayLieAhead = common == CategoryList.comingEvent
  }
}
