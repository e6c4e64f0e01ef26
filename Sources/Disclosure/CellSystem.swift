/// The cells of tables, with every sum that an outsider knows to hold among them.
public struct CellSystem: Sendable, Equatable {
  /// One cell that is the sum of others.
  public struct Relation: Sendable, Hashable {
    public let total: Int
    public let parts: [Int]

    public init(total: Int, parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  /// How many cells there are; they are called by their numbers from 0.
  public let count: Int
  public let relations: [Relation]

  public init(count: Int, relations: [Relation]) {
    precondition(
      relations.allSatisfy { relation in
        (relation.parts + [relation.total]).allSatisfy { (0..<count).contains($0) }
      }, "a relation is among the system's cells")
    self.count = count
    self.relations = relations
  }

  /// True where the relations hold for these values.
  public func holds(for values: [Int]) -> Bool {
    values.count == count
      && relations.allSatisfy { relation in
        relation.parts.reduce(0) { $0 + values[$1] } == values[relation.total]
      }
  }

  /// A table of rows and columns with the totals of both and of all: the inner cells row by row, then the rows' totals,
  /// the columns' totals and the grand total.
  public static func table(rows: Int, columns: Int) -> CellSystem {
    let inner = rows * columns
    let grand = inner + rows + columns
    var relations = (0..<rows).map { row in
      Relation(total: inner + row, parts: (0..<columns).map { row * columns + $0 })
    }
    relations += (0..<columns).map { column in
      Relation(total: inner + rows + column, parts: (0..<rows).map { $0 * columns + column })
    }
    relations.append(Relation(total: grand, parts: (0..<rows).map { inner + $0 }))
    relations.append(Relation(total: grand, parts: (0..<columns).map { inner + rows + $0 }))
    return CellSystem(count: grand + 1, relations: relations)
  }
}

/// What is known of a cell: from `lower` to `upper`, which is infinite where nothing bounds it.
public struct Interval: Sendable, Equatable {
  public let lower: Double
  public let upper: Double

  public init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  public static func exactly(_ value: Int) -> Interval { Interval(Double(value), Double(value)) }
  public static func atLeast(_ value: Int) -> Interval { Interval(Double(value), .infinity) }

  public var width: Double { upper - lower }
  var isExact: Bool { lower == upper }
}
