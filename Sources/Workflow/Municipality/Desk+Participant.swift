import EST
import Persistence

extension Desk {
  public func participant(login: String) throws -> Participant {
    guard let found = try people.participant(login: login) else {
      throw StoreError.notFound(.participant, name: login)
    }
    return found
  }

  /// Adds a participant, by function and never by name.
  ///
  /// - Parameters:
  ///   - address: the function's e-mail address, which therefore is not screened as personal data.
  ///   - roles: what the participant may do in `group`.
  /// - Throws: `StoreError.taken` where the login stands for something else.
  public func addParticipant(
    login: String, organisation: Organisation?, function: String, address: String?, roles: [GroupRole],
    in group: Group?
  ) throws -> (participant: Participant, change: Change) {
    try demandAdministrator()
    let participant = Participant(
      id: newID(), login: try loginOfMunicipality(login), organisation: organisation?.id,
      function: try Desk.name(function, field: "function"), address: try address.map(Desk.functionAddress))
    var change = Change.unchanged
    let known = try people.participant(login: login)
    if let known {
      guard known.organisation == participant.organisation, known.function == participant.function,
        try people.address(of: known.id) == participant.address
      else { throw StoreError.taken(.participant, name: login) }
    } else {
      try people.add(participant)
      change = .added
    }
    var actual = known ?? participant
    actual.address = participant.address
    if let group {
      for role in roles where try grant(role, in: group, to: actual) == .changed && change == .unchanged {
        change = .changed
      }
    }
    return (actual, change)
  }

  /// The participants, with their addresses where the actor answers for them.
  public func participants() throws -> [Participant] {
    let isKeeper = roles.values.contains { $0.contains(.coordinator) || $0.contains(.administrator) }
    let addresses =
      isKeeper || actor.login == Desk.administratorLogin(municipality.code) ? try people.addresses() : [:]
    return try people.participants().map { participant in
      var participant = participant
      participant.address = addresses[participant.id]
      return participant
    }
  }

  /// Lets a participant do nothing more; what they did stays on record. The address goes at once, or by the
  /// municipality's rule.
  public func removeParticipant(_ participant: Participant) throws {
    try demandAdministrator()
    let kept = [Desk.administratorLogin(municipality.code), Desk.workerLogin(municipality.code)]
    guard !kept.contains(participant.login) else {
      throw UseCaseError.rule(.participantNeeded(participant.login))
    }
    try remove(participant)
    try people.takeLogin(participant.login)
  }

  private func remove(_ participant: Participant) throws {
    let rule = try retention.rules().inForce(.addresses, on: try retention.today())
    try people.remove(participant.id, keepingAddress: rule != nil, at: now)
  }

  /// Ends the sessions that logins have left behind that are gone: one that began while its login was taken is found only
  /// afterwards, in a transaction of its own.
  public func endLeftSessions(of login: String) throws {
    try demandAdministrator()
    try people.takeLogin(login)
  }

  /// Makes the participant's login, or gives it another password; one's own anybody may change.
  public func giveLogin(to participant: Participant, password: String) throws {
    if participant.id != actor.id { try demandAdministrator() }
    try people.giveLogin(participant.login, password: password)
  }

  /// Lets a participant act for another organisation from now on, with the same login and roles. To the records it is
  /// another one, so that nobody takes along what they could read of the old one's.
  public func moveParticipant(
    _ participant: Participant, to organisation: Organisation, function: String?, address: String?
  ) throws -> Participant {
    try demandAdministrator()
    let moved = Participant(
      id: newID(), login: participant.login, organisation: organisation.id,
      function: try function.map { try Desk.name($0, field: "function") } ?? participant.function,
      address: try address.map(Desk.functionAddress))
    let held = try people.roles(of: participant.id)
    try remove(participant)
    try people.add(moved)
    for role in held { try people.grant(role.role, in: role.group, to: moved.id, until: role.end) }
    return moved
  }

  /// - Parameter lastDay: the last one of a substitute, in the group's zone; for good where nothing is said.
  public func grant(
    _ role: GroupRole, in group: Group, to participant: Participant, through lastDay: LocalDate? = nil
  ) throws -> Change {
    try demandAdministrator()
    let end = try lastDay.map { day in
      try zone(of: group).planned(LocalDateTime(day + 1, LocalTime(secondOfDay: 0)))
    }
    if let end, end <= now { throw UseCaseError.rule(.inThePast) }
    let held = try people.roles(of: participant.id).first { $0.group == group.id && $0.role == role }
    guard held == nil || held?.end != end else { return .unchanged }
    try people.grant(role, in: group.id, to: participant.id, until: end)
    return .changed
  }

  public func revoke(_ role: GroupRole, in group: Group, from participant: Participant) throws -> Change {
    try demandAdministrator()
    guard try holds(role, in: group, participant) else { return .unchanged }
    try people.revoke(role, in: group.id, from: participant.id)
    return .changed
  }

  private func holds(_ role: GroupRole, in group: Group, _ participant: Participant) throws -> Bool {
    try people.roles(of: participant.id).contains { $0.group == group.id && $0.role == role }
  }

  /// The names of login roles begin with the municipality's code, as the database demands.
  private func loginOfMunicipality(_ login: String) throws -> String {
    let prefix = "\(municipality.code)_"
    let rest = login.utf8.dropFirst(prefix.utf8.count)
    let isWord = rest.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard login.hasPrefix(prefix), (1...50).contains(rest.count), isWord else {
      throw UseCaseError.badField("login", .malformed(expected: "\(prefix)samordnare"))
    }
    return login
  }

  /// One `@`, something before it, a dotted name after it, no white space: the mail system knows the rest.
  static func functionAddress(_ address: String) throws -> String {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isPrintable = address.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value != 0x7F }
    guard parts.count == 2, !parts[0].isEmpty, address.utf8.count <= 254, isPrintable,
      parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }),
      parts[1].contains("."), !address.contains(where: { "<>,;:\"()[]\\".contains($0) })
    else { throw UseCaseError.badField("address", .malformed(expected: "trygghet@kommunen.se")) }
    return address
  }
}
