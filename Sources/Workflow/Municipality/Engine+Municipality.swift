import EST
import Foundation
import Persistence
import Postgres

extension Engine {
  /// Adds a municipality with its first categories, an administrator and a worker. Nobody is a participant before
  /// that, so it takes the schema's owner and no desk.
  ///
  /// - Throws: `StoreError.taken` where the code stands for another name, or for real data instead of a sample.
  public func addMunicipality(
    _ code: MunicipalityCode, name: String, provenance: Provenance = .real, isDryRun: Bool = false
  ) async throws -> (municipality: Municipality, change: Change) {
    try await alone(isDryRun) { session in
      guard try LoginStore(session).ownsSchema() else {
        throw UseCaseError.notAllowed(needed: [.administrator])
      }
      let municipality = Municipality(
        code: code, name: try Desk.name(name, field: "name"), provenance: provenance)
      let store = MunicipalityStore(session)
      guard try store.add(municipality) else {
        guard try store.find(code) == municipality else {
          throw StoreError.taken(.municipality, name: code.description)
        }
        return (municipality, .unchanged)
      }
      try CategoryStore(session, code).add(.default)
      let now = try ClockStore(session).now()
      var random = SystemRandomNumberGenerator()
      for (login, function) in [
        (Desk.administratorLogin(code), "administratör"), (Desk.workerLogin(code), "arbetsprocess"),
      ] {
        try PeopleStore(session, code).add(
          Participant(
            id: ParticipantID(at: now, using: &random), login: login, organisation: nil, function: function,
            address: nil))
      }
      return (municipality, .added)
    }
  }

  public func municipalities() async throws -> [Municipality] {
    try await alone(false) { session in try MunicipalityStore(session).all() }
  }

  /// One transaction without a desk.
  func alone<T: Sendable>(_ isDryRun: Bool, _ body: @escaping @Sendable (Session) throws -> T) async throws
    -> T
  {
    try await translating {
      if isDryRun { return try await database.rollingBack { session in try body(session) } }
      return try await database.transaction { session in try body(session) }
    }
  }
}
