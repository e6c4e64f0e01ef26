import CXlsxwriter

/// How cells look.
struct Formats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let heading: Format
  let text: Format
  let whole: Format
  let date: Format
  let moment: Format
  let time: Format
  private let decimals: [Format]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ pattern: String? = nil) -> Format {
      // Only where memory has run out is there none.
      let format = workbook_add_format(book)!
      if let pattern { format_set_num_format(format, pattern) }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      return format
    }
    heading = format()
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bg_color(heading, lxw_color_t(0xE4ECF0))
    // The format @: text stays text where somebody edits it and lets go.
    text = format("@")
    format_set_text_wrap(text)
    whole = format("#,##0")
    date = format("yyyy\\-mm\\-dd")
    moment = format("yyyy\\-mm\\-dd\\ hh:mm")
    time = format("hh:mm")
    decimals = (1...4).map { format("#,##0." + String(repeating: "0", count: $0)) }
  }

  func number(decimals count: Int) -> Format {
    count < 1 ? whole : decimals[min(count, decimals.count) - 1]
  }
}
