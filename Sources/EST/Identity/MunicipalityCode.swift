/// Statistics Sweden's four-digit code of a municipality, such as `2480` for Umeå. Always text: `0180` is Stockholm.
public struct MunicipalityCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  /// `nil` unless it is four digits.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    description = String(text)
  }
  public static func < (a: MunicipalityCode, b: MunicipalityCode) -> Bool { a.description < b.description }
}
