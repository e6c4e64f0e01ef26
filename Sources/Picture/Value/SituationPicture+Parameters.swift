import Analysis

extension SituationPicture {
  /// The rules that a picture was compiled by: with the same reports they give the same picture.
  public struct Parameters: Codable, Equatable, Sendable {
    /// How the rules read, raised whenever the same reports and constants come to give another picture.
    public var rules: Int
    /// By the name of each: how many weeks, how many permutations, how sure.
    public var constants: [String: Double]

    /// Those of this program.
    public static let current = Parameters(rules: 1, constants: constants)

    private static var constants: [String: Double] {
      let (signals, scan) = (SignalRule(), ScanRule())
      return [
        "seed": Double(Basis.seed), "weeks": Double(PictureInput.History.weeks),
        "weeksOneByOne": Double(PictureInput.History.weeksOneByOne), "fewestWeeks": Double(Basis.fewestWeeks),
        "signal.falseDiscoveryRate": signals.falseDiscoveryRate, "signal.watchLevel": signals.watchLevel,
        "signal.ownLevel": signals.ownLevel, "signal.leastYears": Double(signals.leastYears),
        "signal.leastWeeks": Double(signals.leastWeeks), "signal.gapWeeks": Double(signals.gapWeeks),
        "signal.leastEvents": Double(signals.leastEvents),
        "signal.leastEventsWeeks": Double(signals.leastEventsWeeks), "range.tail": signals.tail,
        "range.weeks": Double(signals.rangeWeeks), "comparison.smallCount": Double(RateComparison.smallCount),
        "scan.weeks": Double(scan.weeks), "scan.leastWeeks": Double(scan.leastWeeks),
        "scan.maxDuration": Double(scan.maxDuration), "scan.nearest": Double(scan.nearest),
        "scan.replicates": Double(scan.replicates), "scan.level": scan.level,
        "scan.leastEvents": Double(scan.leastEvents), "hotSpot.weeks": Double(HotSpot.weeks),
        "hotSpot.reach": Double(HotSpot.reach), "hotSpot.most": Double(HotSpot.most),
        "chain.days": Double(Chain.days), "chain.metres": Double(Chain.metres),
        "chain.fewest": Double(Chain.fewest), "chain.longest": Double(Chain.longest),
        "chain.most": Double(Chain.most), "nearRepeat.level": NearRepeats.level,
        "nearRepeat.leastRatio": NearRepeats.leastRatio, "nearRepeat.most": Double(NearRepeats.most),
        "nearRepeat.replicates": Double(NearRepeats.replicates),
        "nearRepeat.fewestEvents": Double(NearRepeat.fewestEvents),
      ]
    }
  }
}
