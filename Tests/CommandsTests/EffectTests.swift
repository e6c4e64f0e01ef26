import Foundation
import TestSupport
import Testing

@testable import Analysis
@testable import Commands
@testable import Picture

/// An action's effect, as it is asked for and as it is told.
@Suite struct EffectCommandTests {
  @Test func whatIsJudgedIsSaidBeforehand() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("action", "propose", "Ljus i tunneln")
      let unplanned = await shell.run(["effect", "2026-1"])
      #expect(unplanned.status == 1 && unplanned.err.contains("est effect plan 2026-1"), "\(unplanned)")
      let planned = await shell.done(
        "effect", "plan", "2026-1", "--area", "Ålidhem", "--control", "Teg", "--category", "skadegörelse")
      #expect(planned.out == "Å 2026-1: vad effekten bedöms efter står fast (version 1).\n")
      let early = await shell.run(["effekt", "2026-1", "--lang", "en"])
      #expect(early.err.contains("A 2026-1 has not started"), "\(early)")
      let twice = await shell.run(["effect", "plan", "2026-1", "--area", "Ålidhem", "--control", "Ålidhem"])
      #expect(twice.err.contains("antingen det där åtgärden görs eller ett som det jämförs med"), "\(twice)")
    }
  }

  @Test func theAnswerComesFirst() throws {
    let effect = try JSONDecoder().decode(ActionEffect.self, from: Data(Self.stored.utf8))
    let text = Answer(.null, EffectPage(effect: effect, language: .swedish).blocks).text(isBold: false)
    #expect(
      text == """
        Effekt av Å 2026-7  Ljus i tunneln
        Färre rapporter än utan åtgärden.
        Ungefär 41 färre på 12 veckor, med 95 % säkerhet mellan 19 och 63 färre.
        Utan åtgärden väntades ungefär 72. En ändring på minst 31 hade synts i fyra fall av fem.
        Takten blev 0,43 gånger den väntade (0,30–0,62).
        En del ser ut att ha flyttat intill, men mindre än det som minskade. Det är en beskrivning utan mått på slumpen.

        Räknas  skadegörelse
        Före    1 juni–23 augusti 2026
        Efter   19 oktober 2026–10 januari 2027

        PLATS               OMRÅDEN               FÖRE  EFTER
        där åtgärden görs   Ålidhem                 70     31
        jämförelse          Ersboda och Mariehem   140    144
        dit det kan flytta  Berghem                 20     25
        jämförelse för det  Sandbacka               22     21

        Talen är små: några rapporter mer eller mindre kan ändra svaret.
        Andra åtgärder på samma plats och tid: Å 2026-9.
        De 8 veckorna närmast före räknas inte: ett område väljs när det är som värst och sjunker sedan av sig självt.
        """)
    let english = Answer(.null, EffectPage(effect: effect, language: .english).blocks).text(isBold: false)
    #expect(english.contains("About 41 fewer in 12 weeks, with 95 % confidence between 19 and 63 fewer."))
  }

  private static let stored = """
    {"action": "2026-7", "title": "Ljus i tunneln", "plan": 1, "planned": "2026-10-01T09:00:00+02:00",
     "starts": "2026-10-19", "categories": [{"code": "vandalism", "swedish": "skadegörelse", "english": "vandalism"}],
     "places": [
       {"place": "target", "areas": ["Ålidhem"], "before": 70, "after": 31},
       {"place": "control", "areas": ["Ersboda", "Mariehem"], "before": 140, "after": 144},
       {"place": "displacement", "areas": ["Berghem"], "before": 20, "after": 25},
       {"place": "displacement-control", "areas": ["Sandbacka"], "before": 22, "after": 21}],
     "leftOutWeeks": 8, "verdict": "fewer",
     "comparison": {"weeks": 12, "before": {"first": "2026-06-01", "last": "2026-08-23"},
       "after": {"first": "2026-10-19", "last": "2027-01-10"}, "expected": 72.1, "change": -41.2, "lower": -63.4,
       "upper": -19.1, "smallestDetectable": 30.9, "rateRatio": 0.43, "rateRatioLower": 0.301,
       "rateRatioUpper": 0.624},
     "displacement": "displacementSmallerThanTheEffect",
     "caveats": [{"fewCounts": {}}, {"otherActions": {"_0": ["2026-9"]}}]}
    """
}
