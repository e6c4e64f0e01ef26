/// A feature collection as it is written. A feature that is wrong does not spoil the others.
struct GeoJSONFile: Decodable {
  let type: String
  let crs: ReferenceSystem?
  let features: [Feature]

  struct ReferenceSystem: Decodable {
    let properties: Properties
    struct Properties: Decodable {
      let name: String
    }
  }

  struct Feature: Decodable {
    let properties: [String: Property]
    let geometry: Geometry?

    private enum CodingKeys: String, CodingKey {
      case properties, geometry
    }

    init(from decoder: any Decoder) throws {
      let feature = try decoder.container(keyedBy: CodingKeys.self)
      properties = try feature.decodeIfPresent([String: Property].self, forKey: .properties) ?? [:]
      geometry = try feature.decodeIfPresent(Geometry.self, forKey: .geometry)
    }
  }

  struct Property: Decodable {
    /// `nil` for what is neither text nor a number.
    let text: String?

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        self.text = text
      } else if let number = try? value.decode(Int64.self) {
        text = String(number)
      } else if let number = try? value.decode(Double.self) {
        text = String(number)
      } else {
        text = nil
      }
    }
  }

  struct Geometry: Decodable {
    let type: String
    /// Polygons of rings of positions; `nil` for another type, or coordinates that cannot be read as this one.
    let polygons: [[[[Double]]]]?

    private enum CodingKeys: String, CodingKey {
      case type, coordinates
    }

    init(from decoder: any Decoder) throws {
      let geometry = try decoder.container(keyedBy: CodingKeys.self)
      type = try geometry.decode(String.self, forKey: .type)
      switch type {
      case "Polygon": polygons = (try? geometry.decode([[[Double]]].self, forKey: .coordinates)).map { [$0] }
      case "MultiPolygon": polygons = try? geometry.decode([[[[Double]]]].self, forKey: .coordinates)
      default: polygons = nil
      }
    }
  }
}
