import EST

extension SituationPicture {
  /// The areas as they are drawn, simplified.
  public struct Map: Codable, Equatable, Sendable {
    public var areas: [Area]

    public init(areas: [Area]) { self.areas = areas }

    public struct Area: Codable, Equatable, Sendable {
      public var name: String
      /// Closed lines, outer and inner ones.
      public var rings: [[Point]]

      public init(name: String, rings: [[Point]]) {
        self.name = name
        self.rings = rings
      }
    }
  }

  /// A place in whole metres, SWEREF 99 TM: `[755000,7085000]`, easting and northing.
  public struct Point: Codable, Hashable, Sendable {
    public var easting: Int
    public var northing: Int

    public init(easting: Int, northing: Int) {
      self.easting = easting
      self.northing = northing
    }

    public init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      easting = try container.decode(Int.self)
      northing = try container.decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(easting)
      try container.encode(northing)
    }
  }
}
