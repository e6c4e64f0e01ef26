import ArgumentParser
import EST
import Language
import Workflow

extension PictureCommand {
  struct Verify: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kontrollera att lägesbilder är de som sparades. Slutstatus 1 om någon inte är det.",
      discussion: """
        Varje version jämförs med sin kontrollsumma och sammanställs på nytt av rapporterna som de stod då. Finns de
        inte kvar som de stod prövas bara kontrollsumman. Utan val prövas alla versioner i dina grupper.

        Exempel:
          est picture verify
          est picture verify --week 2026-W47 --version 1 --json
          est lägesbild kontrollera --group Centrum
        """,
      aliases: ["kontrollera"])

    @Option(help: ArgumentHelp("Bara den versionen.", valueName: "nummer"), transform: Reading.version)
    var version: Int?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (week, version, group) = (period.week, version, context.options.group)
      let cycles = try await context.desk {
        try $0.picturedCycles(inGroup: group, labelled: week, version: version)
      }
      var proofs: [PictureProof] = []
      // A transaction each: all of a municipality's pictures take their time.
      for cycle in cycles {
        proofs += try await context.desk { try $0.provePictures(of: cycle, version: version) }
      }
      let words = context.language.cycles
      let broken = proofs.filter { !$0.isSound }
      let json: [JSON.Member] = [
        .init(key: "intact", value: .bool(broken.isEmpty)),
        .init(key: "pictures", value: .list(proofs, \.json)),
      ]
      guard let first = broken.first else {
        return Answer(
          .object(json),
          .table(
            Table(
              [
                .init(words.period), .init(words.version, .right), .init(words.hash),
                .init(words.verdictColumn),
              ],
              proofs.map {
                [
                  "\($0.group) \($0.period)", "\($0.version)" + ($0.isAnnex ? " \(words.annex)" : ""),
                  String($0.hash.prefix(16)),
                  $0.verdict.text(words),
                ]
              })),
          .text(words.intact(pictures: proofs.count)))
      }
      throw Failure(
        .brokenPicture,
        words.brokenPicture(
          group: first.group, period: first.period, version: first.version, first.verdict.text(words),
          others: broken.count - 1),
        details: .object(json))
    }
  }
}

extension PictureProof {
  fileprivate var json: JSON {
    [
      "group": .string(group), "period": .string(period), "version": .int(version), "annex": .bool(isAnnex),
      "hash": .string(hash),
      "verdict": .string(verdict.word),
    ]
  }
}

extension PictureProof.Verdict {
  /// As programs know it.
  fileprivate var word: String {
    switch self {
    case .remade: "remade"
    case .inputsGone: "inputsGone"
    case .otherRules: "otherRules"
    case .inputsUnknown: "inputsUnknown"
    case .earlierChanged: "earlierChanged"
    case .changed: "changed"
    case .otherContent: "otherContent"
    }
  }

  fileprivate func text(_ m: CycleMessages) -> String {
    switch self {
    case .remade: m.remade
    case .inputsGone(let then, let now): m.inputsGone(then: then, now: now)
    case .otherRules: m.otherRules
    case .inputsUnknown: m.inputsUnknown
    case .earlierChanged: m.earlierChanged
    case .changed: m.pictureChanged
    case .otherContent: m.otherContent
    }
  }
}
