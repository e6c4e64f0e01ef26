import EST
import Language
import Picture

/// The areas, darker where more was reported, and the places where reports lie close together.
struct MapView {
  let heading: String
  let title: String
  let note: String
  /// What shades and marks are, and where there is most.
  let legend: String
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
    /// As on paper, for where the page's style does not reach into a drawing.
    let fill: String
    /// `signal` where something surely stands out, else nothing.
    let kind: String
    /// How much was reported, where anything was.
    let label: Label?
  }

  struct Label {
    let text: String
    let x: Int
    let y: Int
  }

  private static let fills = ["#ffffff", "#e8eef1", "#d6e1e6", "#c4d4dc", "#b2c6d1", "#a0b8c6"]

  private static let size = 1_000.0
  private static let mostNamed = 5

  init(
    _ map: SituationPicture.Map, counts: SituationPicture.Counts, findings: SituationPicture.Findings?,
    words: Words
  ) {
    let hotSpots = findings?.hotSpots ?? []
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
    let signals = Set((findings?.signals ?? []).filter { $0.strength == .signal }.map(\.area))
    let shapes = map.areas.map { area in
      let count = reports[area.name] ?? 0
      let shade = (count * 5 + most - 1) / most
      let isSignal = signals.contains(area.name)
      let middle = count > 0 || isSignal ? area.rings.max { $0.count < $1.count }.map(scale.middle) : nil
      return Shape(
        title: "\(area.name): \(language.number(count))\(isSignal ? ", \(messages.signalOnMap)" : "")",
        path: area.rings.map(scale.path).joined(), shade: shade, fill: Self.fills[shade],
        kind: isSignal ? "signal" : "",
        label: middle.map {
          Label(text: (isSignal ? "▲\u{2009}" : "") + language.number(count), x: $0.x, y: $0.y)
        })
    }
    // What stands out is drawn last, so that no neighbour hides its border.
    areas = shapes.filter { $0.kind.isEmpty } + shapes.filter { !$0.kind.isEmpty }
    let named = counts.areas.filter { $0.row.counts.current > 0 }.prefix(Self.mostNamed).compactMap { area in
      area.name.map { "\($0.shortened)\u{A0}\(language.number(area.row.counts.current))" }
    }
    legend = messages.mapLegend(most: Array(named), hasSignals: !signals.isEmpty)
    let words = hotSpots.map { spot in
      messages.hotSpot(words.name(spot.category), area: spot.area, count: spot.count)
    }
    spots = zip(hotSpots, words).map {
      Shape(title: $1, path: scale.path($0.outline), shade: 0, fill: "", kind: "", label: nil)
    }
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

  /// The middle of the widest place half-way between north and south, which lies inside.
  func middle(_ ring: [SituationPicture.Point]) -> (x: Int, y: Int) {
    let corners = ring.map { SwerefPoint(easting: Double($0.easting), northing: Double($0.northing)) }
    let point = InnerPoint.of(corners)
    return (
      Int(((point.easting - Double(west)) * factor).rounded()),
      Int(((Double(north) - point.northing) * factor).rounded()) + 9
    )
  }

  func path(_ ring: [SituationPicture.Point]) -> String {
    let corners = ring.map { point in
      "\(Int((Double(point.easting - west) * factor).rounded())) \(Int((Double(north - point.northing) * factor).rounded()))"
    }
    return corners.isEmpty ? "" : "M" + corners.joined(separator: "L") + "Z"
  }
}
