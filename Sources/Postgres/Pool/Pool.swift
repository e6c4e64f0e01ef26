import Dispatch

/// The connections of a database: those that are idle, how many there are, and who waits for one, in order.
final class Pool: Sendable {
  fileprivate struct State {
    var idle: [Connection] = []
    /// Connections made, being made, or lent.
    var count = 0
    var waiting: [OneShot<Grant>] = []
    var isClosed = false
    var closing: [OneShot<Void>] = []
  }

  fileprivate enum Grant: Sendable {
    case connection(Connection)
    /// The right to make one.
    case room
  }

  private let maximumCount: Int
  private let connect: @Sendable (DispatchQueue) throws -> Connection
  private let connectDeadline: Duration
  private let state = Locked(State())

  init(
    maximumCount: Int, connectDeadline: Duration,
    connect: @escaping @Sendable (DispatchQueue) throws -> Connection
  ) {
    self.maximumCount = max(1, maximumCount)
    self.connectDeadline = connectDeadline
    self.connect = connect
  }

  var waitingCount: Int { state.withLock { $0.waiting.count { !$0.isDone } } }

  /// A connection, which may have gone bad while it was idle; first come, first served.
  /// - Returns: also whether it has just been made.
  func lend(until deadline: ContinuousClock.Instant) async throws -> (Connection, isNew: Bool) {
    try Task.checkCancellation()
    switch try await grant(until: deadline) {
    case .connection(let connection): return (connection, false)
    case .room: return (try await make(until: deadline), true)
    }
  }

  private func grant(until deadline: ContinuousClock.Instant) async throws -> Grant {
    let (grant, turn): (Grant?, OneShot<Grant>) = try state.withLock { state in
      let turn = OneShot<Grant>()
      guard !state.isClosed else { throw PostgresError(.closed) }
      if let connection = state.idle.popLast() { return (.connection(connection), turn) }
      if state.count < maximumCount {
        state.count += 1
        return (.room, turn)
      }
      state.waiting.removeAll(where: \.isDone)
      state.waiting.append(turn)
      return (nil, turn)
    }
    if let grant { return grant }
    return try await turn.wait(
      until: deadline, late: PostgresError(.deadline("no connection of \(maximumCount) became free")))
  }

  /// Makes a connection on its own queue. Names are looked up by a call that nothing can interrupt, so a caller whose
  /// time is up leaves, and the connection goes to the pool when it comes.
  private func make(until deadline: ContinuousClock.Instant) async throws -> Connection {
    let queue = DispatchQueue(label: "postgres.connection")
    let made = OneShot<Connection>()
    queue.async {
      do {
        let connection = try self.connect(queue)
        if !made.resume(.success(connection)) { self.giveBack(connection) }
      } catch {
        self.giveUpRoom()
        made.resume(.failure(error))
      }
    }
    return try await made.wait(
      until: min(deadline, .now + connectDeadline),
      late: PostgresError(.connection("no connection within the time given")))
  }

  /// Takes back a connection that was lent. A lost one makes room for another.
  func giveBack(_ connection: Connection) {
    guard connection.loss == nil else { return giveUpRoom() }
    let closing: [OneShot<Void>] = state.withLock { state in
      if state.isClosed { return state.giveUpRoom() }
      if !state.grantNext(.connection(connection)) { state.idle.append(connection) }
      return []
    }
    for closed in closing { closed.resume(.success(())) }
  }

  private func giveUpRoom() {
    let closing: [OneShot<Void>] = state.withLock { state in
      if !state.isClosed, state.grantNext(.room) { return [] }
      return state.giveUpRoom()
    }
    for closed in closing { closed.resume(.success(())) }
  }

  /// Lets nobody in any more, and waits until everyone is out.
  func close() async {
    let (idle, closed): ([Connection], OneShot<Void>) = state.withLock { state in
      let idle = state.idle
      state.idle = []
      state.isClosed = true
      for turn in state.waiting { turn.resume(.failure(PostgresError(.closed))) }
      state.waiting = []
      let closed = OneShot<Void>()
      state.closing.append(closed)
      state.count -= idle.count
      if state.count == 0 { closed.resume(.success(())) }
      return (idle, closed)
    }
    withExtendedLifetime(idle) {}
    // Nothing but success is ever said to it.
    try? await closed.wait()
  }
}

extension Pool.State {
  /// To the first who still waits.
  fileprivate mutating func grantNext(_ grant: Pool.Grant) -> Bool {
    while !waiting.isEmpty {
      if waiting.removeFirst().resume(.success(grant)) { return true }
    }
    return false
  }

  /// One less; gives those to tell that it was the last.
  fileprivate mutating func giveUpRoom() -> [OneShot<Void>] {
    count -= 1
    guard count == 0, isClosed else { return [] }
    defer { closing = [] }
    return closing
  }
}
