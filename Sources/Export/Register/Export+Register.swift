import EST
import Foundation
import Language
import Picture

extension Export {
  /// What an extract of the register is written as.
  public enum RegisterFormat: String, Sendable, CaseIterable {
    case html, json
  }

  public static func html(
    _ extract: RegisterExtract, language: Language, templates: Templates = .standard
  ) -> String {
    templates.render(RegisterView(extract, language: language), with: "register")
  }

  public static func json(_ extract: RegisterExtract) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(extract), as: UTF8.self) + "\n"
  }

  /// `registerutdrag-2480-2026-11-24.html`: never with what was asked for, which can point to a person.
  public static func fileName(of extract: RegisterExtract, format: RegisterFormat, language: Language)
    -> String
  {
    let tongue = language == .swedish ? "" : "-\(language.rawValue)"
    return "registerutdrag-\(extract.municipality)-\(extract.madeAt.local.date)\(tongue).\(format.rawValue)"
  }
}

/// An extract in a language, part by part, as a page and a terminal both show it.
public struct RegisterView {
  let page: PageView
  let nothing: String?
  public let parts: [Part]
  public let leftOut: Left?

  public struct Part {
    public let heading: String
    public let answers: String
    public let sections: [Section]
  }

  public struct Section {
    public let heading: String
    public let entries: [Entry]
  }

  /// A line, and what stands below it.
  public struct Entry {
    public let title: String
    public let lines: [String]
  }

  public struct Left {
    public let heading: String
    public let items: [String]
  }

  public init(_ extract: RegisterExtract, language: Language) {
    let m = language.register
    let words = RegisterWords(language)
    page = PageView(extract, language: language)
    nothing = extract.parts.isEmpty ? m.nothing : nil
    parts = extract.parts.map { part in
      Part(
        heading: part.organisation ?? m.common(extract.municipalityName),
        answers: m.answers(part.organisation, municipality: extract.municipalityName),
        sections: [
          Section(heading: m.reports, entries: part.reports.map(words.entry)),
          Section(heading: m.problems, entries: part.problems.map(words.entry)),
          Section(heading: m.actions, entries: part.actions.map(words.entry)),
          Section(heading: m.walkPoints, entries: part.walkPoints.map(words.entry)),
        ].filter { !$0.entries.isEmpty })
    }
    leftOut =
      extract.leftOut.isEmpty
      ? nil : Left(heading: m.leftOut, items: extract.leftOut.map { m.leftOut($0.rawValue) })
  }
}

private struct RegisterWords {
  let language: Language
  let m: RegisterMessages

  init(_ language: Language) {
    self.language = language
    m = language.register
  }

  func moment(_ moment: Moment) -> String {
    "\(moment.local.date) \(LocalTime(hour: moment.local.time.hour, minute: moment.local.time.minute)!)"
  }

  func entry(_ report: RegisterExtract.Report) -> RegisterView.Entry {
    let incidents = language.incidents
    let review = ([incidents.review(report.review)] + [report.reviewReason].compactMap { $0 })
      .joined(separator: ": ")
    return RegisterView.Entry(
      title: "\(report.name) \(report.says.category), \(moment(report.says.from))",
      lines: lines(report.says) + [
        [report.unit, incidents.source(report.source.rawValue)].compactMap { $0 }.joined(separator: ", "),
        "\(incidents.receivedLabel) \(moment(report.receivedAt)); \(review); \(language.sharing.name(report.reportClass.rawValue))",
      ]
        + report.earlier.flatMap {
          [m.earlier($0.version, until: moment($0.until), because: $0.because)] + lines($0.says)
        })
  }

  private func lines(_ says: RegisterExtract.Wording) -> [String] {
    [
      [says.area, says.place].compactMap { $0 }.joined(separator: ", "), says.text ?? "",
      says.assessment ?? "", says.reasons.joined(separator: ", "),
    ].filter { !$0.isEmpty }
  }

  func entry(_ problem: RegisterExtract.Problem) -> RegisterView.Entry {
    RegisterView.Entry(
      title: "\(problem.number) \(problem.title)",
      lines: [problem.area, problem.statement, problem.result].compactMap { $0 })
  }

  func entry(_ action: RegisterExtract.Action) -> RegisterView.Entry {
    RegisterView.Entry(
      title: "\(language.casework.action(action.number)) \(action.title)",
      lines: [language.casework.actionState(action.state), action.goal, action.result].compactMap { $0 })
  }

  func entry(_ point: RegisterExtract.WalkPoint) -> RegisterView.Entry {
    RegisterView.Entry(
      title: "\(point.number) \(point.area), \(point.day)",
      lines: [point.text, point.cannotBecause, point.outcome].compactMap { $0 })
  }
}

extension PageView {
  init(_ extract: RegisterExtract, language: Language) {
    let (m, picture) = (language.register, language.picture)
    lang = language.rawValue
    title = m.title
    municipality = extract.municipalityName
    group = m.title
    period = "\(m.asked(extract.asked.kind.rawValue)): \(extract.asked.text)"
    dates = ""
    documentTitle = "\(m.title) – \(extract.municipalityName)"
    skipLink = picture.skipLink
    let sample = picture.sampleBanner()
    banner = extract.provenance == .sample ? Banner(title: sample.title, text: sample.text) : nil
    facts =
      [Fact(label: m.made, value: "\(extract.madeAt.local.date) \(extract.madeAt.local.time)")]
      + PageView.facts(extract.sharing, language)
    footer = picture.footer
    logHead = nil
  }
}
