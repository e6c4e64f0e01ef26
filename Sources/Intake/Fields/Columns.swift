import EST

/// A column of a file: where it stands and what the file calls it.
struct Column {
  /// `nil` where the file has no such column; `name` is then the field's own.
  let index: Int?
  let name: String
}

/// The column of each field.
struct Columns {
  let category, area, unit, place, placeType: Column
  let occurredFrom, occurredTo: Column
  let certainty, assessment, reason, reportClass, text, reference: Column
  let latitude, longitude, x, y, count: Column

  init(_ headers: [(name: String, field: Field?)]) {
    func column(_ field: Field) -> Column {
      let index = headers.firstIndex { $0.field == field }
      return Column(index: index, name: index.map { headers[$0].name.told } ?? field.rawValue)
    }
    category = column(.category)
    area = column(.area)
    unit = column(.unit)
    place = column(.place)
    placeType = column(.placeType)
    occurredFrom = column(.occurredFrom)
    occurredTo = column(.occurredTo)
    certainty = column(.certainty)
    assessment = column(.assessment)
    reason = column(.reason)
    reportClass = column(.reportClass)
    text = column(.text)
    reference = column(.reference)
    latitude = column(.latitude)
    longitude = column(.longitude)
    x = column(.x)
    y = column(.y)
    count = column(.count)
  }
}

/// The cells of a row, by column, without the white space around them.
struct Cells {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ends: [Int]
  /// Whether there is any byte that may be, or begin, a control character.
  let needsControlCheck: Bool

  init(bytes: UnsafeBufferPointer<UInt8>, ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
    // Without a branch for each byte, so that the compiler can take many at a time.
    var found: UInt8 = 0
    for byte in bytes { found |= (byte < 0x20 ? 1 : 0) | (byte >= 0x7F ? 1 : 0) }
    needsControlCheck = found != 0
  }

  /// `nil` where there is no such column or nothing in it.
  subscript(column: Column) -> UnsafeBufferPointer<UInt8>? {
    guard let index = column.index else { return nil }
    var start = index == 0 ? 0 : ends[index - 1]
    var end = ends[index]
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    return start == end ? nil : UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
