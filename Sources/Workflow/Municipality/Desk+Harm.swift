import Analysis
import EST
import Persistence

extension Desk {
  var harm: HarmStore { HarmStore(session, municipality.code) }

  /// The table of harm that pictures are compiled with, and its version; `nil` where none has been imported.
  public func harmTable() throws -> (version: Int, weights: HarmWeights)? { try harm.current() }

  /// A new version of the table. Pictures that are stored keep theirs.
  public func importHarm(_ weights: HarmWeights) throws -> (version: Int, change: Change) {
    try demandAdministrator()
    for text in [weights.name, weights.version, weights.source] { _ = try Desk.name(text, field: "harm") }
    guard !weights.categories.isEmpty else { throw UseCaseError.badField("days", .missing) }
    let list = try categories.current()
    for category in weights.categories
    where !list.categories.contains(where: { $0.code.description == category }) {
      throw UseCaseError.badField("days", .unknownCategory(allowed: Desk.allowed(list)))
    }
    if let current = try harm.current(), current.weights == weights { return (current.version, .unchanged) }
    return (try harm.add(weights, by: actor.id, at: now), .added)
  }
}
