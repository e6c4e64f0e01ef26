import EST
import Foundation
import Persistence
import Postgres

/// What deliveries came to.
public struct Deliveries: Sendable, Equatable {
  public var delivered = 0
  /// Failed, and tried again later.
  public var postponed = 0
  /// Failed for good.
  public var failed = 0
  /// Carried out by a worker whose claim another had taken over: whatever came of it counts for nothing.
  public var superseded = 0

  public init() {}

  public var total: Int { delivered + postponed + failed + superseded }
}

extension Engine {
  /// How long a worker has for one item before another may take it, in minutes. A mail program has seconds.
  static let claimMinutes = 5
  /// How long the other mails of a municipality wait whose mail server is silent, in minutes.
  static let silenceMinutes = 1
  /// How many deliveries a worker has under way at a time; they end in any order.
  public static let deliveriesAtOnce = 8

  /// Claims what is due, the oldest first. Mails of a municipality in its quiet hours are put off until their end.
  /// - Parameter kind: all kinds where none is named.
  public func claimDue(limit: Int, kind: OutboxItem.Kind? = nil) async throws -> [OutboxItem] {
    // Mostly nothing waits, and a look tells.
    let isWaiting = try await translating {
      try await database.session { session in try OutboxStore(session).isWaiting() }
    }
    guard isWaiting else { return [] }
    return try await translating {
      try await database.transaction { session in
        let now = try ClockStore(session).now()
        let store = OutboxStore(session)
        var due = try store.due(at: now, limit: limit, kind: kind)
        while let (municipality, end) = try Engine.quiet(session, due, at: now) {
          // All of them at once, or they would stand before everything else.
          try store.putOffMail(of: municipality, at: now, until: end)
          due = try store.due(at: now, limit: limit, kind: kind)
        }
        let isSpent = { (due: OutboxStore.Due) in
          due.isAbandoned && due.recentAttempts >= BackOff.standard.attempts
        }
        for item in try store.giveUp(due.filter(isSpent), at: now) {
          tellOfFailure(of: item, mayHaveLeft: true, session)
        }
        return try store.claim(
          due.filter { !isSpent($0) }, at: now, until: now.advanced(minutes: Engine.claimMinutes))
      }
    }
  }

  /// A municipality of which mail is due in its quiet hours, and when they end.
  private static func quiet(
    _ session: Session, _ due: [OutboxStore.Due], at now: Instant
  ) throws -> (MunicipalityCode, Instant)? {
    for municipality in Set(due.filter { $0.kind == .mail }.map(\.municipality)) {
      let setting = try MunicipalityStore(session).setting(Setting.quietHours.rawValue, of: municipality)
      if let end = setting.flatMap({ QuietHours($0) })?.end(at: now, in: .stockholm) {
        return (municipality, end)
      }
    }
    return nil
  }

  /// What is dead stands in the list whether or not anybody could be told, and is not tried again for that.
  private func tellOfFailure(of item: OutboxItem, mayHaveLeft: Bool, _ session: Session) {
    _ = try? session.savepoint { session in
      try Desk(session, worker(item), isPrivate: isPrivate).tellOfFailure(of: item, mayHaveLeft: mayHaveLeft)
    }
  }

  /// Carries out what was claimed, and writes down what came of it.
  ///
  /// Where the database is away meanwhile nothing is written, and the item is another's when the claim has run out:
  /// a mail that had left by then leaves twice, under the same Message-ID.
  ///
  /// - Returns: `nil` where another has taken it over.
  public func carryOut(
    _ item: OutboxItem, _ mailer: Mailer, _ printer: Printer = .none
  ) async throws -> Delivery? {
    let result: Mailer.Result
    do {
      switch item.kind {
      case .mail:
        let (mail, way) = try await run(worker(item)) { desk in try desk.mail(for: item) }
        result = try await mailer.send(mail, by: way)
      case .file:
        try await writeFile(of: item, printer)
        result = .sent
      }
    } catch let failure as DeliveryFailure {
      result = .technical(failure)
    } catch let problem as Printer.Problem {
      result = problem.result
    } catch let failure as AtomicFile.Failure {
      result = .temporary(DeliveryFailure(.file, said: failure.reason))
    } catch let error as UseCaseError where !error.mayPass {
      result = .technical(DeliveryFailure(.content))
    }
    // The mail has left: to write that down is worth some patience.
    for pause in [1, 2, 4] {
      do {
        return try await record(result, of: item)
      } catch let error as UseCaseError where error.mayPass {
        try await Task.sleep(for: .seconds(pause))
      }
    }
    return try await record(result, of: item)
  }

  private func worker(_ item: OutboxItem) -> Caller {
    Caller(identity: .worker, municipality: item.municipality, key: UUID())
  }

