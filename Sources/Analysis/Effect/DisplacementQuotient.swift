/// The weighted displacement quotient and its companions, as description only: they have no standard error.
///
/// Bowers and Johnson 2003, Journal of Quantitative Criminology 19:275–301; the formulas as in Guerette 2009,
/// "Analyzing crime displacement and diffusion", Problem-Oriented Guides for Police, Tool Guide 10, appendices B and C.
public struct DisplacementQuotient: Sendable, Equatable {
  /// Counts or rates before and after, at least 0.
  public struct Pair: Sendable, Equatable {
    public let before: Double
    public let after: Double

    public init(_ before: Double, _ after: Double) {
      precondition(before >= 0 && after >= 0, "a count is not negative")
      self.before = before
      self.after = after
    }
  }

  public let treated: Pair
  public let displacement: Pair
  public let control: Pair

  public init(treated: Pair, displacement: Pair, control: Pair) {
    self.treated = treated
    self.displacement = displacement
    self.control = control
  }

  /// Gross effect: events fewer in the treated area, its control left out of account.
  public var grossEffect: Double { treated.before - treated.after }

  /// Net effect: the treated area's share of its control before, less the same share after. `nil` where the control
  /// is 0 in either period.
  public var netEffect: Double? { success.map { 0 - $0 } }

  /// The change of the treated area's share of its control, negative where the action went with fewer events.
  public var success: Double? { change(of: treated) }

  /// The same for the area that displacement is looked for in.
  public var buffer: Double? { change(of: displacement) }

  /// The buffer's change divided by the treated area's; `nil` where it is undefined. To be read only where `success`
  /// is negative: see `reading`.
  public var quotient: Double? {
    guard let buffer, let success, success != 0 else { return nil }
    return buffer / success
  }

  /// Total net effect: how many events fewer there were in both areas than the control's change foretold.
  public var totalNetEffect: Double? {
    guard control.before > 0, control.after > 0 else { return nil }
    let growth = control.after / control.before
    return treated.before * growth - treated.after + (displacement.before * growth - displacement.after)
  }

  public enum Reading: String, Sendable, Codable, CaseIterable {
    /// The buffer gained more than the treated area.
    case diffusionBeyondTheEffect
    case diffusion
    case neither
    case displacementSmallerThanTheEffect
    case displacementBeyondTheEffect
  }

  /// What the quotient says; `nil` where it is undefined, or the treated area did not do better than its control.
  public var reading: Reading? {
    guard let quotient, let success, success < 0 else { return nil }
    if quotient > 1 { return .diffusionBeyondTheEffect }
    if quotient > 0 { return .diffusion }
    if quotient == 0 { return .neither }
    return quotient >= -1 ? .displacementSmallerThanTheEffect : .displacementBeyondTheEffect
  }

  private func change(of pair: Pair) -> Double? {
    guard control.before > 0, control.after > 0 else { return nil }
    return pair.after / control.after - pair.before / control.before
  }
}
