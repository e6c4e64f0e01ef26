import EST
import Foundation
import Intake
import Persistence
import Workflow

/// One week of EST, and what came of it: the product's own use cases, in a trial's time.
struct DemoWeek {
  let engine: Engine
  let folder: String
  /// Says what has just happened.
  let tell: @Sendable (_ time: String, _ what: String) -> Void

  static let code = MunicipalityCode("2480")!
  static let group = "Umeå stad"
  static let week = "2026-W47"
  private static let zone = ZoneRules.stockholm

  /// - Returns: the number of the problem that was carried through.
  func play() async throws -> String {
    try await setUp()
    try await collectHistory()
    try await collectWeek()
    try await closeAndCompile()
    let problem = try await meet()
    try await analyse(problem)
    let action = try await act(on: problem)
    try await goOn()
    try await evaluate(problem, action)
    return problem
  }

  // MARK: Speaking at a time

  private func instant(_ local: String) -> Instant { Self.zone.planned(LocalDateTime(local)!) }

  /// Moves the trial's clock.
  private func at(_ local: String) async throws {
    let instant = instant(local)
    _ = try await engine.setClock { _ in instant }
  }

  private func say<T: Sendable>(
    as login: String?, _ local: String? = nil, _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> T {
    let caller = Caller(
      identity: login.map { .login($0) } ?? .connection, municipality: Self.code, group: Self.group,
      now: local.map(instant), key: UUID())
    return try await engine.run(caller, body)
  }

  /// What the worker does when it looks: all that is due, and all that waits to leave.
  private func work(_ local: String) async throws {
    try await at(local)
    _ = try await engine.round()
    _ = try await engine.deliverDue(Mailer { _, _, _ in .exited(0, said: "") })
  }

  // MARK: The steps

  private func setUp() async throws {
    try await at("2026-11-17T07:00")
    _ = try await engine.addMunicipality(Self.code, name: "Umeå", provenance: .sample)
    let areas = try GeoJSONIntake.parse(
      Data(SampleDistricts.geoJSON.utf8), nameProperty: SampleDistricts.nameProperty)
    let administrator = Caller(municipality: Self.code, key: UUID())
    let folder = folder
    try await engine.run(administrator) { desk in
      _ = try desk.addGroup(DemoWeek.group, GroupChanges())
      _ = try desk.importAreas(areas, group: nil)
      for organisation in SamplePeople.organisations {
        _ = try desk.addOrganisation(organisation.name, kind: organisation.kind)
      }
      _ = try desk.set(.exportFolder, to: folder)
      _ = try desk.set(.mail, to: "folder:\(folder)/post")
    }
    try await engine.run(Caller(municipality: Self.code, key: UUID())) { desk in
      let group = try desk.group(named: DemoWeek.group)
      for organisation in SamplePeople.organisations {
        let known = try desk.organisation(named: organisation.name)
        for unit in organisation.units { _ = try desk.addUnit(unit, of: known, in: group, isExpected: true) }
      }
      for participant in SamplePeople.participants {
        _ = try desk.addParticipant(
          login: participant.login, organisation: try desk.organisation(named: participant.organisation),
          function: participant.function, address: "\(participant.login.dropFirst(5))@example.org",
          roles: participant.roles, in: group)
      }
    }
    tell(
      "17 nov",
      "Umeå som exempel: \(areas.features.count) stadsdelar, \(SamplePeople.organisations.count) organisationer"
    )
  }

  /// A year of reports, one CSV a unit, imported as an organisation's own file would be.
  private func collectHistory() async throws {
    var history = SampleHistory(seed: 2480)
    let first = LocalDate(year: 2025, month: 11, day: 17)!
    var added = 0
    let weekly = [
      "Lokalpolisområdet": 13.0, "Fältgruppen": 4, "Kvartersvärdar nordost": 5, "Ronderingen": 3,
      "Stadsdelsbiblioteket": 1, "Högstadieskolan": 1.5,
    ]
    for organisation in SamplePeople.organisations {
      for unit in organisation.units {
        let file = history.file(
          unit: unit, prefix: "\(unit.prefix(3))-ar", from: first, days: 364, weekly: weekly[unit]!)
        added += try await take(file, named: "rapporter-\(unit)-ett-ar.csv", from: organisation)
      }
    }
    let accepted = try await acceptAll(through: "2026-W46")
    tell("17 nov", "ett års rapporter ur CSV-filer: \(added) införda, \(accepted) granskade")
    try await work("2026-11-17T07:05")
  }

  /// Writes a CSV to the folder, so that it can be looked at, and imports it.
  private func take(_ csv: String, named name: String, from organisation: SamplePeople.Organisation)
    async throws -> Int
  {
    let path = "\(folder)/indata/\(name)"
    try AtomicFile.write([UInt8](csv.utf8), to: path)
    let request = ImportRequest(
      organisation: organisation.name, format: .csv, mapping: .standard,
      source: organisation.kind == .police ? .policeImport : .otherImport)
    return try await say(as: nil) { desk in
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      return try desk.importIncidents(
        request, nextBytes: { try file.read(upToCount: 1 << 16).map { [UInt8]($0) } })
    }.added
  }

  private func acceptAll(through label: String) async throws -> Int {
    try await say(as: SamplePeople.coordinator) { desk in
      let group = try desk.group()
      return try desk.acceptAll(of: group, through: group.settings.period(labelled: label)!)
    }
  }

  private func collectWeek() async throws {
    for report in SampleWeek.reports.sorted(by: { $0.at < $1.at }) + [SampleWeek.comingEvent] {
      // Written down an hour after, and the coming event on the Sunday.
      let written = report.at > "2026-11-23" ? "2026-11-22T18:00" : hourAfter(report.at)
      try await add(report, at: written)
    }
    tell("17–22 nov", "\(SampleWeek.reports.count + 1) rapporter från fältgrupp, kvartersvärdar och skola")
    var history = SampleHistory(seed: 47)
    try await at("2026-11-23T08:30")
    let police = SamplePeople.organisations[0]
    let file = history.file(
      unit: police.units[0], prefix: "Lok-v47", from: LocalDate(year: 2026, month: 11, day: 16)!, days: 7,
      weekly: 14)
    let added = try await take(file, named: "rapporter-polisen-v47.csv", from: police)
    tell("23 nov", "polisens fil: \(added) rapporter")
    try await work("2026-11-23T09:00")
    try await say(as: "2480_bibliotek", "2026-11-23T09:20") { desk in
      _ = try desk.reportNothing(unit: "Stadsdelsbiblioteket")
    }
    tell("23 nov", "biblioteket har inget att rapportera; väktarna påminns men svarar inte")
  }

  private func hourAfter(_ local: String) -> String {
    LocalDateTime(wallSeconds: LocalDateTime(local)!.wallSeconds + 3600).description
  }

  private func add(_ sample: SampleWeek.Report, at written: String) async throws {
    var report = IncomingReport(category: CategoryCode(sample.category), from: instant(sample.at))
    report.unit = sample.unit
    report.area = sample.area
    report.place = sample.place
    report.placeType = sample.type
    report.certainty = sample.certainty
    report.text = sample.text
    report.reasons = sample.reasons
    let complete = report
    _ = try await say(as: SamplePeople.reporter(of: sample.unit), written) { try $0.addIncident(complete) }
  }

  private func closeAndCompile() async throws {
    try await work("2026-11-23T12:00")
    tell("23 nov 12.00", "inrapporteringen stänger av sig själv, täckningen skrivs fast")
    try await add(SampleWeek.late, at: "2026-11-23T13:10")
    try await say(as: SamplePeople.coordinator, "2026-11-23T14:00") { desk in
      let rumour = try desk.incidents.list(IncidentFilter()).first {
        $0.content.category.main == "rumour" && $0.review == .received
      }
      if let rumour {
        try desk.review([rumour.id.description], accept: false, because: "rykte utan plats eller tid")
      }
    }
    // The one that came late is left for the meeting to see named.
    try await say(as: SamplePeople.coordinator, "2026-11-23T14:10") { desk in
      let waiting = try desk.incidents.list(IncidentFilter(limit: 1_000)).filter {
        $0.review == .received && !$0.isLate
      }
      try desk.review(waiting.map(\.id.description), accept: true)
    }
    tell("23 nov 14.00", "samordnaren granskar: ett rykte avvisas med skäl, en sen rapport väntar")
    try await work("2026-11-24T07:00")
    tell("24 nov 07.00", "lägesbilden sammanställs och skrivs till mappen två timmar före mötet")
  }

  private func meet() async throws -> String {
    try await at("2026-11-24T08:30")
    try await say(as: SamplePeople.coordinator) { desk in
      let late = try desk.incidents.list(IncidentFilter(limit: 1_000)).filter {
        $0.review == .received && $0.isLate
      }
      try desk.review(late.map(\.id.description), accept: true)
    }
    let number = try await say(as: SamplePeople.coordinator) { desk in
      let group = try desk.group()
      let cycle = try desk.cycle(labelled: DemoWeek.week, of: group)
      try desk.say("recompile", to: cycle)
      var problem = NewProblem(title: "Klotter och glaskross vid Ålidhems centrum", origin: .picture)
      problem.statement = "Klotter och krossade rutor runt centrum och gångtunneln."
      problem.category = "vandalism"
      problem.area = "Ålidhemsområdet"
      problem.cycle = cycle
      problem.reports = try desk.incidents.list(IncidentFilter(limit: 1_000)).filter {
        $0.areaName == "Ålidhemsområdet" && $0.content.category.main == "vandalism" && $0.source == .reporter
      }.map(\.id.description)
      let known = try desk.identify(problem, in: group)
      _ = try desk.prioritise(known, [.common: 2, .increasing: 3, .exposedPlaces: 3, .influence: 3])
      return known.number
    }
    try await at("2026-11-24T09:00")
    try await say(as: SamplePeople.coordinator) { desk in
      let cycle = try desk.cycle(labelled: DemoWeek.week, of: try desk.group())
      _ = try desk.startMeeting(cycle)
      for (organisation, function) in [
        (SamplePeople.safety, "EST-samordnare"), (SamplePeople.police, "kommunpolis"),
        (SamplePeople.housing, "områdeschef"), (SamplePeople.recreation, "fältare"),
        (SamplePeople.parks, "enhetschef"),
      ] { try desk.attend(cycle, organisation: organisation, function: function) }
      _ = try desk.adopt(nil, in: cycle)
      _ = try desk.setPriorities([number], of: cycle)
      _ = try desk.decide("Orsaksanalys av klottret vid Ålidhems centrum påbörjas i dag.", in: cycle)
      _ = try desk.decide("Fältgruppen går förbi torget varje kväll till och med söndag.", in: cycle)
    }
    try await say(as: SamplePeople.coordinator, "2026-11-24T09:40") { desk in
      _ = try desk.conclude(try desk.cycle(labelled: DemoWeek.week, of: try desk.group()))
    }
    try await work("2026-11-24T09:45")
    tell("24 nov 09.00", "mötet: fem organisationer, bilden fastställd, ett problem först, två beslut")
    return number
  }

  private func analyse(_ number: String) async throws {
    try await say(as: SamplePeople.coordinator, "2026-11-24T13:00") { desk in
      let problem = try desk.problem(number)
      _ = try desk.beginAnalysis(of: problem)
      _ = try desk.stateAnalysis(
        of: problem, statement: "Klotter och krossade rutor runt centrum, drabbar verksamheter och boende.")
      _ = try desk.addEvidence(
        "Sju rapporter på en vecka, alla mellan centrum och tunneln.", source: "EST-rapporter v. 47",
        to: problem)
      _ = try desk.addEvidence(
        "Fyra av sju lampor på gångvägen var släckta.", source: "fältgruppens rond", to: problem)
      _ = try desk.addEvidence(
        "Klotter sitter i medeltal nio dagar innan det är borta.", source: "fastighetsägarens sanering",
        to: problem)
      for cause in [
        CauseFields(
          text: "Gångvägen och tunneln är mörka, ingen ser vad som sker.", bone: .place, evidence: 2,
          strength: .strong, influence: .yes),
        CauseFields(
          text: "Klotter får sitta kvar och drar till sig mer.", bone: .place, evidence: 3, strength: .some,
          influence: .yes),
        CauseFields(
          text: "Fritidsgården stänger klockan 20 och ingen vuxen tar vid.", bone: .offender, evidence: 1,
          strength: .some, influence: .partly),
        CauseFields(
          text: "Skyltfönster utan skydd mot gångstråket.", bone: .exposed, evidence: 1, strength: .weak,
          influence: .partly),
        CauseFields(
          text: "Felanmälan av lampor når inte rätt enhet.", bone: .place, behind: 1, evidence: 2,
          strength: .some,
          influence: .yes),
      ] { _ = try desk.addCause(cause, to: problem) }
      for step in ["Träffas på torget", "Fritidsgården stänger", "Går till tunneln", "Klottrar osedda"] {
        _ = try desk.addStep(step, to: problem)
      }
      _ = try desk.sign(problem)
    }
    try await say(as: SamplePeople.policeLead, "2026-11-24T15:30") { desk in
      _ = try desk.sign(try desk.problem(number))
    }
    tell("24 nov", "orsaksanalys: tre ben, fem orsaker, samordnare och kommunpolis skriver under")
  }

  private func act(on number: String) async throws -> String {
    let due = instant("2026-12-04T16:00")
    let followUp = instant("2026-12-14T09:00")
    let action = try await say(as: SamplePeople.coordinator, "2026-11-25T09:00") { desk in
      let problem = try desk.problem(number)
      let action = try desk.propose(
        "Tända gångvägen och tunneln, och sanera klotter inom två dygn", kind: .plan, problem: problem,
        causes: [1, 2, 5], in: try desk.group())
      _ = try desk.decide(
        action, owner: SamplePeople.parks, function: "enhetschef", due: due,
        goal: "Alla lampor lyser, och inget klotter sitter längre än två dygn.")
      _ = try desk.beginAction(on: problem, followUp: followUp)
      return action.number
    }
    try await say(as: SamplePeople.parkManager, "2026-11-25T13:00") { desk in
      _ = try desk.start(
        try desk.action(action), baseline: "Sju händelser av skadegörelse runt centrum under v. 47.",
        expectedEffect: "två veckor", followUp: followUp)
    }
    tell("25 nov", "åtgärd \(action): namnger tre orsaker, ägs av Gator och parker, utgångsläget skrivs ned")
    return action
  }

  /// The weeks in between: fewer reports from the place, and pictures adopted by telephone.
  private func goOn() async throws {
    var history = SampleHistory(seed: 48)
    let housing = SamplePeople.organisations[2]
    let police = SamplePeople.organisations[0]
    for (label, monday, tuesday, first) in [
      ("2026-W48", "2026-11-30", "2026-12-01", LocalDate(year: 2026, month: 11, day: 23)!),
      ("2026-W49", "2026-12-07", "2026-12-08", LocalDate(year: 2026, month: 11, day: 30)!),
      ("2026-W50", "2026-12-14", "2026-12-15", LocalDate(year: 2026, month: 12, day: 7)!),
    ] {
      try await work("\(monday)T08:00")
      for organisation in [police, housing] {
        let file = history.file(
          unit: organisation.units[0], prefix: "\(organisation.units[0].prefix(3))-\(label)", from: first,
          days: 7,
          weekly: organisation.kind == .police ? 13 : 5
        ) { category, area in
          area == "Ålidhemsområdet" && category.hasPrefix("vandalism") ? 0.15 : 1
        }
        _ = try await take(file, named: "rapporter-\(organisation.name)-\(label).csv", from: organisation)
      }
      try await work("\(monday)T12:00")
      _ = try await acceptAll(through: label)
      if label == "2026-W48" {
        try await say(as: SamplePeople.parkManager, "2026-12-02T15:00") { desk in
          if let action = try desk.search(ActionFilter(limit: 10)).first {
            _ = try desk.finish(
              action, production: "Sju lampor bytta, fyra saneringar, var och en inom två dygn.")
          }
        }
      }
      guard label != "2026-W50" else { continue }
      try await work("\(tuesday)T07:00")
      try await at("\(tuesday)T09:00")
      try await say(as: SamplePeople.coordinator) { desk in
        let cycle = try desk.cycle(labelled: label, of: try desk.group())
        _ = try desk.adoptWithoutMeeting(nil, in: cycle, because: "avstämning per telefon")
      }
    }
    tell("2 dec", "åtgärden är genomförd; v. 48 och 49 fastställs per telefon")
  }

  private func evaluate(_ problem: String, _ action: String) async throws {
    try await say(as: SamplePeople.coordinator, "2026-12-14T15:00") { desk in
      _ = try desk.evaluate(
        try desk.action(action), colour: .green,
        result: "Färre händelser runt centrum tre veckor i rad, men talen är små.",
        lesson: "Felanmälan av belysning måste ha en mottagare med namn på sin funktion.",
        effect: "för få händelser för att säga om det var åtgärden")
      let known = try desk.problem(problem)
      if known.state == "acting" { _ = try desk.beginEvaluation(of: known) }
      _ = try desk.resolve(
        known, result: "Platsen är upplyst och saneras inom två dygn.",
        lesson: "Börja med ljuset: det gick fort och syntes.")
    }
    tell("14 dec", "åtgärden bedöms grön med resultat och lärdom; om effekten sägs: för få händelser")
    try await work("2026-12-15T07:00")
    tell("15 dec 07.00", "nästa lägesbild är klar, med vad som hänt sedan sist")
  }
}
