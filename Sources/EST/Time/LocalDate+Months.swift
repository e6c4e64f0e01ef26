extension LocalDate {
  /// The same day of a later (or earlier) month, or that month's last day where it is shorter: six months before
  /// 31 August is the last of February.
  public func advanced(months: Int) -> LocalDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (toYear, toMonth) = (index.flooredDivision(by: 12), index - index.flooredDivision(by: 12) * 12 + 1)
    return LocalDate(
      year: toYear, month: toMonth, day: Swift.min(day, LocalDate.days(inMonth: toMonth, of: toYear)))!
  }
}

extension ZoneRules {
  /// When something that falls on a day is said: at eight, when whoever is told of it is at work.
  public func morning(of day: LocalDate) -> Instant {
    planned(LocalDateTime(day, LocalTime(hour: 8, minute: 0)!))
  }
}
