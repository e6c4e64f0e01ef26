import EST
import TestSupport
import Testing

/// The tests can fail: whatever is spoilt on purpose is found, by the promise that it breaks.
@Suite(.serialized) struct PlantedFaultTests {
  static let strikes = Seed.full ? 40 : 3

  @Test(arguments: PlantedFault.allCases)
  func isFound(_ fault: PlantedFault) async {
    let (struck, found, missed) = await aside { Self.strikeAndLook(fault) }
    #expect(missed.isEmpty)
    // A sample may strike where it comes to nothing.
    #expect(struck > 0 && (found > 0 || fault.mayComeToNothing && !Seed.full))
    print("planted \(fault): struck \(struck) times, found \(found)")
  }

  /// - Returns: how often it struck and was found, and what was found instead where it was not.
  private static func strikeAndLook(_ fault: PlantedFault) -> (struck: Int, found: Int, missed: [String]) {
    var struck = 0
    var found = 0
    var missed: [String] = []
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
      if !promises.contains(fault.breaks) && !fault.mayComeToNothing {
        missed.append("seed \(seed) found only \(run.violations)")
      }
    }
    return (struck, found, missed)
  }
}
