import EST

/// What the mail server says to a delivery.
enum PostReply: Hashable, Sendable {
  case accepted
  /// 4xx: later, perhaps.
  case later
  /// 5xx: never.
  case never
}

/// The mail server of the run: for each address and time the same answer, whoever asks and in whatever order.
struct PostOffice: Sendable {
  let seed: UInt64
  /// People whose address does not exist.
  let unknown: Set<Int>

  func reply(to person: Int, at now: Instant) -> PostReply {
    if unknown.contains(person) { return .never }
    return chance(person, now, salt: 1) < 8 ? .later : .accepted
  }

  /// Whether the worker dies with this mail in its hands, and if so whether the mail had left.
  func death(with person: Int, at now: Instant) -> (dies: Bool, afterLeaving: Bool) {
    let draw = chance(person, now, salt: 2)
    return (draw < 4, draw < 2)
  }

  private func chance(_ person: Int, _ now: Instant, salt: Int) -> Int {
    var mixed = Fingerprint(seed)
    for number in [person, Int(now.microseconds), salt] { mixed.add(number) }
    return Int(mixed.value % 100)
  }
}

extension MemoryWorld {
  static let claimMinutes = 5
  static let mostAttempts = 12

  /// Delivers all that waits and may be tried now.
  func deliver(_ post: PostOffice, _ choices: inout Choices) {
    waiting.removeAll { index in
      guard outbox[index].next <= now else { return false }
      outbox[index].state = .sending
      outbox[index].attempts += 1
      outbox[index].next = now.advanced(minutes: Self.claimMinutes)
      let person = outbox[index].notice.person
      let death = post.death(with: person, at: now)
      if death.dies && !death.afterLeaving { return false }
      let reply = post.reply(to: person, at: now)
      if reply == .accepted { outbox[index].left += 1 }
      if death.dies { return false }
      record(reply, of: index, &choices)
      return outbox[index].state == .delivered || outbox[index].state == .dead
    }
  }

  private func record(_ reply: PostReply, of index: Int, _ choices: inout Choices) {
    switch reply {
    case .accepted: outbox[index].state = .delivered
    case .never: outbox[index].state = .dead
    case .later where outbox[index].attempts >= Self.mostAttempts: outbox[index].state = .dead
    case .later:
      outbox[index].state = .waiting
      let minutes = min(360, 1 << min(outbox[index].attempts, 9))
      outbox[index].next = now.advanced(minutes: minutes + choices.below(minutes / 2 + 1))
    }
  }
}
