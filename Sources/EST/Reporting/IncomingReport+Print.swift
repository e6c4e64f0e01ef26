extension IncomingReport {
  /// A fingerprint of all that the report says: equal reports have equal prints, today and in ten years.
  ///
  /// 64 bits of FNV-1a over the fields, each closed by a byte that no UTF-8 holds.
  public var print: Int64 { Int64(bitPattern: fnv(seed: 0xcbf2_9ce4_8422_2325)) }

  /// A reference for a report whose source gives it none: what is said twice in the same words is one event.
  public var derivedReference: String {
    "#" + String(fnv(seed: 0xcbf2_9ce4_8422_2325), radix: 16)
      + String(fnv(seed: 0x9e37_79b9_7f4a_7c15), radix: 16)
  }

  private func fnv(seed: UInt64) -> UInt64 {
    var hash = seed
    func byte(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    func text(_ text: String?) {
      for unit in (text ?? "").utf8 { byte(unit) }
      byte(0xff)
    }
    func number(_ number: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) { byte(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    text(category.main)
    text(category.subtype)
    for reason in reasons { text(reason) }
    text(area)
    text(unit)
    text(place)
    text(placeType?.rawValue)
    switch point {
    case nil: break
    case .wgs84(let latitude, let longitude):
      number(latitude.bitPattern)
      number(longitude.bitPattern)
    case .sweref(let point):
      number(point.easting.bitPattern)
      number(point.northing.bitPattern)
    }
    number(UInt64(bitPattern: from.microseconds))
    number(UInt64(bitPattern: to?.microseconds ?? .min))
    text(certainty.rawValue)
    text(assessment)
    text(reportClass.rawValue)
    text(self.text)
    return hash
  }
}
