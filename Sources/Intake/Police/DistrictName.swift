/// What else a district may be called than the list says.
enum DistrictName {
  /// The parts of a name by which people call the place:
  /// - `Haga/Sandbacka` is called `Haga` and `Sandbacka`;
  /// - `Västerslätt (hyreshus)` is called `Västerslätt`;
  /// - `Tomtebo, norra` is called `Tomtebo` and `norra Tomtebo`;
  /// - `Universitets- och sjukhusområdet` is called `Universitetsområdet` and `Sjukhusområdet`;
  /// - `Ålidhemsområdet` is called `Ålidhem`.
  static func variants(of name: String) -> [String] {
    if let bracket = name.firstIndex(of: "(") { return [String(name[..<bracket])] }
    let slashed = name.split(separator: "/")
    if slashed.count > 1 { return slashed.map(\.trimmed) }
    if let comma = name.lastIndex(of: ",") {
      let part = name[name.index(after: comma)...].trimmed
      let direction = part.hasSuffix(" delen") ? String(part.dropLast(6)) : part
      guard directions.contains(direction) else { return [] }
      let whole = String(name[..<comma])
      return [whole, "\(direction) \(whole)"]
    }
    if let both = name.range(of: "- och "), name.hasSuffix(area) {
      let second = name[both.upperBound...]
      return ["\(name[..<both.lowerBound])\(area)", second.prefix(1).uppercased() + second.dropFirst()]
    }
    guard name.hasSuffix(area) else { return [] }
    let stem = name.dropLast(area.count)
    return [String(stem.hasSuffix("s") || stem.hasSuffix("-") ? stem.dropLast() : stem)]
  }

  /// Whether a form is a name by itself: `område` and `I 20` mean too much.
  static func isDistinct(_ form: String) -> Bool {
    !generic.contains(form) && form.split(separator: " ").contains { $0.filter(\.isLetter).count >= 2 }
      || form.contains(where: \.isLetter) && form.contains(where: \.isNumber) && !form.contains(" ")
  }

  /// Which part of a larger whole.
  static let directions: Set<String> = [
    "norra", "södra", "östra", "västra", "nordöstra", "nordvästra", "sydöstra", "sydvästra", "nedre", "övre",
    "inre", "yttre", "mellersta",
  ]

  private static let area = "området"
  private static let generic: Set<String> = [
    "industriområde", "industriområdet", "område", "omland", "centrum",
  ]
}
