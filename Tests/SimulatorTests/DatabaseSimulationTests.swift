import EST
import TestSupport
import Testing

/// The same seeds through the product on PostgreSQL: it does, row by row, what the world in memory does.
@Suite struct DatabaseSimulationTests {
  static let years = Seed.full ? 200 : 2
  static let daysOfRun = Seed.full ? 730 : 182

  @Test func agreesWithTheWorldInMemory() async throws {
    let runs = Self.years * 365 / Self.daysOfRun
    let first = Seed.current
    let start = ContinuousClock.now
    var total = Tally()
    var lost: [String: Int] = [:]
    try await withThrowingTaskGroup(of: (Tally, [String: Int]).self) { group in
      for lane in 0..<2 {
        group.addTask {
          var total = Tally()
          var lost: [String: Int] = [:]
          for number in stride(from: lane, to: runs, by: 2) {
            let (tally, races, differences) = try await Self.run(first &+ UInt64(number))
            total += tally
            lost.merge(races, uniquingKeysWith: +)
            #expect(differences.isEmpty, "seed \(first &+ UInt64(number))")
            if !differences.isEmpty { break }
          }
          return (total, lost)
        }
      }
      for try await (tally, races) in group {
        total += tally
        lost.merge(races, uniquingKeysWith: +)
      }
    }
    print(
      """
      simulated on PostgreSQL: \(Self.years) years, \(total.weeks) weeks, \(total.operations) operations, \
      \(total.rounds) rounds in \(ContinuousClock.now - start)
      borne: \(total.deaths) deaths of workers, \(total.messages) messages lost or doubled, \
      \(total.absences) absences, \(total.jumps) jumps of the clock
      of two who said the same at the same time, the second was told: \
      \(lost.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", "))
      """)
  }

  /// One run in both worlds, to the first difference.
  static func run(_ seed: UInt64) async throws -> (Tally, lost: [String: Int], [String]) {
    var simulation = Simulation(seed: seed, days: daysOfRun, weather: .comparable)
    let memory = simulation.world
    return try await DatabaseWorld.run(beside: memory, simulation.post) { database in
      while let step = simulation.next(), database.differences.isEmpty { try await database.follow(step) }
      let now = memory.now.rfc3339(in: memory.zone)
      return (simulation.tally, database.racesLost, database.differences.map { "\(now): \($0)" })
    }
  }

  /// What is spoilt in the database on purpose is found when it is compared the next time.
  @Test func plantedFaultsAreFound() async throws {
    var simulation = Simulation(seed: 20_261_123, days: 120, weather: .comparable)
    try await DatabaseWorld.run(beside: simulation.world, simulation.post) { database in
      var weeks = 0
      while weeks < 10, let step = simulation.next() {
        try await database.follow(step)
        if case .week = step { weeks += 1 }
      }
      #expect(database.differences == [])
      for fault in PlantedSQL.allCases {
        let mark = database.mark
        let (struck, found) = try await TestDatabase.administer(database.database) { session in
          try session.execute("begin")
          let struck = try fault.strike(session)
          let found = try DatabaseWorld.Reading(session, since: mark)
          try session.execute("rollback")
          return (struck, found)
        }
        database.differences = []
        database.compare(found)
        let first = database.differences.first
        #expect(struck == 1, "\(fault)")
        #expect(first != nil, "\(fault)")
        print("planted in the database: \(fault): \(first ?? "not found")")
      }
    }
  }
}
