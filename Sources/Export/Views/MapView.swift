import EST
import Language
import Picture

/// The areas, darker where more was reported, and the places where reports lie close together.
struct MapView {
  let heading: String
  let title: String
  let note: String
  let width: Int
  let height: Int
  let areas: [Shape]
  let spots: [Shape]
  let list: [String]
  let none: String?

  struct Shape {
    let title: String
    let path: String
    /// From 0, nothing, to 5, the most.
    let shade: Int
  }

  private static let size = 1_000.0

  init(
    _ map: SituationPicture.Map, counts: SituationPicture.Counts, hotSpots: [SituationPicture.HotSpot],
    words: Words
  ) {
    let messages = words.messages
    let language = words.language
    let scale = MapScale(
      map.areas.flatMap { $0.rings.joined() } + hotSpots.flatMap(\.outline), size: Self.size)
    heading = messages.hotSpots
    title = messages.mapTitle
    note = messages.hotSpotNote(weeks: SituationPicture.HotSpot.weeks, metres: SituationPicture.HotSpot.reach)
    width = scale.width
    height = scale.height
    let reports = Dictionary(
      counts.areas.compactMap { area in area.name.map { ($0, area.row.counts.current) } },
      uniquingKeysWith: +)
    let most = max(1, reports.values.max() ?? 1)
    areas = map.areas.map { area in
      let count = reports[area.name] ?? 0
      return Shape(
        title: "\(area.name): \(language.number(count))", path: area.rings.map(scale.path).joined(),
        shade: (count * 5 + most - 1) / most)
    }
    let words = hotSpots.map { spot in
      messages.hotSpot(words.name(spot.category), area: spot.area, count: spot.count)
    }
    spots = zip(hotSpots, words).map { Shape(title: $1, path: scale.path($0.outline), shade: 0) }
    list = words
    none = hotSpots.isEmpty ? messages.noHotSpots : nil
  }
}

/// From metres on the ground to units of a drawing, north upwards.
private struct MapScale {
  let width: Int
  let height: Int
  private let west: Int
  private let north: Int
  private let factor: Double

  init(_ points: [SituationPicture.Point], size: Double) {
    west = points.lazy.map(\.easting).min() ?? 0
    north = points.lazy.map(\.northing).max() ?? 0
    let across = (points.lazy.map(\.easting).max() ?? 0) - west
    let down = north - (points.lazy.map(\.northing).min() ?? 0)
    factor = size / Double(max(1, across, down))
    width = Int((Double(across) * factor).rounded(.up))
    height = Int((Double(down) * factor).rounded(.up))
  }

  func path(_ ring: [SituationPicture.Point]) -> String {
    let corners = ring.map { point in
      "\(Int((Double(point.easting - west) * factor).rounded())) \(Int((Double(north - point.northing) * factor).rounded()))"
    }
    return corners.isEmpty ? "" : "M" + corners.joined(separator: "L") + "Z"
  }
}
