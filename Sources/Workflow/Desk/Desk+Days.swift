import EST
import Persistence

extension Desk {
  /// The days for which something is to hold. The zones' rules are known for so long and no longer.
  func term(from firstDay: LocalDate, through lastDay: LocalDate) throws -> Term {
    Term(from: try known(firstDay, field: "from"), through: try known(lastDay, field: "to"))
  }

  func known(_ day: LocalDate, field: String) throws -> LocalDate {
    guard (1990...2099).contains(day.year) else {
      throw UseCaseError.badField(field, .unknownValue(allowed: "1990–2099"))
    }
    return day
  }

  /// A number for people: the year and a running number of its kind.
  func nextNumber(_ subject: String, in group: Group) throws -> String {
    try incidents.nextNumber(subject, year: try zone(of: group).local(now).date.year)
  }
}
