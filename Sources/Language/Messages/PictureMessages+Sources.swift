/// Where the numbers come from, and how to read them.
extension PictureMessages {
  public var sourceReporter: String { language(sv: "rapportörer i organisationerna", en: "reporters") }
  public var sourcePolice: String {
    language(sv: "polisens händelser (importerat)", en: "police events (imported)")
  }
  public var sourceOther: String { language(sv: "andra system (importerat)", en: "other systems (imported)") }
  public var sourcePublic: String { language(sv: "allmänheten", en: "the public") }
  public var sourceCouncil: String { language(sv: "lokala råd", en: "local councils") }
  public var sourceWalk: String { language(sv: "trygghetsvandringar", en: "safety walks") }

  public var notReceived: String {
    language(sv: "har inte kommit in för perioden", en: "not received for the period")
  }
  public var unreadable: String { language(sv: "kunde inte läsas", en: "could not be read") }
  public var leftOutByDecision: String {
    language(sv: "utelämnad efter beslut i gruppen", en: "left out by the group's decision")
  }
  public var notComparable: String {
    language(
      sv: "mäter något annat och läggs aldrig ihop med händelser",
      en: "measures something else and is never added to events")
  }

  public var unreviewed: String { language(sv: "ännu inte granskade", en: "not reviewed yet") }
  public var rejected: String { language(sv: "avvisade vid granskning", en: "rejected at review") }
  public var withdrawn: String { language(sv: "återtagna", en: "withdrawn") }
  public var lateCounted: String {
    language(sv: "av dem kom efter sista rapporteringstid", en: "of them came after the deadline")
  }
  public var lateFromEarlier: String {
    language(
      sv: "nya om tidigare perioder (räknas där)", en: "new about earlier periods (counted there)")
  }
  public var precision: String { language(sv: "Hur väl platsen är känd", en: "How well the place is known") }
  public var precisionPoint: String { language(sv: "punkt på kartan", en: "point on the map") }
  public var precisionPlace: String { language(sv: "namngiven plats", en: "named place") }
  public var precisionArea: String { language(sv: "område", en: "area") }
  public var precisionMunicipality: String { language(sv: "endast kommun", en: "municipality only") }

  /// What a reader must know to read the numbers right, one paragraph each.
  public func readingNotes(smallCount: Int) -> [String] {
    [
      language(
        sv:
          "Siffrorna är händelser som deltagarna har rapporterat och samordnaren har granskat, inte allt som "
          + "har hänt. De räknas i den period då händelsen inträffade.",
        en:
          "The numbers are events that participants reported and the coordinator reviewed, not everything that "
          + "happened. They count in the period in which the event took place."),
      language(
        sv: "”Saknas” betyder att enheten inte har svarat. ”Inget att rapportera” är ett svar.",
        en: "“Missing” means that the unit has not answered. “Nothing to report” is an answer."),
      language(
        sv:
          "”Fler” eller ”färre än väntat av slumpen” betyder att slumpen ensam sällan ger en så stor skillnad: "
          + "mindre än en gång av hundra. Det säger inte varför. ”Inom slumpens variation” betyder att "
          + "skillnaden inte behöver betyda något.",
        en: "“More” or “fewer than expected by chance” means that chance alone seldom brings so large a "
          + "difference: less than once in a hundred. It does not say why. “Within the variation of chance” "
          + "means that the difference need not mean anything."),
      language(
        sv:
          "”För få för att säga”: färre än \(smallCount) i båda perioderna. Därför visas antal, aldrig procent.",
        en:
          "“Too few to tell”: fewer than \(smallCount) in both periods. That is why counts are shown, never "
          + "percentages."),
      language(
        sv: "Rapporterade händelser och upplevd trygghet är olika saker och läggs aldrig ihop.",
        en: "Reported events and how safe people feel are different things and are never added up."),
    ]
  }
}
