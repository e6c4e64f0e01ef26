extension Mapping {
  /// The mapping files that the product brings along; each is a file of the same name in `Intake/Samples`.
  public enum Sample: String, Sendable, CaseIterable {
    /// Made-up incidents with a recorded truth, for trials: 25 categories, SWEREF 99 TM, local time.
    case syntheticIncidents = "synthetic-incidents"

    /// The file as it is, in UTF-8.
    public var json: [UInt8] {
      switch self {
      case .syntheticIncidents: PackageResources.synthetic_incidents_json
      }
    }

    public var mapping: Mapping {
      get throws(MappingProblem) { try Mapping(json: json) }
    }
  }
}
