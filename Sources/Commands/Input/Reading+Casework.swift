import EST
import Language

extension Reading {
  /// When something is to be done: a point in time, or a day, which then ends with its working hours.
  @Sendable static func due(_ text: String) throws -> Moment {
    if let date = LocalDate(text) {
      return .local(LocalDateTime(date, LocalTime(hour: 17, minute: 0)!))
    }
    guard let moment = Moment(text) else {
      throw InvalidArgument(
        allowed: "en dag 2026-12-04, som då gäller till 17.00, eller en tid 2026-12-04T16:00",
        english: "a day 2026-12-04, which then lasts until 17:00, or a time 2026-12-04T16:00")
    }
    return moment
  }

  /// `common=3`.
  @Sendable static func score(_ text: String) throws -> CriterionScore {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    let range = Criterion.scores
    guard parts.count == 2, let points = Int(parts[1]), range.contains(points),
      let criterion = criterion(parts[0])
    else {
      func allowed(_ language: Language) -> String {
        let names = Criterion.allCases.map(\.rawValue)
        return language.cli.anyOf(names)
          + language(
            sv: ", så som common=3, med poäng från 0 till 3", en: ", as in common=3, scored from 0 to 3")
      }
      throw InvalidArgument(allowed: allowed(.swedish), english: allowed(.english))
    }
    return CriterionScore(criterion: criterion, points: points)
  }

  /// By its code, or by its name in either language.
  private static func criterion(_ text: String) -> Criterion? {
    let name = text.lowercased()
    return Criterion.allCases.first { criterion in
      ([criterion.rawValue] + Language.allCases.map { $0.casework.criterion(criterion.rawValue) })
        .contains { $0.lowercased() == name }
    }
  }
}

/// How one criterion of the choice was scored.
struct CriterionScore: Sendable {
  let criterion: Criterion
  let points: Int
}
