import EST
import Persistence

/// A problem from the reports behind it to what came of it. It holds no free text of a report.
public struct ProblemChain: Sendable {
  /// What the reader may know of: reports that are authority-only are left out for everyone else.
  public let reports: [ReportBehind]
  /// The adopted picture of the period in which it was seen.
  public let picture: AdoptedPicture?
  public let problem: Problem
  /// The newest version; `nil` where nobody has begun one.
  public let analysis: Analysis?
  /// Oldest first.
  public let actions: [Action]
  public let log: [LogEntry]
}

extension Desk {
  public func chain(of problem: Problem) throws -> ProblemChain {
    try demand(GroupRole.allCases, in: problem.group)
    var own = ActionFilter(limit: .max)
    own.problem = problem.id
    return ProblemChain(
      reports: try problems.reports(behind: problem.id, withAuthorityOnly: try isAuthority()),
      picture: try problem.cycle.flatMap { try meetings.adoptedPictures(of: [$0]).first }, problem: problem,
      analysis: try analyses.find(problem.id), actions: try actions.list(own).reversed(),
      log: try log.entries(of: problem.id.uuid))
  }
}
