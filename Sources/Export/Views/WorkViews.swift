import EST
import Language
import Picture

struct PrioritiesView {
  let heading: String
  let priorities: [Item]
  let none: String?

  struct Item {
    let title: String
    let detail: String
    /// What is still lacking.
    let gap: String?
  }

  init(
    _ priorities: [SituationPicture.Priority], words: Words, heading: String? = nil, none: String? = nil
  ) {
    self.heading = heading ?? words.messages.priorities
    self.none = priorities.isEmpty ? none ?? words.messages.noPriorities : nil
    self.priorities = priorities.map { priority in
      let state = priority.state.map(words.word) ?? words.messages.focusArea
      return Item(
        title: priority.title, detail: ([state] + (priority.area.map { [$0] } ?? [])).joined(separator: ", "),
        gap: priority.lacksAnalysis ? words.messages.lacksAnalysis : nil)
    }
  }
}

struct ActionsView {
  let heading: String
  let summary: String
  let overdue: Group?
  let due: Group?
  let later: Group?
  let since: Since

  struct Group {
    let heading: String
    let kind: String
    let items: [Item]
  }

  struct Item {
    let number: String
    let title: String
    let when: String
    /// How late it is.
    let late: String?
    let owner: String
    let problem: String?
  }

  struct Since {
    let heading: String
    let none: String?
    let items: [Done]
  }

  struct Done {
    let number: String
    let title: String
    let outcome: String
    let detail: String
    /// The group's colour, with a mark of its own shape beside the word.
    let colour: Colour?
    let lesson: String?
  }

  struct Colour {
    let kind: String
    let mark: String
    let text: String
  }

  init(_ actions: SituationPicture.Actions, words: Words, heading: String? = nil) {
    let messages = words.messages
    self.heading = heading ?? messages.actions
    summary = messages.openActions(actions.openCount)
    func group(_ heading: String, _ kind: String, _ items: [SituationPicture.Actions.Open]) -> Group? {
      items.isEmpty ? nil : Group(heading: heading, kind: kind, items: items.map { Item($0, words: words) })
    }
    overdue = group(messages.overdueActions, "overdue", actions.overdue)
    due = group(messages.dueActions, "due", actions.dueAhead)
    later = group(messages.laterActions, "later", actions.later)
    since = Since(
      heading: messages.sinceLastTime, none: actions.sinceLastTime.isEmpty ? messages.nothingSince : nil,
      items: actions.sinceLastTime.map { done in
        Done(
          number: done.number, title: done.title, outcome: words.word(done.outcome).sentenceCased,
          detail: "\(words.language.date(done.date.calendarDay)), \(done.organisation)",
          colour: done.colour.map { Colour(kind: $0.rawValue, mark: $0.mark, text: words.word($0)) },
          lesson: done.lesson.map(messages.lesson))
      })
  }
}

extension ActionsView.Item {
  init(_ action: SituationPicture.Actions.Open, words: Words) {
    let messages = words.messages
    self.init(
      number: action.number, title: action.title,
      when: (action.due.map { messages.due(words.language.date($0.calendarDay)) } ?? messages.noDueDate)
        .sentenceCased,
      late: action.daysOverdue.map { messages.overdue(days: $0) },
      owner: "\(messages.responsible): \(action.organisation), \(action.function)",
      problem: action.problem.map(messages.concerns))
  }
}

extension SituationPicture.Actions.Colour {
  /// A shape for each, so that it can be told without seeing the colour.
  var mark: String {
    switch self {
    case .green: "●"
    case .yellow: "▲"
    case .red: "■"
    }
  }
}
