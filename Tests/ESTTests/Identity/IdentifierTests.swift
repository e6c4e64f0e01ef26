import EST
import Testing

@Suite struct IdentifierTests {
  @Test("An identifier is a UUID of version 7 that tells its millisecond")
  func version7() throws {
    var random = SplitMix64(seed: 4)
    let instant = try #require(Instant(rfc3339: "2026-11-23T09:00:00.123456+01:00"))
    for _ in 0..<200 {
      let id = IncidentID(at: instant, using: &random)
      let text = id.description
      let milliseconds = Int64(text.prefix(8) + text.dropFirst(9).prefix(4), radix: 16)
      #expect(milliseconds == instant.microseconds / 1_000)
      #expect(text.dropFirst(14).first == "7")
      #expect("89ab".contains(try #require(text.dropFirst(19).first)))
      #expect(IncidentID(text) == id)
    }
  }

  @Test("Identifiers of one millisecond differ")
  func differ() {
    var random = SplitMix64(seed: 5)
    let ids = (0..<1_000).map { _ in CycleID(at: Instant(seconds: 0), using: &random) }
    #expect(Set(ids).count == 1_000)
  }

  @Test("A municipality's code is four digits", arguments: ["248", "24800", "24 8", "", "²480", "248a"])
  func noCode(text: String) {
    #expect(MunicipalityCode(text) == nil)
  }

  @Test func leadingZerosAreKept() {
    #expect(MunicipalityCode("0180")?.description == "0180")
  }
}
