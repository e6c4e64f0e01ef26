import ArgumentParser
import EST
import Workflow

/// What a report says, as options: the same for a new one and for an amendment.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Kategori: kod eller kod/undertyp, eller svenskt namn.", valueName: "kategori"))
  var category: String?

  @Option(help: ArgumentHelp("Områdets namn.", valueName: "namn"))
  var area: String?

  @Option(help: ArgumentHelp("Plats i offentlig miljö, kort, utan personer.", valueName: "text"))
  var place: String?

  @Option(
    name: .customLong("place-type"),
    help: ArgumentHelp("Slags plats, t.ex. outdoors, stairwell.", valueName: "slag"),
    transform: Reading.word(PlaceType.self))
  var placeType: PlaceType?

  @Option(help: ArgumentHelp("När det hände, eller började.", valueName: "tid"), transform: Reading.moment)
  var at: Moment?

  @Option(
    help: ArgumentHelp("Slutet, när tiden är ett intervall.", valueName: "tid"), transform: Reading.moment)
  var until: Moment?

  @Option(
    help: ArgumentHelp("seen, told eller suspected.", valueName: "säkerhet"),
    transform: Reading.word(Certainty.self))
  var certainty: Certainty?

  @Option(help: ArgumentHelp("Kort text utan personuppgifter.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("Bedömning på gruppens egen skala.", valueName: "text"))
  var assessment: String?

  @Option(help: ArgumentHelp("Punkt i WGS 84.", valueName: "lat,lon"), transform: ReportOptions.point)
  var point: IncomingPoint?

  @Option(help: ArgumentHelp("Varför platsen är otrygg; kan upprepas.", valueName: "skäl"))
  var reason: [String] = []

  @Option(
    name: .customLong("class"), help: ArgumentHelp("open, shared eller authority-only.", valueName: "klass"),
    transform: Reading.word(ReportClass.self))
  var reportClass: ReportClass?

  @Sendable static func point(_ text: String) throws -> IncomingPoint {
    let parts = text.split(separator: ",").map { $0.trimmingPrefix(" ") }
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      latitude.isFinite, longitude.isFinite
    else { throw InvalidArgument(allowed: "63.8258,20.2630", english: "63.8258,20.2630") }
    return .wgs84(latitude: latitude, longitude: longitude)
  }

  /// Writes what was given into a report.
  func apply(to report: inout IncomingReport, categories: CategoryList, zone: ZoneRules) throws {
    if let category { report.category = try code(category, in: categories) }
    if let area { report.area = area.isEmpty ? nil : area }
    if let place { report.place = place.isEmpty ? nil : place }
    if let placeType { report.placeType = placeType }
    if let at { report.from = try at.instant(in: zone) }
    if let until { report.to = try until.instant(in: zone) }
    if let certainty { report.certainty = certainty }
    if let text { report.text = text.isEmpty ? nil : text }
    if let assessment { report.assessment = assessment.isEmpty ? nil : assessment }
    if let point { report.point = point }
    if !reason.isEmpty { report.reasons = reason }
    // The sub-types of an unsafe place are the reasons for which it is one, as in an imported file.
    if report.reasons.isEmpty, report.category.main == CategoryList.unsafePlace,
      let subtype = report.category.subtype
    {
      report.reasons = [subtype]
    }
    if let reportClass { report.reportClass = reportClass }
  }

  func code(_ name: String, in categories: CategoryList) throws -> CategoryCode {
    guard let code = categories.code(named: name) else {
      let mains = categories.categories.filter { $0.code.subtype == nil }.map(\.code.main)
      throw UseCaseError.badField("category", .unknownCategory(allowed: mains.joined(separator: ", ")))
    }
    return code
  }
}
