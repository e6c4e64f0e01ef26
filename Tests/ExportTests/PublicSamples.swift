import EST
import Picture

/// Public pictures such as a release makes, and worse ones.
enum PublicSamples {
  typealias Count = PublicPicture.Count

  private static let protection = PublicPicture.Protection(
    threshold: 5, least: 1, width: 5, rounding: 5, leastPopulation: 1000, auditedWith: 2)

  private static func category(_ code: String?, _ swedish: String, _ english: String, sensitive: Bool = false)
    -> PublicPicture.Category
  {
    PublicPicture.Category(
      code: code.map { CategoryCode($0) }, swedish: swedish, english: english, isSensitive: sensitive)
  }

  private static func make(
    _ period: String, version: Int = 1, provenance: SituationPicture.Provenance = .sample,
    categories: [PublicPicture.Category], areas: [PublicPicture.Area], auditedWith: Int = 2
  ) -> PublicPicture {
    var protection = protection
    protection.auditedWith = auditedWith
    return PublicPicture(
      provenance: provenance, municipality: MunicipalityCode("2480")!, municipalityName: "Umeå",
      period: PublicPeriod(period)!, version: version, released: LocalDate("2027-02-01")!,
      protection: protection, categories: categories, areas: areas)
  }

  private static let usual = [
    category(nil, "alla kategorier", "all categories"), category("vandalism", "skadegörelse", "vandalism"),
    category("disorder", "ordningsstörning", "disorder"), category("rumour", "ryktesspridning", "rumour"),
  ]

  static func quarter() -> PublicPicture {
    make(
      "2026-Q4", version: 2, categories: usual,
      areas: [
        .init(
          kind: .municipality, names: [], population: nil,
          counts: [.shown(1250), .shown(830), .shown(420), .suppressed]),
        .init(
          kind: .area, names: ["Ersboda"], population: 8721,
          counts: [.shown(640), .shown(500), .shown(140), .suppressed]),
        .init(
          kind: .area, names: ["Haga", "Sandbacka", "Öst på stan"], population: 5012,
          counts: [.shown(605), .suppressed, .suppressed, .shown(0)]),
        .init(
          kind: .unknown, names: [], population: nil,
          counts: [.suppressed, .suppressed, .suppressed, .shown(0)]),
      ])
  }

  static func year() -> PublicPicture {
    make(
      "2026", provenance: .real,
      categories: usual + [
        category("staff-incident", "incident mot anställd", "incident against staff", sensitive: true)
      ],
      areas: [
        .init(
          kind: .municipality, names: [], population: nil,
          counts: [.shown(4100), .shown(2900), .shown(1200), .shown(5), .suppressed]),
        .init(
          kind: .area, names: ["Ersboda"], population: 8721,
          counts: [.shown(4100), .shown(2900), .shown(1200), .shown(5), nil]),
        .init(
          kind: .area, names: ["Haga"], population: 4000,
          counts: [.shown(0), .shown(0), .shown(0), .shown(0), nil]),
        .init(
          kind: .unknown, names: [], population: nil,
          counts: [.shown(0), .shown(0), .shown(0), .shown(0), nil]),
      ], auditedWith: 1)
  }

  static func whole() -> PublicPicture {
    make(
      "2026-10", categories: usual,
      areas: [
        .init(
          kind: .municipality, names: [], population: nil,
          counts: [.shown(15), .suppressed, .suppressed, .shown(0)])
      ], auditedWith: 0)
  }

  /// Many of everything, with long names that try to be markup, formulas and the other direction of writing.
  static func hostile() -> PublicPicture {
    let name = "<script>alert(\"1\")</script> & 'x' \u{202E}"
    let long = String(repeating: "Mycketlångtnamn ", count: 12)
    let categories =
      [category(nil, "alla kategorier", "all categories")]
      + (0..<40).map { category("=1+\($0)", "\(name)\($0)", "=1+\($0) \(long)") }
    return make(
      "2026-01", categories: categories,
      areas: [.init(kind: .municipality, names: [], population: nil, counts: counts(41))]
        + (0..<60).map {
          .init(kind: .area, names: ["=cmd \($0)", name, long], population: 1000, counts: counts(41))
        })
  }

  private static func counts(_ count: Int) -> [Count?] {
    (0..<count).map { $0 % 3 == 0 ? .suppressed : .shown(1_234_565) }
  }

  static func all() -> [PublicPicture] { [quarter(), year(), whole(), hostile()] }
}
