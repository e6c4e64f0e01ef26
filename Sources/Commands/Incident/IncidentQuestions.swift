import EST
import Language
import Persistence
import Workflow

/// The questions of `est incident add`, one at a time. What an answer breaks is said at once, while it can be mended,
/// and not when all has been asked.
struct IncidentQuestions {
  let context: Context
  let units: [String]
  let categories: CategoryList
  let areas: [String]
  let now: Instant

  /// How one says that there is nothing to say.
  private let nothing = "-"

  private var m: IncidentMessages { context.language.incidents }
  private var prompt: Prompt { context.prompt }

  init(_ context: Context) async throws {
    self.context = context
    (units, categories, areas, now) = try await context.desk { desk in
      (
        try desk.people.units().filter {
          $0.organisation == desk.actor.organisation || desk.actor.organisation == nil
        }.map(\.name),
        try desk.categories.current(), try desk.areas.all().map(\.name), desk.now
      )
    }
  }

  /// Fills in what the options leave open, shows what it came to, and asks whether to save it.
  /// - Throws: `CommandProblem.declined`.
  func ask(unit: inout String?, _ options: inout ReportOptions) throws {
    if unit == nil, units.count > 1 {
      unit = try prompt.choose(m.unitQuestion, option: "--unit", units.map { Prompt.Choice($0, $0) })
    }
    if options.category == nil { options.category = try category().description }
    try askReason(&options)
    if options.area == nil, options.point == nil { options.area = try area() }
    if options.place == nil {
      options.place = try text(m.placeQuestion, "place", fallback: nothing, in: options) { $0.place = $1 }
    }
    if options.placeType == nil { options.placeType = try placeType() }
    if options.at == nil { options.at = try time(options) }
    if options.certainty == nil {
      options.certainty = try prompt.choose(
        m.certaintyQuestion, option: "--certainty",
        Certainty.allCases.map { Prompt.Choice(m.certainty($0.rawValue), $0) }, fallback: 0)
    }
    if options.text == nil {
      options.text = try text(m.textQuestion, "text", fallback: nothing, in: options) { $0.text = $1 }
    }
    try confirm(unit, options)
  }

  /// Asks why a place is unsafe, where nothing says so: the sub-types of an unsafe place do.
  func askReason(_ options: inout ReportOptions) throws {
    let code = try options.code(options.category!, in: categories)
    guard code == CategoryCode(main: CategoryList.unsafePlace), options.reason.isEmpty else { return }
    options.reason = [try text(m.reasonQuestion, "reason", in: options) { $0.reason = [$1] }]
  }

  private func category() throws -> CategoryCode {
    func choices(_ list: [Category]) -> [Prompt.Choice<CategoryCode>] {
      list.map { Prompt.Choice(context.language(sv: $0.swedish, en: $0.english), $0.code) }
    }
    let main = try prompt.choose(
      m.categoryQuestion, option: "--category",
      choices(categories.categories.filter { $0.code.subtype == nil }))
    let subtypes = categories.categories.filter { $0.code.main == main.main && $0.code.subtype != nil }
    guard !subtypes.isEmpty else { return main }
    return try prompt.choose(
      m.subtypeQuestion, option: "--category", choices(subtypes) + [Prompt.Choice(m.noneNeeded, main)],
      fallback: subtypes.count)
  }

  /// - Returns: `nil` where only the municipality is known.
  private func area() throws -> String? {
    guard !areas.isEmpty else { return nil }
    return try prompt.ask(m.areaQuestion, option: "--area", fallback: m.unknownPlace) { answer in
      let folded = answer.lowercased()
      if folded == m.unknownPlace { return nil }
      let exact = areas.filter { $0.lowercased() == folded }
      let meant = exact.isEmpty ? areas.filter { $0.lowercased().contains(folded) } : exact
      guard let only = meant.first, meant.count == 1 else {
        let near = meant.isEmpty ? areas : meant
        let shown = near.prefix(12).joined(separator: ", ") + (near.count > 12 ? " …" : "")
        throw InvalidArgument(allowed: shown, english: shown)
      }
      return only
    }
  }

  private func placeType() throws -> PlaceType? {
    try prompt.choose(
      m.placeTypeQuestion, option: "--place-type",
      PlaceType.allCases.map { Prompt.Choice(m.placeType($0.rawValue), $0) }
        + [Prompt.Choice(m.notKnown, PlaceType?.none)], fallback: PlaceType.allCases.count)
  }

  private func time(_ options: ReportOptions) throws -> Moment {
    try prompt.ask(m.timeQuestion, option: "--at", fallback: m.rightNow) { answer in
      if answer.lowercased() == m.rightNow { return .instant(now) }
      let today = context.zone.local(now).date
      let moment = try Moment(spoken: answer, today: today) ?? Reading.moment(answer)
      var tried = options
      tried.at = moment
      try check(tried, of: ["occurred_from", "occurred_to"])
      return moment
    }
  }

  /// - Parameters:
  ///   - field: the report's, which is the option's name too.
  ///   - fallback: what an empty answer means; `nothing` for no text at all.
  private func text(
    _ question: String, _ field: String, fallback: String? = nil, in options: ReportOptions,
    _ put: (inout ReportOptions, String) -> Void
  ) throws -> String {
    try prompt.ask(question, option: "--\(field)", fallback: fallback) { answer in
      if answer == nothing, fallback == nothing { return "" }
      var tried = options
      put(&tried, answer)
      try check(tried, of: [field])
      return answer
    }
  }

  /// - Throws: the rule that the report breaks by what was just answered: anything else no answer here would mend.
  private func check(_ options: ReportOptions, of fields: Set<String>) throws {
    if let (field, problem) = try report(options).firstProblem(now: now), fields.contains(field) {
      throw UseCaseError.badField(field, problem)
    }
  }

  private func report(_ options: ReportOptions) throws -> IncomingReport {
    var report = IncomingReport(category: try options.code(options.category!, in: categories), from: now)
    try options.apply(to: &report, categories: categories, zone: context.zone)
    return report
  }

  private func confirm(_ unit: String?, _ options: ReportOptions) throws {
    let report = try report(options)
    let summary = Answer(
      [:],
      .pairs(
        [(m.unitLabel, unit), (m.categoryLabel, categories.fullName(of: report.category, context.language))]
          + report.pairs(context, in: context.zone, area: report.area ?? m.unknownPlace)))
    context.console.writeError("\n\(summary.text(isBold: false))\n\n")
    guard !context.options.isYes else { return }
    guard try prompt.confirm(m.saveQuestion, isYesByDefault: true) else { throw CommandProblem.declined }
  }
}
