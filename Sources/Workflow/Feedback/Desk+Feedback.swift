import EST
import Persistence

extension Desk {
  /// What was decided and done at the places that the actor's organisation has reported from.
  /// - Parameter periods: how many periods back, the one in work among them.
  public func feedback(in group: Group, periods: Int = 4) throws -> Feedback {
    guard let organisation = actor.organisation else { throw UseCaseError.notAllowed(needed: [.reporter]) }
    try demand(GroupRole.allCases, in: group.id)
    let recent = try cycles.all(of: group.id).filter { $0.times.opens <= now }.suffix(periods)
    let since = recent.first?.times.opens ?? now
    return Feedback(
      since: since, places: try feedback.places(of: organisation, in: group.id, since: since),
      pictures: try meetings.adoptedPictures(of: recent.map(\.id)))
  }
}
