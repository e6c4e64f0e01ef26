extension Unicode.Scalar {
  /// Characters that steer a terminal, end a line or turn the direction of text (Unicode, UAX #9), behind which a text
  /// can hide what it says; no stored text holds them. Line feeds, carriage returns and tabs are not among them, since
  /// they are part of a longer text.
  public var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Characters that a reader must not be given as they are: the controls, what ends a line or a column, and what is
  /// not to be seen at all, such as byte order marks, annotations and tags.
  public var isInvisible: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: isControl
    }
  }
}

extension String {
  /// Whether a text has more than so many code points, which are what the database counts: a character may be of any
  /// number of them.
  public func isLonger(than limit: Int) -> Bool { utf8.count > limit && unicodeScalars.count > limit }

  /// Whether no stored text may hold it.
  /// - Parameter allowingLines: a longer text has line breaks and tabs.
  public func holdsControl(allowingLines: Bool) -> Bool {
    unicodeScalars.contains {
      $0.isControl || !allowingLines && ($0 == "\n" || $0 == "\r" || $0 == "\t")
    }
  }

  /// With visible signs for what is invisible: `␛` for ESC, `⟨U+202E⟩` where there is no sign for it.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F: out.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case 0x7F: out.append("␡")
      case _ where scalar.isInvisible:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out.append(
          contentsOf: "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩".unicodeScalars
        )
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

extension StringProtocol {
  /// A foreign text as it may be told of within a sentence: its beginning, with nothing invisible in it.
  /// - Parameter limit: how many code points; a character may be of any number of them.
  public func excerpt(_ limit: Int = 80) -> String {
    let beginning = unicodeScalars.prefix(limit)
    let isWhole = beginning.endIndex == unicodeScalars.endIndex
    return String(String.UnicodeScalarView(beginning)).visible + (isWhole ? "" : "…")
  }
}
