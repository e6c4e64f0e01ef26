/// What a period is called, read from its label: `2026-W47`, `2026-W47-W48`, `2026-W53-2027-W01`, `2026-11`.
public enum PeriodName: Hashable, Sendable {
  case week(year: Int, week: Int)
  case fortnight(year: Int, week: Int, endYear: Int, endWeek: Int)
  case month(year: Int, month: Int)
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
      case 2:
        if let year = year(0), let week = week(1) {
          .week(year: year, week: week)
        } else if let year = year(0), let month = number(parts[1], 1...12) {
          .month(year: year, month: month)
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
    case .other(let label): label
    }
  }

  /// "this week", for use within a sentence.
  public func thisPeriod(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "den här veckan", en: "this week")
    case .month: self(sv: "den här månaden", en: "this month")
    case .fortnight, .other: self(sv: "den här perioden", en: "this period")
    }
  }

  /// "the week before".
  public func previousPeriod(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "veckan före", en: "the week before")
    case .month: self(sv: "månaden före", en: "the month before")
    case .fortnight, .other: self(sv: "perioden före", en: "the period before")
    }
  }

  /// "the same week last year".
  public func samePeriodLastYear(_ name: PeriodName) -> String {
    switch name {
    case .week: self(sv: "samma vecka året före", en: "the same week the year before")
    case .month: self(sv: "samma månad året före", en: "the same month the year before")
    case .fortnight, .other: self(sv: "samma period året före", en: "the same period the year before")
    }
  }
}
