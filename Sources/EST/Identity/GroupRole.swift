/// What a participant may do in one EST group.
public enum GroupRole: String, Sendable, CaseIterable, Hashable {
  /// Trained staff who move in public space by their job and report what they see. (rapportör)
  case reporter
  /// Takes part in the meeting for an organisation and owns actions. (deltagare)
  case participant
  /// Convenes, reviews, compiles the picture, leads the meeting. (EST-samordnare)
  case coordinator
  /// The police's counterpart of the coordinator, who signs cause analyses with them. (kommunpolis)
  case policeLead
  /// The local crime prevention council or steering group. (BRÅ, styrgrupp)
  case steering
  /// A local preventive council. (lokalt förebyggande råd)
  case council
  case reader
  case auditor
  /// The worker process: says what time says.
  case worker
  /// Sets up organisations, units, participants and areas; says no event of a machine.
  case administrator
}
