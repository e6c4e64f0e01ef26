import EST

/// One run in memory, with its model beside it.
struct Run {
  let seed: UInt64
  let violations: [Violation]
  let tally: Tally
  let rows: Int
  /// Of the trace; the same for all runs of which none was asked for.
  let fingerprint: UInt64

  /// - Parameters:
  ///   - trace: takes each line of the trace, where one is wanted.
  ///   - disturb: spoils the world after a step, to see whether it is noticed.
  init(
    seed: UInt64, days: Int, trace: ((String) -> Void)? = nil,
    disturb: (MemoryWorld, Step) -> Void = { _, _ in }
  ) {
    var simulation = Simulation(seed: seed, days: days)
    let world = simulation.world
    let model = Model(world.cast)
    var lines = Trace()
    var fingerprint = Fingerprint()
    while let step = simulation.next() {
      if let trace {
        for line in lines.lines(of: step, in: world) {
          fingerprint.add(line)
          trace(line)
        }
      }
      disturb(world, step)
      model.follow(step, in: world)
    }
    model.close(world)
    self.seed = seed
    violations = model.violations
    tally = simulation.tally
    rows = world.log.count
    self.fingerprint = fingerprint.value
  }
}
