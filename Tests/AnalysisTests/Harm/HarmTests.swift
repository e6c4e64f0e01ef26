import Analysis
import Foundation
import Testing

@Suite struct HarmTests {
  private func table() throws -> HarmWeights {
    try HarmWeights(
      name: "Test", version: "1", source: "made up", days: ["theft": 2, "assault": 20, "litter": 0])
  }

  @Test("Counts and harm stand side by side; what was found by looking and what has no weight is told apart")
  func tally() throws {
    let tallies = HarmTally.byArea(
      [
        .init(area: 0, category: "theft", count: 10, discovered: 4),
        .init(area: 0, category: "assault", count: 1), .init(area: 0, category: "unsafe", count: 7),
        .init(area: 2, category: "litter", count: 3),
      ], areas: 3, weights: try table())
    #expect(tallies[0].days == 32)
    #expect(
      (tallies[0].weighed, tallies[0].unweighed, tallies[0].discovered, tallies[0].count) == (7, 7, 4, 18))
    #expect(tallies[1].count == 0 && tallies[1].daysPerEvent == nil)
    #expect(tallies[2].days == 0 && tallies[2].daysPerEvent == 0)
  }

  @Test("A weight below 0 or beyond all numbers is refused", arguments: [-1, .nan, .infinity] as [Double])
  func refused(days: Double) {
    #expect(throws: HarmWeights.Invalid.weight(category: "b")) {
      try HarmWeights(name: "T", version: "1", source: "", days: ["a": 1, "b": days])
    }
  }

  @Test("A table comes back from JSON as it was, and a wrong one does not")
  func json() throws {
    let written = try JSONEncoder().encode(try table())
    #expect(try JSONDecoder().decode(HarmWeights.self, from: written) == (try table()))
    let wrong = Data(#"{"name":"T","version":"1","source":"","days":{"a":-1}}"#.utf8)
    #expect(throws: HarmWeights.Invalid.weight(category: "a")) {
      try JSONDecoder().decode(HarmWeights.self, from: wrong)
    }
  }
}
