import StateMachine

extension Role {
  public static let coordinator = Role(GroupRole.coordinator.rawValue)
  public static let policeLead = Role(GroupRole.policeLead.rawValue)
  public static let participant = Role(GroupRole.participant.rawValue)
  public static let steering = Role(GroupRole.steering.rawValue)
  public static let council = Role(GroupRole.council.rawValue)
  public static let worker = Role(GroupRole.worker.rawValue)
  /// The organisation and function that an action names: a relation, not a role of the group.
  public static let owner: Role = "owner"
}
