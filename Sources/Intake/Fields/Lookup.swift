import EST

/// A field whose values recur: what a cell says is found out once for each value that occurs.
struct Lookup<Value> {
  let column: Column
  private let constant: String?
  private let values: [String: String]
  private let read: (String) throws(IntakeProblem) -> Value
  private var known = ByteTable<Result<Value, IntakeProblem>>()

  /// - Parameter read: makes a value of a text in our own words.
  init(
    _ column: Column, _ field: Field, _ translation: Translation,
    read: @escaping (String) throws(IntakeProblem) -> Value
  ) {
    self.column = column
    constant = translation.constants[field]
    // A cell may hold several reasons, which are translated one by one.
    values = field == .reason ? [:] : translation.values[field] ?? [:]
    self.read = read
  }

  /// `nil` where the cell is empty and no constant stands for it.
  mutating func value(in cells: Cells) throws(Refusal) -> Value? {
    let cell = cells[column] ?? UnsafeBufferPointer(start: nil, count: 0)
    if cell.isEmpty, constant == nil { return nil }
    let result: Result<Value, IntakeProblem>
    if let value = known.value(for: cell) {
      result = value
    } else {
      let text = cell.isEmpty ? constant! : translated(String(decoding: cell, as: UTF8.self))
      do throws(IntakeProblem) { result = .success(try read(text)) } catch { result = .failure(error) }
      known.insert(result, for: cell)
    }
    switch result {
    case .success(let value): return value
    case .failure(let problem): throw Refusal(column, problem)
    }
  }

  private func translated(_ text: String) -> String {
    values.isEmpty ? text : values[Vocabulary.folded(text)] ?? text
  }
}

extension Lookup {
  /// A field that says one of a few words.
  init(
    words table: [String: Value], _ column: Column, _ field: Field, _ translation: Translation,
    otherwise problem: @escaping (String) -> IntakeProblem
  ) {
    self.init(column, field, translation) { (text) throws(IntakeProblem) in
      let word = Vocabulary.folded(text)
      guard let value = table[word] else { throw problem(word) }
      return value
    }
  }
}

/// Why a row is refused, at which column.
struct Refusal: Error {
  let field: String
  let problem: IntakeProblem

  init(_ column: Column, _ problem: IntakeProblem) {
    field = column.name
    self.problem = problem
  }
}