  /// Writes the file as it should be now, and looks afterwards whether it still should: of two who write the same name
  /// at the same time, the one who is last is not the one with older words.
  /// - Parameter beforeWriting: what happens meanwhile, for tests.
  func writeFile(
    of item: OutboxItem, _ printer: Printer = .none, beforeWriting: () async throws -> Void = {}
  ) async throws {
    var file = try await run(worker(item)) { desk in try desk.file(for: item) }
    try await beforeWriting()
    while true {
      try await file.write(printer)
      let written = file.origin
      let isAsItShouldBe = try await run(worker(item)) { desk in try desk.origin(of: item) == written }
      if isAsItShouldBe { return }
      file = try await run(worker(item)) { desk in try desk.file(for: item) }
    }
  }

  private func record(_ result: Mailer.Result, of item: OutboxItem) async throws -> Delivery? {
    return try await translating {
      try await database.transaction { session in
        let now = try ClockStore(session).now()
        let delivery = Delivery(result, of: item, at: now)
        let store = OutboxStore(session)
        guard try store.record(delivery, of: item, at: now) else { return nil }
        if delivery.state.isDead { tellOfFailure(of: item, mayHaveLeft: false, session) }
        if delivery.failure?.cause == .timeOut {
          // One at a time finds out whether a silent server is there again; the rest would only wait in its way.
          try store.putOffMail(
            of: item.municipality, at: now, until: now.advanced(minutes: Engine.silenceMinutes))
        }
        return delivery
      }
    }
  }

  /// Carries out all that is due, several at a time, until nothing is.
  /// - Throws: the first error, when what is under way has ended.
  public func deliverDue(
    _ mailer: Mailer, _ printer: Printer = .none, atOnce: Int = Engine.deliveriesAtOnce
  ) async throws -> Deliveries {
    try await withThrowingTaskGroup(of: Result<Delivery?, any Error>.self) { group in
      var sum = Deliveries()
      var running = 0
      var failure: (any Error)?
      while true {
        do {
          // Several at a time: a claim costs as much as a delivery.
          let isRoom = failure == nil && running <= atOnce / 2
          for item in isRoom ? try await claimDue(limit: atOnce - running) : [] {
            group.addTask { await Result { try await carryOut(item, mailer, printer) } }
            running += 1
          }
        } catch {
          failure = error
        }
        switch try await group.next() {
        case .success(let ended): sum.count(ended)
        case .failure(let error): failure = failure ?? error
        case nil:
          if let failure { throw failure }
          return sum
        }
        running -= 1
      }
    }
  }

  /// Carries out the oldest item that is due.
  /// - Returns: `false` where none is.
  public func deliverNext(_ mailer: Mailer) async throws -> Bool {
    guard let item = try await claimDue(limit: 1).first else { return false }
    _ = try await carryOut(item, mailer)
    return true
  }

  /// Removes what dead workers have left of files that they were writing.
  /// - Returns: how many.
  public func sweepFiles() async throws -> Int {
    let folders = try await translating {
      try await database.transaction { session in
        let store = MunicipalityStore(session)
        return try store.all().flatMap { municipality in
          try store.settings(of: municipality.code).compactMap { key, value -> String? in
            switch Setting(rawValue: key) {
            case .exportFolder: value
            case .mail: if case .folder(let folder) = Mailer.Way(setting: value) { folder } else { nil }
            default: nil
            }
          }
        }
      }
    }
    var swept = 0
    for folder in Set(folders) { swept += await AtomicFile.sweepAside(folder) }
    return swept
  }
}

extension Deliveries {
  public mutating func count(_ delivery: Delivery?) {
    switch delivery {
    case .delivered: delivered += 1
    case .temporaryFailure: postponed += 1
    case .permanentFailure, .technicalFailure: failed += 1
    case nil: superseded += 1
    }
  }
}

extension Delivery {
  /// What becomes of the item; a failure that may pass is final after the last attempt.
  init(_ result: Mailer.Result, of item: OutboxItem, at now: Instant) {
    self =
      switch result {
      case .sent: .delivered
      case .permanent(let failure): .permanentFailure(failure)
      case .technical(let failure): .technicalFailure(failure)
      case .temporary(let failure):
        BackOff.standard.next(after: item.recentAttempts, at: now, seed: item.id.seed)
          .map { .temporaryFailure(failure, again: $0) } ?? .permanentFailure(failure)
      }
  }
}

extension UseCaseError {
  /// The database is away or busy, and will be back.
  fileprivate var mayPass: Bool {
    switch self {
    case .store(.unreachable), .store(.outOfTime), .store(.conflict), .store(.outcomeUnknown),
      .store(.diskFull), .store(.login):
      true
    default: false
    }
  }
}

extension UUID {
  /// What back-off is drawn from: as random as the id.
  fileprivate var seed: UInt64 {
    withUnsafeBytes(of: uuid) { UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
