import ArgumentParser
import EST
import Language
import Persistence
import Workflow

struct FeedbackCommand: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Vad som beslutades och gjordes på de platser ni har rapporterat.",
    discussion: """
      Exempel:
        est feedback
        est återkoppling --periods 8 --json
      """,
    aliases: ["återkoppling"])

  @Option(
    help: ArgumentHelp("Hur många perioder tillbaka.", valueName: "antal"),
    transform: Reading.count(upTo: 520))
  var periods = 4

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  func answer(_ context: Context) async throws -> Answer {
    let periods = periods
    let m = context.language.incidents
    return try await context.desk { desk in
      let group = try desk.group()
      let zone = try desk.zone(of: group)
      let feedback = try desk.feedback(in: group, periods: periods)
      let words = FeedbackWords(language: context.language)
      var blocks: [Answer.Block] = [.heading(m.since(zone.local(feedback.since).date.description))]
      if feedback.places.isEmpty { blocks.append(.text(m.noFeedback)) }
      for place in feedback.places {
        var lines = [words.reports(place)]
        lines += place.rejections.map { words.rejection($0) }
        for problem in place.problems {
          lines.append(words.problem(problem))
          lines += problem.actions.map { words.action($0) }
        }
        blocks += [
          .heading(place.areaName ?? m.unknownPlace), .text(lines.map { "  \($0)" }.joined(separator: "\n")),
        ]
      }
      if !feedback.pictures.isEmpty { blocks.append(.text(words.pictures(feedback.pictures))) }
      return Answer(
        [
          "feedback": [
            "since": context.json(feedback.since, in: zone),
            "places": .list(feedback.places) { place in
              [
                "area": .optional(place.areaName), "places": .strings(place.places),
                "waiting": .int(place.waiting), "accepted": .int(place.accepted),
                "rejections": .list(place.rejections) {
                  [
                    "number": .optional($0.number), "reference": .optional($0.reference),
                    "reason": .string($0.reason),
                  ]
                },
                "problems": .list(place.problems) { problem in
                  [
                    "number": .string(problem.number), "title": .string(problem.title),
                    "state": .string(problem.state.description),
                    "actions": .list(problem.actions) {
                      [
                        "number": .string($0.number), "title": .string($0.title),
                        "state": .string($0.state.description), "due": .optional($0.due?.rfc3339(in: zone)),
                        "colour": .optional($0.colour?.rawValue),
                      ]
                    },
                  ]
                },
              ]
            },
            "pictures": .list(feedback.pictures) {
              ["period": .string($0.label), "version": .int($0.version)]
            },
          ]
        ],
        blocks)
    }
  }
}

/// What became of things, in words.
private struct FeedbackWords {
  let language: Language

  func reports(_ place: PlaceFeedback) -> String {
    let accepted = language.quantity(place.accepted, sv: ("rapport", "rapporter"), en: ("report", "reports"))
    let waiting =
      place.waiting == 0
      ? "" : language(sv: ", \(place.waiting) väntar på granskning", en: ", \(place.waiting) wait for review")
    return language(sv: "\(accepted) i lägesbilden\(waiting)", en: "\(accepted) in the picture\(waiting)")
  }
  func rejection(_ rejection: PlaceFeedback.Rejection) -> String {
    let name = rejection.number ?? rejection.reference ?? ""
    return language(
      sv: "\(name) togs inte med: \(rejection.reason)", en: "\(name) was left out: \(rejection.reason)")
  }
  func problem(_ problem: ProblemFeedback) -> String {
    language(
      sv: "Problem \(problem.number): \(problem.title)", en: "Problem \(problem.number): \(problem.title)")
      + " (\(language.casework.problemState(problem.state.description)))"
  }
  func action(_ action: ActionFeedback) -> String {
    let colour = action.colour.map { ", \(language.casework.colour($0.rawValue))" } ?? ""
    return language(
      sv: "  Åtgärd \(action.number): \(action.title)", en: "  Action \(action.number): \(action.title)")
      + " (\(language.casework.actionState(action.state.description))\(colour))"
  }
  func pictures(_ pictures: [AdoptedPicture]) -> String {
    let labels = pictures.map { "\($0.label) v\($0.version)" }
    return language(
      sv: "Fastställda lägesbilder: \(language.list(labels))",
      en: "Adopted pictures: \(language.list(labels))")
  }
}
