import EST
import Language
import Picture

struct AgendaView {
  let page: PageView
  let brief: Listing
  /// To the picture's own file, where there is one.
  let link: Link?
  let gaps: Listing
  let followUp: ActionsView
  let priorities: PrioritiesView
  let questions: Listing

  struct Link {
    let file: String
    let text: String
  }

  init(_ agenda: Agenda, language: Language) {
    let picture = agenda.picture
    let words = Words(language, picture.head)
    let messages = language.meeting
    let meeting = picture.head.meetingAt.map {
      [PageView.Fact(label: messages.held, value: words.dateAndTime($0))]
    }
    page = PageView(picture, title: messages.agenda, facts: meeting ?? [], words: words)
    brief = Listing(heading: messages.picture, items: picture.brief.map(words.sentence))
    link = agenda.pictureFile.map {
      Link(file: $0, text: messages.pictureLink(version: picture.head.version))
    }
    let missing = picture.coverage.organisations.flatMap { organisation in
      organisation.units.filter { $0.status == .missing }.map { "\($0.name) (\(organisation.name))" }
    }
    gaps = Listing(heading: messages.gaps, items: missing.isEmpty ? [messages.noGaps] : missing)
    followUp = ActionsView(picture.actions, words: words, heading: messages.followUp)
    priorities = PrioritiesView(picture.priorities, words: words, heading: messages.prioritiesLastTime)
    questions = Listing(
      heading: messages.toDecide,
      items: [messages.adoptPicture]
        + picture.actions.overdue.map { messages.whatAbout("\($0.number) (\($0.title))") }
        + agenda.problemsWithoutAnalysis.map { messages.whoAnalyses($0.title) }
        + agenda.questions + [messages.setPriorities])
  }
}

struct MinutesView {
  let page: PageView
  let note: String?
  let present: Listing
  let absent: Listing
  let priorities: PrioritiesView
  let decisions: Decisions

  struct Decisions {
    let heading: String
    let none: String?
    let items: [Decision]
  }

  struct Decision {
    let text: String
    let detail: String?
  }

  init(_ minutes: Minutes, language: Language) {
    let head = minutes.picture.head
    let words = Words(language, head)
    let messages = language.meeting
    let start = minutes.startedAt.local
    let held =
      minutes.endedAt.map {
        language.dateAndTimes(start.date.calendarDay, start.time.clockTime, $0.local.time.clockTime)
      } ?? words.dateAndTime(minutes.startedAt)
    let facts =
      [
        minutes.withoutMeeting == nil
          ? PageView.Fact(label: messages.held, value: held) : nil,
        PageView.Fact(label: messages.adoptedPicture, value: messages.version(head.version)),
        minutes.nextMeetingAt.map {
          PageView.Fact(label: messages.nextMeeting, value: words.dateAndTime($0))
        },
      ].compactMap { $0 }
    page = PageView(minutes.picture, title: messages.minutes, facts: facts, words: words)
    note = minutes.withoutMeeting.map(messages.withoutMeeting)
    func functions(_ heading: String, present: Bool) -> Listing {
      let functions = minutes.attendance.filter { $0.present == present }
        .map { "\($0.organisation), \($0.function)" }
      return Listing(heading: heading, items: functions.isEmpty ? [messages.nobody] : functions)
    }
    self.present = functions(messages.attendance, present: true)
    absent = functions(messages.absent, present: false)
    priorities = PrioritiesView(
      minutes.priorities, words: words, heading: messages.priorities, none: messages.noPriorities)
    decisions = Decisions(
      heading: messages.decisions, none: minutes.decisions.isEmpty ? messages.noDecisions : nil,
      items: minutes.decisions.map { decision in
        let owner = [decision.organisation, decision.function].compactMap { $0 }.joined(separator: ", ")
        let due = decision.due.map { words.messages.due(language.date($0.calendarDay)) }
        let detail = [decision.action, owner.isEmpty ? nil : owner, due].compactMap { $0 }
        return Decision(text: decision.text, detail: detail.isEmpty ? nil : detail.joined(separator: ", "))
      })
  }
}
