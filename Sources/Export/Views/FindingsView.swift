import EST
import Language
import Picture

/// What stands out, each finding as a sentence with how sure it is and how to see what is behind it.
struct FindingsView {
  let heading: String
  /// Instead of the groups where there is nothing in any of them.
  let nothing: String?
  let groups: [Group]
  let notes: [String]

  struct Group {
    let kind: String
    let heading: String
    let items: [Item]
  }

  struct Item {
    let text: String
    let detail: String?
    /// The command that lists the reports behind it.
    let command: String?
  }

  init(_ findings: SituationPicture.Findings, coverage: SituationPicture.Coverage, words: Words) {
    let messages = words.messages
    let language = words.language
    let builder = FindingsWords(findings, words: words)
    heading = messages.findings
    func signals(_ strength: SituationPicture.Signal.Strength) -> [Item] {
      findings.signals.filter { $0.strength == strength }.map(builder.item)
    }
    groups = [
      Group(kind: "signal", heading: messages.signals, items: signals(.signal)),
      Group(kind: "watch", heading: messages.watches, items: signals(.watch)),
      Group(kind: "cluster", heading: messages.clusters, items: findings.clusters.map(builder.item)),
      Group(kind: "chain", heading: messages.chains, items: findings.chains.map(builder.item)),
      Group(
        kind: "near-repeats", heading: messages.nearRepeats, items: findings.nearRepeats.map(builder.item)),
    ].filter { !$0.items.isEmpty }
    let isTooShort = findings.basis.tested == 0 && findings.basis.weeks < SituationPicture.Basis.fewestWeeks
    nothing =
      groups.isEmpty ? (isTooShort ? messages.tooShortToTell : messages.nothingStandsOut) : nil
    notes =
      isTooShort
      ? []
      : messages.howFound(
        tested: findings.basis.tested, tooFew: findings.basis.tooFew, weeks: findings.basis.weeks,
        last: language.shortPeriod(PeriodName(label: "\(ISOWeek(containing: findings.basis.lastWeek))")),
        reporters: words.reporters(coverage))
  }
}

/// Makes sentences of findings.
private struct FindingsWords {
  let words: Words
  let lastWeek: ISOWeek

  init(_ findings: SituationPicture.Findings, words: Words) {
    self.words = words
    lastWeek = ISOWeek(containing: findings.basis.lastWeek)
  }

  private var messages: PictureMessages { words.messages }

  private func week(_ monday: LocalDate) -> String {
    words.language.shortPeriod(PeriodName(label: "\(ISOWeek(containing: monday))"))
  }

  func item(_ signal: SituationPicture.Signal) -> FindingsView.Item {
    let weeks = (lastWeek.start - signal.since) / 7 + 1
    let sure =
      signal.strength == .signal
      ? messages.sure(share: words.language.percent(signal.qValue))
      : messages.chance(signal.pValue)
    let details = [
      messages.since(week: week(signal.since), weeks: weeks), sure,
      signal.imported > 0 ? messages.importedAmong(signal.imported) : nil,
    ]
    return FindingsView.Item(
      text: words.sentence(signal),
      detail: details.compactMap { $0 }.joined(separator: " "),
      command: command(signal.category, area: signal.area))
  }

  func item(_ cluster: SituationPicture.Cluster) -> FindingsView.Item {
    FindingsView.Item(
      text: messages.cluster(
        words.name(cluster.category), areas: words.language.list(cluster.areas), count: cluster.count,
        expected: words.language.number(cluster.expected, decimals: 1), weeks: cluster.weeks),
      detail: messages.chance(cluster.pValue),
      command: command(cluster.category, area: nil))
  }

  func item(_ chain: SituationPicture.Chain) -> FindingsView.Item {
    FindingsView.Item(
      text: messages.chain(
        words.name(chain.category), area: chain.area, count: chain.count,
        dates: words.language.dates(chain.first.calendarDay, chain.last.calendarDay),
        isSamePlace: chain.isSamePlace),
      detail: nil, command: nil)
  }

  func item(_ repeats: SituationPicture.NearRepeats) -> FindingsView.Item {
    FindingsView.Item(
      text: messages.nearRepeats(
        words.name(repeats.category), ratio: words.language.number(repeats.ratio, decimals: 1),
        metres: repeats.metres, days: repeats.days),
      detail: messages.chance(repeats.pValue), command: nil)
  }

  private func command(_ category: SituationPicture.CategoryLabel, area: String?) -> String {
    let place = area.map { " --area \(Self.quoted($0))" } ?? ""
    return "est incident list --week \(lastWeek) --category \(Self.quoted("\(category.code)"))\(place)"
  }

  /// As a shell takes it for one word.
  private static func quoted(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || "/-_".contains($0) }
      ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
