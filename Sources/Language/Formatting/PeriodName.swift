/// What a period is called, read from its label: `2026-W47`, `2026-W47-W48`, `2026-W53-2027-W01`, `2026-11`, `2026-Q4`,
/// `2026-T3`, `2026`.
public enum PeriodName: Hashable, Sendable {
  case week(year: Int, week: Int)
  case fortnight(year: Int, week: Int, endYear: Int, endWeek: Int)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  /// Four months.
  case tertial(year: Int, tertial: Int)
  case year(Int)
  /// A label of another form is shown as it stands.
  case other(String)

  public init(label: String) {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
      guard text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text) else { return nil }
      return range.contains(value) ? value : nil
    }
    func year(_ index: Int) -> Int? { number(parts[index], 1000...9999) }
    func week(_ index: Int) -> Int? {
      parts[index].first == "W" ? number(parts[index].dropFirst(), 1...53) : nil
    }
    self =
      switch parts.count {
      case 1:
        if parts[0].count == 4, let year = year(0) { .year(year) } else { .other(label) }
      case 2:
        if let year = year(0), let week = week(1) {
          .week(year: year, week: week)
        } else if let year = year(0), let month = number(parts[1], 1...12) {
          .month(year: year, month: month)
        } else if let year = year(0), parts[1].first == "Q", let quarter = number(parts[1].dropFirst(), 1...4)
        {
          .quarter(year: year, quarter: quarter)
        } else if let year = year(0), parts[1].first == "T", let tertial = number(parts[1].dropFirst(), 1...3)
        {
          .tertial(year: year, tertial: tertial)
        } else {
          .other(label)
        }
      case 3:
        if let year = year(0), let first = week(1), let last = week(2) {
          .fortnight(year: year, week: first, endYear: year, endWeek: last)
        } else {
          .other(label)
        }
      case 4:
        if let first = year(0), let from = week(1), let last = year(2), let to = week(3) {
          .fortnight(year: first, week: from, endYear: last, endWeek: to)
        } else {
          .other(label)
        }
      default: .other(label)
      }
  }
}

extension Language {
  /// `vecka 47, 2026`, `vecka 47–48, 2026`, `november 2026`.
  public func period(_ name: PeriodName) -> String {
    switch name {
    case .week(let year, let week): self(sv: "vecka \(week), \(year)", en: "week \(week), \(year)")
    case .fortnight(let year, let week, let endYear, let endWeek):
      year == endYear
        ? self(sv: "vecka \(week)–\(endWeek), \(year)", en: "weeks \(week)–\(endWeek), \(year)")
        : self(
          sv: "vecka \(week), \(year)–vecka \(endWeek), \(endYear)",
          en: "week \(week), \(year)–week \(endWeek), \(endYear)")
    case .month(let year, let month): "\(self.month(month)) \(year)"
    case .quarter(let year, let quarter):
      self(
        sv: "\(["första", "andra", "tredje", "fjärde"][quarter - 1]) kvartalet \(year)",
        en: "the \(["first", "second", "third", "fourth"][quarter - 1]) quarter of \(year)")
    case .tertial(let year, let tertial):
      self(
        sv: "\(["första", "andra", "tredje"][tertial - 1]) tertialet \(year)",
        en: "the \(["first", "second", "third"][tertial - 1]) four months of \(year)")
    case .year(let year): self(sv: "året \(year)", en: "the year \(year)")
    case .other(let label): label
    }
  }

  /// For the head of a narrow column: `v. 47 2026`, `nov 2026`.
  public func shortPeriod(_ name: PeriodName) -> String {
    let week = self(sv: "v.\(String.noBreakSpace)", en: "wk\(String.noBreakSpace)")
    return switch name {
    case .week(let year, let number): "\(week)\(number) \(year)"
    case .fortnight(let year, let first, _, let last): "\(week)\(first)–\(last) \(year)"
    case .month(let year, let month): "\(self.month(month).prefix(3)) \(year)"
    case .quarter(let year, let quarter): self(sv: "kv. \(quarter) \(year)", en: "Q\(quarter) \(year)")
    case .tertial(let year, let tertial): self(sv: "tertial \(tertial) \(year)", en: "T\(tertial) \(year)")
    case .year(let year): "\(year)"
    case .other(let label): label
    }
  }

  /// "this week", for use within a sentence.
  public func thisPeriod(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "den här veckan", en: "this week")
    case .month: self(sv: "den här månaden", en: "this month")
    case .quarter: self(sv: "det här kvartalet", en: "this quarter")
    case .year: self(sv: "det här året", en: "this year")
    case .fortnight, .tertial, .other: self(sv: "den här perioden", en: "this period")
    }
  }

  /// "the week before".
  public func previousPeriod(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "veckan före", en: "the week before")
    case .month: self(sv: "månaden före", en: "the month before")
    case .quarter: self(sv: "kvartalet före", en: "the quarter before")
    case .year: self(sv: "året före", en: "the year before")
    case .fortnight, .tertial, .other: self(sv: "perioden före", en: "the period before")
    }
  }

  /// "the same week last year".
  public func samePeriodLastYear(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "samma vecka året före", en: "the same week the year before")
    case .month: self(sv: "samma månad året före", en: "the same month the year before")
    case .quarter: self(sv: "samma kvartal året före", en: "the same quarter the year before")
    case .year: self(sv: "året före", en: "the year before")
    case .fortnight, .tertial, .other:
      self(sv: "samma period året före", en: "the same period the year before")
    }
  }
}
