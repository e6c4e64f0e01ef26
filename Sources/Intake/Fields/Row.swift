import EST

/// The cells of one row, in UTF-8 without their quotes, one after the other in `bytes`.
struct Row {
  /// The line on which the row begins, from 1.
  var line = 1
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`; it begins where the one before it ends.
  var ends: [Int] = []
  /// What is wrong with the row as a whole; its cells then mean nothing.
  var fault: IntakeProblem?

  mutating func begin(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    fault = nil
  }

  mutating func fail(_ problem: IntakeProblem) {
    fault = problem
    bytes.removeAll()
    ends.removeAll()
  }

  /// The text of a cell, for headers and tests; rows are read by their bytes.
  func text(_ index: Int) -> String {
    String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }
}
