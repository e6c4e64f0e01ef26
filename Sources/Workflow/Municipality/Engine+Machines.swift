import Persistence
import StateMachine

extension Engine {
  /// The running instances of all municipalities that this program's machines would leave where they cannot go on.
  public func strandedInstances() async throws -> [Stranding] {
    try await alone(true) { session in try SchemaSetup().stranded(session) }
  }
}
