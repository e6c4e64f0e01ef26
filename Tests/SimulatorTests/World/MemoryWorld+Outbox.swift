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

  /// Delivers all that waits and may be tried now.
  func deliver(_ post: PostOffice, _ choices: inout Choices) {
    let due = waiting
    waiting = []
    let left = due.filter { index in
      guard outbox[index].next <= now else { return true }
      if outbox[index].state == .sending && outbox[index].attempts >= BackOff.standard.attempts {
        // Whoever made the last attempt did not live to tell what came of it.
        giveUp(index, as: .deliveryUnknown)
        return false
      }
      outbox[index].state = .sending
      outbox[index].attempts += 1
      outbox[index].next = now.advanced(minutes: Self.claimMinutes)
      let person = outbox[index].notice.person
      let death = post.death(with: person, at: now)
      if death.dies && !death.afterLeaving { return true }
      let reply = post.reply(to: person, at: now)
      if reply == .accepted { outbox[index].left += 1 }
      if death.dies { return true }
      record(reply, of: index, &choices)
      return outbox[index].state != .delivered && outbox[index].state != .dead
    }
    // What was asked for meanwhile waits too, and is tried now.
    let isMore = !waiting.isEmpty
    waiting = left + waiting
    if isMore { deliver(post, &choices) }
  }

  private func record(_ reply: PostReply, of index: Int, _ choices: inout Choices) {
    switch reply {
    case .accepted: outbox[index].state = .delivered
    case .never: giveUp(index)
    case .later:
      let again = BackOff.standard.next(
        after: outbox[index].attempts, at: now, seed: UInt64(choices.below(1 << 40)))
      guard let again else { return giveUp(index) }
      outbox[index].state = .waiting
      outbox[index].next = again
    }
  }

  /// A dead letter is told of once, and that one is told of to nobody.
  private func giveUp(_ index: Int, as kind: NoticeKind = .deliveryFailed) {
    outbox[index].state = .dead
    let notice = outbox[index].notice
    guard notice.kind != .deliveryFailed, notice.kind != .deliveryUnknown else { return }
    tell(kind, .coordinators, of: notice.instance, revision: notice.revision)
  }
}
