import EST
import TestSupport
import Testing

/// The same seeds through the product on PostgreSQL: it does, row by row, what the world in memory does.
@Suite struct DatabaseSimulationTests {
  static let years = Seed.full ? 200 : 1
  static let daysOfRun = Seed.full ? 730 : 182

  @Test func agreesWithTheWorldInMemory() async throws {
    let watch = Stopwatch()
    let outcomes = try await Lanes.run(Self.years * 365 / Self.daysOfRun) { seed in
      let (tally, lost, differences) = try await Self.run(seed)
      #expect(differences.isEmpty, "seed \(seed)")
      // A long run that is broken off has said how far it came.
      if Seed.full { print("seed \(seed): \(tally.weeks) weeks, \(tally.operations) operations; \(watch)") }
      return ((tally, lost), goesOn: differences.isEmpty)
    }
    let total = outcomes.map(\.0).reduce(into: Tally(), +=)
    let lost = outcomes.map(\.1).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    print(
      """
      simulated on PostgreSQL: \(outcomes.count * Self.daysOfRun / 365) years, \(total.weeks) weeks, \
      \(total.operations) operations, \(total.rounds) rounds in \(watch)
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
