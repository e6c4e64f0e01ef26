/// What only police and municipality may know of a period, beside a version of its picture: counts and findings of
/// the reports that are authority-only, and of no others. (bilaga)
///
/// It holds no free text, as little as the picture does.
public struct PictureAnnex: Codable, Equatable, Sendable {
  /// The form of this value.
  public static let currentFormat = 1

  public var format: Int
  public var provenance: SituationPicture.Provenance
  /// That of the picture.
  public var head: SituationPicture.Head
  /// Who answered, as in the picture.
  public var coverage: SituationPicture.Coverage
  public var counts: SituationPicture.Counts
  /// What stands out among these reports; without drawings. `nil` where there are none.
  public var findings: SituationPicture.Findings?
  public var parameters: SituationPicture.Parameters
  /// What a file of it says of who may have it; it is not among the bytes that were compiled.
  public var sharing: Sharing?

  /// - Parameter input: the picture's own, with what is authority-only read in place of its reports.
  public static func compile(_ input: PictureInput) -> PictureAnnex {
    let picture = SituationPicture.compile(input)
    return PictureAnnex(
      format: currentFormat, provenance: picture.provenance, head: picture.head,
      coverage: picture.coverage, counts: picture.counts,
      findings: picture.findings.map {
        SituationPicture.Findings(
          basis: $0.basis, signals: $0.signals, clusters: [], trends: [], ranges: $0.ranges, hotSpots: [],
          chains: [],
          nearRepeats: [])
      }, parameters: .current)
  }

  /// The same as a picture without all else, for what draws pictures.
  public var picture: SituationPicture {
    var picture = SituationPicture(
      format: SituationPicture.currentFormat, provenance: provenance, head: head, coverage: coverage,
      counts: counts, themes: [], comingEvents: [], priorities: [],
      actions: SituationPicture.Actions(overdue: [], dueAhead: [], later: [], sinceLastTime: []),
      sources: SituationPicture.Sources(
        used: [], notUsed: [], unreviewed: 0, unreviewedByOrganisation: [], rejected: 0, withdrawn: 0,
        late: 0,
        lateFromEarlierPeriods: 0, precision: []), findings: findings, parameters: parameters)
    picture.sharing = sharing
    return picture
  }
}
