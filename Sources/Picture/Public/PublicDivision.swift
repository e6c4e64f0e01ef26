import EST

/// The parts of a municipality that the public is told of apart: each of so many inhabitants that nobody is pointed at.
///
/// Smaller areas are put together with the nearest ones. Where nothing is known of inhabitants there are no parts, and
/// the municipality is told of as a whole.
public struct PublicDivision: Codable, Equatable, Sendable {
  /// Fewer inhabitants than these are never told of apart.
  public static let leastPopulation = 1000

  public struct Area: Sendable {
    public let id: AreaID
    public let name: String
    public let population: Int?
    public let center: SituationPicture.Point

    public init(id: AreaID, name: String, population: Int?, center: SituationPicture.Point) {
      self.id = id
      self.name = name
      self.population = population
      self.center = center
    }
  }

  public struct Part: Codable, Equatable, Sendable {
    public var areas: [AreaID]

    /// What the part is called among counts, whatever its areas are renamed to.
    public var key: String { areas.map(\.description).min() ?? "" }
  }

  public var parts: [Part]

  public static let whole = PublicDivision(parts: [])

  public init(parts: [Part]) { self.parts = parts }

  /// - Parameter areas: those whose number of inhabitants is not known are taken to have none.
  public init(_ areas: [Area]) {
    var clusters = areas.indices.map { [$0] }
    func population(_ cluster: [Int]) -> Int { cluster.reduce(0) { $0 + (areas[$1].population ?? 0) } }
    func distance(_ a: [Int], _ b: [Int]) -> Int {
      a.flatMap { first in b.map { Self.squared(areas[first].center, areas[$0].center) } }.min() ?? .max
    }
    while clusters.count > 1 {
      let populations = clusters.map(population)
      let smallest = clusters.indices.min { (populations[$0], $0) < (populations[$1], $1) }!
      guard populations[smallest] < Self.leastPopulation else { break }
      let nearest = clusters.indices.filter { $0 != smallest }.min {
        let (a, b) = (
          distance(clusters[smallest], clusters[$0]), distance(clusters[smallest], clusters[$1])
        )
        return (a, $0) < (b, $1)
      }!
      clusters[nearest] = (clusters[nearest] + clusters[smallest]).sorted()
      clusters.remove(at: smallest)
    }
    // One part is the municipality over again.
    parts =
      clusters.count < 2
      ? [] : clusters.sorted { $0[0] < $1[0] }.map { Part(areas: $0.map { areas[$0].id }) }
  }

  /// Whether every part has as many inhabitants as it takes, by what is known now.
  public func isLargeEnough(_ areas: [Area]) -> Bool {
    let populations = Dictionary(areas.map { ($0.id, $0.population ?? 0) }) { first, _ in first }
    return parts.allSatisfy { part in
      part.areas.reduce(0) { $0 + (populations[$1] ?? 0) } >= Self.leastPopulation
    }
  }

  private static func squared(_ a: SituationPicture.Point, _ b: SituationPicture.Point) -> Int {
    let (x, y) = (a.easting - b.easting, a.northing - b.northing)
    return x * x + y * y
  }
}
