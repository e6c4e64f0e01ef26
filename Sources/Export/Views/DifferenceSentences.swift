import Language
import Picture

extension Export {
  /// What differs from an earlier version, a sentence each; one that says so where nothing does.
  public static func sentences(_ differences: SituationPicture.Differences, language: Language) -> [String] {
    let messages = language.picture
    guard !differences.isEmpty else { return [messages.noDifferences(differences.version)] }
    func name(_ category: SituationPicture.CategoryLabel) -> String {
      language(sv: category.swedish, en: category.english)
    }
    func findings(_ findings: [SituationPicture.Differences.Finding], isNew: Bool) -> [String] {
      findings.map {
        messages.differentFinding(
          name($0.category), area: $0.area, isSignal: $0.strength == .signal, isNew: isNew)
      }
    }
    var sentences: [String] = []
    if let total = differences.total {
      sentences.append(messages.change(messages.allEvents.sentenceCased, total.before, total.now))
    }
    if let answered = differences.answered {
      sentences.append(messages.change(messages.answeringUnits, answered.before, answered.now))
    }
    sentences += differences.categories.map {
      messages.change(name($0.category).sentenceCased, $0.reports.before, $0.reports.now)
    }
    sentences += differences.areas.map {
      messages.change($0.name ?? messages.noArea, $0.reports.before, $0.reports.now)
    }
    return sentences + findings(differences.newFindings, isNew: true)
      + findings(differences.goneFindings, isNew: false)
  }
}
