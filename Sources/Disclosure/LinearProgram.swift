import CClp

/// A linear program that is solved again and again with other goals and bounds, each time from where it last was.
///
/// Clp, the simplex solver of COIN-OR (Forrest and others), does the work; one thread at a time uses a program.
final class LinearProgram {
  struct Entry {
    let row: Int
    let coefficient: Double
  }

  enum Answer: Equatable {
    case optimum(Double)
    case unbounded
    case infeasible
  }

  private let model: UnsafeMutableRawPointer
  private var costs: [Double]
  private var lower: [Double]
  private var upper: [Double]
  private let rows: Int

  /// - Parameters:
  ///   - columns: the entries of each variable, at most one for a row.
  ///   - equals: what the rows add up to.
  init(columns: [[Entry]], lower: [Double], upper: [Double], equals: [Double]) {
    model = Clp_newModel()
    Clp_setLogLevel(model, 0)
    costs = Array(repeating: 0, count: columns.count)
    self.lower = lower
    self.upper = upper
    rows = equals.count
    var starts: [CoinBigIndex] = [0]
    var indices: [CInt] = []
    var coefficients: [Double] = []
    for column in columns {
      for entry in column {
        indices.append(CInt(entry.row))
        coefficients.append(entry.coefficient)
      }
      starts.append(CoinBigIndex(indices.count))
    }
    Clp_loadProblem(
      model, CInt(columns.count), CInt(rows), starts, indices, coefficients, lower, upper, costs, equals,
      equals)
  }

  deinit { Clp_deleteModel(model) }

  func cost(of column: Int) -> Double { costs[column] }

  func setCost(_ cost: Double, of column: Int) {
    costs[column] = cost
    costsChanged = true
  }

  func setBounds(_ bounds: (lower: Double, upper: Double), of column: Int) {
    lower[column] = bounds.lower
    upper[column] = bounds.upper
    boundsChanged = true
  }

  private var costsChanged = false
  private var boundsChanged = false

  /// The least cost there is.
  func minimize() -> Answer {
    if costsChanged { Clp_chgObjCoefficients(model, costs) }
    if boundsChanged {
      Clp_chgColumnLower(model, lower)
      Clp_chgColumnUpper(model, upper)
    }
    // The last basis still holds its bounds where only costs have changed.
    _ = boundsChanged ? Clp_dual(model, 0) : Clp_primal(model, 0)
    (costsChanged, boundsChanged) = (false, false)
    switch Clp_status(model) {
    case 0: return .optimum(Clp_objectiveValue(model))
    case 1: return .infeasible
    case 2: return .unbounded
    default: break
    }
    // Rare: the numbers went astray on the way from the last basis. Once more, from none.
    _ = Clp_initialSolve(model)
    switch Clp_status(model) {
    case 0: return .optimum(Clp_objectiveValue(model))
    case 2: return .unbounded
    default: return .infeasible
    }
  }

  /// The variables at the last optimum.
  var solution: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: costs.count)
  }

  /// By how much the last optimum changes with what each row adds up to.
  var prices: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: rows)
  }
}
