import ArgumentParser
import EST
import Language
import Persistence
import Workflow

extension ProblemCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hela kedjan: rapporter, lägesbild, problem, orsaker, åtgärder, effekt, logg.",
      discussion: """
        Exempel:
          est problem show 2026-3
          est problem visa 2026-3 --json
          est problem show 2026-3 --lang en
        """,
      aliases: ["visa"])
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let name = about.problem
      return try await context.desk { desk in
        let chain = try desk.chain(of: try desk.problem(name))
        let zone = try desk.zone(of: try desk.group(chain.problem.group))
        let page = ProblemPage(
          chain: chain, categories: try desk.categories.current(), zone: zone, context: context)
        return Answer(page.json, page.blocks)
      }
    }
  }
}

/// A problem's whole chain, once for programs and once for people.
struct ProblemPage {
  let chain: ProblemChain
  let categories: CategoryList
  let zone: ZoneRules
  let context: Context

  private var m: CaseworkMessages { context.language.casework }

  var json: JSON {
    let more: [JSON.Member] = [
      .init(key: "reports", value: .list(chain.reports) { $0.json(in: zone) }),
      .init(key: "picture", value: chain.picture?.json(in: zone) ?? .null),
      .init(key: "analysis", value: chain.analysis?.json(in: zone) ?? .null),
      .init(key: "actions", value: .list(chain.actions) { $0.json(in: zone) }),
      .init(key: "log", value: .list(chain.log) { $0.json(in: zone) }),
    ]
    return ["problem": .object(chain.problem.members(in: zone) + more)]
  }

  var blocks: [Answer.Block] {
    let problem = chain.problem
    return [.heading("\(m.problem(problem.number))  \(problem.fields.title)"), .pairs(head)]
      + reports + picture + analysis + actions + outcome
      + [
        .heading(m.log),
        .table(LogEntry.table(chain.log, context, in: zone) { m.problemState($0) }),
      ]
  }

  private var head: [(String, String?)] {
    let fields = chain.problem.fields
    let scores = Criterion.allCases.compactMap { criterion in
      fields.criteria[criterion].map { "\(m.criterion(criterion.rawValue)) \($0)" }
    }
    return [
      (m.state, m.problemState(chain.problem.state.description)),
      (m.statement, fields.statement.isEmpty ? nil : fields.statement),
      (m.area, chain.problem.areaName), (m.category, fields.category.map(name)),
      (m.origin, m.origin(chain.problem.origin.rawValue, period: chain.problem.cycleLabel)),
      (m.criteria, scores.isEmpty ? nil : scores.joined(separator: ", ")),
      (m.followUp, fields.followUp.map { context.text($0, in: zone) }),
    ]
  }

  private var reports: [Answer.Block] {
    [
      .heading(m.reports(chain.reports.count)),
      .table(
        Table(
          [
            .init(m.number), .init(context.messages.time), .init(m.categoryColumn), .init(m.areaColumn),
          ],
          chain.reports.map {
            [$0.name, context.text($0.from, in: zone), name($0.category), $0.areaName ?? ""]
          })),
    ]
  }

  private var picture: [Answer.Block] {
    let line = chain.picture.map {
      m.adopted($0.label, version: $0.version, at: context.text($0.adoptedAt, in: zone))
    }
    return [.heading(m.picturePart), .text(line ?? m.noPicture)]
  }

  private var analysis: [Answer.Block] {
    guard let analysis = chain.analysis else { return [.heading(m.analysis), .text(m.noAnalysis)] }
    return AnalysisPage(analysis: analysis, zone: zone, context: context).blocks
  }

  private var actions: [Answer.Block] {
    guard !chain.actions.isEmpty else { return [.heading(m.actions), .text(m.notYet)] }
    var blocks: [Answer.Block] = [.heading(m.actions)]
    for (index, action) in chain.actions.enumerated() {
      let page = ActionPage(action: action, zone: zone, context: context)
      if index > 0 { blocks.append(.text("")) }
      blocks += [.text(page.title), .pairs(page.pairs(ofProblem: true).map { ("  \($0.0)", $0.1) })]
    }
    return blocks
  }

  private var outcome: [Answer.Block] {
    guard let outcome = chain.problem.outcome else { return [.heading(m.outcome), .text(m.notYet)] }
    return [.heading(m.outcome), .pairs([(m.result, outcome.result), (m.lesson, outcome.lesson)])]
  }

  private func name(_ code: CategoryCode) -> String {
    guard let category = categories.category(code) else { return code.description }
    return context.language(sv: category.swedish, en: category.english)
  }
}
