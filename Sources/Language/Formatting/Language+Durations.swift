extension Language {
  /// `1 dag`, `2 dagar`.
  public func days(_ count: Int) -> String {
    quantity(count, sv: ("dag", "dagar"), en: ("day", "days"))
  }

  /// A length of time in the one or two largest units that it has: `45 s`, `1 tim 30 min`, `2 dagar 3 tim`. Seconds
  /// are dropped from a minute on, minutes from a day on.
  ///
  /// - Parameter seconds: whole seconds; a negative number is taken as its size.
  public func duration(seconds: Int) -> String {
    let seconds = Int(seconds.magnitude)
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    let hour = self(sv: "tim", en: "h")
    func part(_ count: Int, _ unit: String) -> String? {
      count == 0 ? nil : "\(number(count))\(String.noBreakSpace)\(unit)"
    }
    if days > 0 { return [self.days(days), part(hours, hour)].compactMap { $0 }.joined(separator: " ") }
    if hours > 0 {
      return [part(hours, hour), part(minutes, "min")].compactMap { $0 }.joined(separator: " ")
    }
    if minutes > 0 { return part(minutes, "min")! }
    return "\(seconds)\(String.noBreakSpace)s"
  }

  /// A number with its noun in the right form, on one line.
  public func quantity(_ count: Int, sv: (one: String, other: String), en: (one: String, other: String))
    -> String
  {
    let noun = plural(count, one: self(sv: sv.one, en: en.one), other: self(sv: sv.other, en: en.other))
    return "\(number(count))\(String.noBreakSpace)\(noun)"
  }
}
