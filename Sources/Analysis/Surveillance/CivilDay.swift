/// Days of the Gregorian calendar as numbers, counted from 1 January 1970: week starts without time or zone.
public enum CivilDay {
  /// By the calendar's cycle of 400 years (Richards 2013, Explanatory Supplement to the Astronomical Almanac, 15.11).
  public static func number(year: Int, month: Int, day: Int) -> Int {
    // Years from March on, so that the leap day is the last.
    let y = month <= 2 ? year - 1 : year
    let cycle = (y >= 0 ? y : y - 399) / 400
    let ofCycle = y - cycle * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return cycle * 146_097 + ofCycle * 365 + ofCycle / 4 - ofCycle / 100 + ofYear - 719_468
  }

  public static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofCycle = shifted - cycle * 146_097
    let year = (ofCycle - ofCycle / 1460 + ofCycle / 36_524 - ofCycle / 146_096) / 365
    let ofYear = ofCycle - (365 * year + year / 4 - year / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (year + cycle * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The same calendar day some years earlier; 29 February becomes 1 March where there is none.
  static func yearsBefore(_ number: Int, _ years: Int) -> Int {
    let (year, month, day) = date(number)
    return self.number(year: year - years, month: month, day: day)
  }
}
