extension Instant {
  /// Reads RFC 3339 with an offset or `Z`; parts of a second are kept to the microsecond.
  public init?(rfc3339 text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    // The offset is `Z` or the last six characters; what is before it is a local time.
    let local: ArraySlice<UInt8>
    let offset: Int
    if let last = utf8.last, last == UInt8(ascii: "Z") || last == UInt8(ascii: "z") {
      local = utf8.dropLast()
      offset = 0
    } else {
      guard utf8.count > 6 else { return nil }
      let zone = Array(utf8.suffix(6))
      guard zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"), zone[3] == UInt8(ascii: ":"),
        let time = LocalTime(String(decoding: zone[1...], as: UTF8.self))
      else { return nil }
      local = utf8.dropLast(6)
      offset = (zone[0] == UInt8(ascii: "-") ? -1 : 1) * time.secondOfDay
    }
    let point = local.firstIndex(of: UInt8(ascii: ".")) ?? local.endIndex
    guard let wall = LocalDateTime(String(decoding: local[..<point], as: UTF8.self)) else { return nil }
    var micros: Int64 = 0
    if point < local.endIndex {
      let digits = local[(point + 1)...]
      guard (1...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
      for place in 0..<6 {
        let index = digits.startIndex + place
        micros = micros * 10 + (index < digits.endIndex ? Int64(digits[index] - 48) : 0)
      }
    }
    self.init(microseconds: (wall.wallSeconds - Int64(offset)) * 1_000_000 + micros)
  }

  /// RFC 3339 with the zone's offset, `2026-11-23T09:00:00+01:00`; parts of a second only where there are any.
  public func rfc3339(in zone: ZoneRules) -> String {
    let offset = zone.offset(at: self)
    let local = LocalDateTime(wallSeconds: seconds + Int64(offset))
    let time = local.time
    var text = "\(local.date)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    let fraction = microseconds - seconds * 1_000_000
    if fraction != 0 { text += ".\(padded(Int(fraction), 6))" }
    let minutes = abs(offset) / 60
    return text + (offset < 0 ? "-" : "+") + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}
