import EST
import TestSupport
import Testing

/// The tests can fail: whatever is spoilt on purpose is found, by the promise that it breaks.
@Suite struct PlantedFaultTests {
  static let strikes = Seed.full ? 40 : 4

  @Test(arguments: PlantedFault.allCases)
  func isFound(_ fault: PlantedFault) {
    var struck = 0
    var found = 0
    for number in 0..<(Self.strikes as Int) {
      let seed = Seed.current &+ UInt64(number)
      var choices = Choices(seed: ~seed)
      // Some weeks into the run, at the first chance after a step chosen by the seed.
      let from = choices.between(400...1600)
      var steps = 0
      var hasStruck = false
      let run = Run(
        seed: seed, days: 730,
        disturb: { world, step in
          steps += 1
          guard steps >= from, !hasStruck else { return }
          hasStruck = fault.strike(world, after: step, &choices)
        })
      guard hasStruck else { continue }
      struck += 1
      let promises = run.violations.map(\.promise)
      if promises.contains(fault.breaks) { found += 1 }
      #expect(
        promises.contains(fault.breaks) || fault.mayComeToNothing, "seed \(seed) found only \(run.violations)"
      )
    }
    #expect(struck > 0 && found > 0)
    print("planted \(fault): struck \(struck) times, found \(found)")
  }
}
