import Testing

@testable import Intake

@Suite struct DistrictMatcherTests {
  static let matcher = DistrictMatcher(
    [
      "Teg", "Ersboda", "Ersboda industriområde", "Östra Ersboda, norra", "Ålidhemsområdet", "Backenområdet",
      "Universitets- och sjukhusområdet", "Haga/Sandbacka", "Carlshem, östra", "Tomtebo", "Tomtebo, norra",
      "Sävar, västra", "Sävar, östra", "Västerslätt (hyreshus)", "Västerslätt/Rödäng", "Rödäng", "I 20",
      "I20-området",
      "SCA", "Ön", "Centrala stan", "Industriområde (Volvo)", "Stöcksjö", "Ansmark", "Umeå", "Umeå uthamn",
      "Umedalen, västra", "Hamptjärnsliden", "Hamptjärnsliden", "Lövöbacken, norra", "Lövöbacken, södra",
      "Stöckes, Ströms och Strömbäcks omland", "Hörnefors, västra delen",
    ], municipality: "Umeå")

  @Test(
    "The one district that a text names",
    arguments: [
      ("Teg, bilist stoppad", "Teg"), ("Stöld på Teg i Umeå.", "Teg"), ("Tegs centrum, bråk", "Teg"),
      ("Ersbodas skola", "Ersboda"), ("Inbrott, Ersboda industriområde", "Ersboda industriområde"),
      ("Olycka på Östra Ersboda i Umeå.", "Östra Ersboda, norra"), ("brand på Ålidhem.", "Ålidhemsområdet"),
      ("Ålidhemsområdet, brand", "Ålidhemsområdet"), ("Backen, kollision vid rondellen", "Backenområdet"),
      ("Vägen, Universitetsområdet. Kontroll", "Universitets- och sjukhusområdet"),
      ("Sjukhusområdet, bråk", "Universitets- och sjukhusområdet"), ("Stöld på Sandbacka", "Haga/Sandbacka"),
      ("Haga, stöld", "Haga/Sandbacka"), ("Berusad man på Carlshem i Umeå", "Carlshem, östra"),
      ("Tomtebo, bråk", "Tomtebo"),
      ("norra Tomtebo, bråk", "Tomtebo, norra"), ("Tomtebo, norra", "Tomtebo, norra"),
      ("Lövöbacken södra", "Lövöbacken, södra"),
      ("Bråk på I20", "I20-området"), ("I20-området, kontroll", "I20-området"), ("Larm från SCA", nil),
      ("SCA, olycka", "SCA"),
      ("Brand på Ön", "Ön"), ("butik i centrala stan.", "Centrala stan"),
      ("CENTRALA STAN: bråk", "Centrala stan"),
      ("Ersboda, olycka på E12 mellan Ersboda och Västerslätt", "Ersboda"), ("Umeå, bråk på Teg", "Teg"),
      ("Umeå uthamn, olycka", "Umeå uthamn"), ("E4 Stöcksjö, olycka", "Stöcksjö"),
      ("Hamptjärnsliden", "Hamptjärnsliden"),
      ("Hörnefors, bråk", "Hörnefors, västra delen"), ("Rödäng, bråk", "Rödäng"),
    ])
  func one(text: String, expected: String?) {
    #expect(Self.matcher.district(in: text) == expected)
  }

  @Test(
    "No district, rather than a wrong one",
    arguments: [
      "", "...", "Umeå, bråk", "Sävar, bråk", "Västerslätt, bråk", "Lövöbacken", "Teg och Ersboda, bråk",
      "Stöcksjö/Ansmark, kontroll", "Bråk på Teg och på Tomtebo", "Öst-Teg, inbrott", "Östteg", "Tegsvägen",
      "Teg väg 3",
      "Ålidhemstunneln", "i backen vid torget", "på ön", "på haga", "en sca-skylt", "Sca", "i 20 minuter",
      "I 20 år",
      "norr om Teg", "utanför Ersboda", "på väg mot Tomtebo", "mellan Teg och Ersboda",
      "Marieberg och Umedalen",
      "Västra Ersboda, bråk", "Norra Carlshem", "Industriområde, larm", "Stöckes, brand", "Haga kommun",
      "Hagaparken",
      "Sandbackavägen", "Tegare", "Sävar, på väg till Ersboda", "Ersboda/Xvägen", "Xby/Ersboda",
    ])
  func none(text: String) {
    #expect(Self.matcher.district(in: text) == nil)
  }

  @Test("Without districts nothing is found")
  func empty() {
    #expect(DistrictMatcher([], municipality: "Umeå").district(in: "Teg, bråk") == nil)
  }
}
