import EST
import Language
import Persistence
import StateMachine
import Workflow

extension Failure {
  init(_ error: UseCaseError, _ m: CLIMessages) {
    switch error {
    case .refused(let machine, let event, let refusal): self.init(refusal, machine: machine, event, m)
    case .badField(let field, let problem):
      var details: [JSON.Member] = [
        .init(key: "field", value: .string(field)), .init(key: "problem", value: .string(problem.word)),
      ]
      var code = ErrorCode.badValue
      if case .personalData(let kind, let position) = problem {
        code = .personalData
        details += [
          .init(key: "kind", value: .string(kind.rawValue)), .init(key: "position", value: .int(position)),
        ]
      }
      self.init(code, m.field(field, problem.text(m)), details: .object(details))
    case .rule(let rule): self.init(rule, m)
    case .store(let error): self.init(error, m)
    case .notParticipant(let login):
      self.init(.notParticipant, m.notParticipant(login), details: ["login": .string(login)])
    case .notAllowed(let needed):
      self.init(
        .roleMissing, m.notAllowed(needed.map(\.rawValue)),
        details: ["roles": .strings(needed.map(\.rawValue))])
    case .ambiguous(let kind, let candidates):
      self.init(
        .choiceMissing, m.ambiguous(kind.rawValue, option: "--\(kind.rawValue)", candidates: candidates),
        details: ["kind": .string(kind.rawValue), "candidates": .strings(candidates)])
    case .onlyInTrial: self.init(.onlyInTrial, m.onlyInTrial)
    }
  }

  private init(_ refusal: Refusal, machine: String, _ event: Event, _ m: CLIMessages) {
    let said: [JSON.Member] = [
      .init(key: "machine", value: .string(machine)), .init(key: "event", value: .string(event.description)),
    ]
    func details(_ more: JSON.Member...) -> JSON { .object(said + more) }
    func names(_ events: [Event]) -> [String] { events.map(\.description) }
    switch refusal {
    case .unknownEvent(let possible):
      self.init(
        .unknownEvent, m.unknownEvent(event.description, machine: machine, possible: names(possible)),
        details: details(.init(key: "possible", value: .strings(names(possible)))))
    case .notInThisState(let state, let possible):
      self.init(
        .notInThisState,
        m.refused(
          event.description, machine: machine, state: state.description,
          way: Failure.way(from: state, to: event, machine: machine)?.map(\.description),
          isOver: Machines.all.contains { $0.name == machine && $0.isTerminal(state) }),
        details: details(
          .init(key: "state", value: .string(state.description)),
          .init(key: "possible", value: .strings(names(possible)))))
    case .notThisRole(let allowed):
      let roles = allowed.map(\.description)
      self.init(
        .roleMissing, m.refused(event.description, machine: machine, roles: roles),
        details: details(.init(key: "roles", value: .strings(roles))))
    case .unmet(let name):
      self.init(
        .conditionUnmet, m.refused(event.description, machine: machine, guard: name),
        details: details(.init(key: "guard", value: .string(name))))
    }
  }

  /// The events that people may say, from a state to the nearest one in which `event` may be said, the next one first;
  /// `nil` where nothing leads there.
  static func way(from state: State, to event: Event, machine: String) -> [Event]? {
    guard let shape = Machines.all.first(where: { $0.name == machine }) else { return nil }
    var seen: Set<State> = [state]
    var frontier: [(state: State, way: [Event])] = [(state, [])]
    while !frontier.isEmpty {
      let (here, way) = frontier.removeFirst()
      if shape.moves.contains(where: { $0.from == here && $0.event == event }) { return way }
      for move in shape.moves
      where move.from == here && move.roles != [.worker] && seen.insert(move.to).inserted {
        frontier.append((move.to, way + [move.event]))
      }
    }
    return nil
  }

  private init(_ rule: UseCaseError.Rule, _ m: CLIMessages) {
    switch rule {
    case .noOpenPeriod: self.init(.noOpenPeriod, m.noOpenPeriod)
    case .unitOfAnotherOrganisation: self.init(.roleMissing, m.unitOfAnotherOrganisation)
    case .periodUnknown(let allowed):
      self.init(.usage, m.periodUnknown(allowed), details: ["allowed": .string(allowed)])
    case .alreadyReviewed: self.init(.productRule, m.alreadyReviewed)
    case .amendNothing: self.init(.nothingToChange, m.amendNothing)
    case .meetingNotOpen: self.init(.productRule, m.meetingNotOpen)
    case .pictureUnknown(let versions):
      self.init(.notFound, m.pictureUnknown(versions: versions), details: ["versions": .int(versions)])
    case .annexForAuthorities: self.init(.roleMissing, m.annexForAuthorities)
    case .annexMissing(let version):
      self.init(.notFound, m.annexMissing(version: version), details: ["version": .int(version)])
    case .nameTaken(let name): self.init(.taken, m.nameTaken(name))
    case .settingUnknown(let allowed):
      self.init(.usage, m.settingUnknown(allowed), details: ["allowed": .string(allowed)])
    case .inThePast: self.init(.badValue, m.inThePast)
    case .reminderTooEarly(let days):
      self.init(
        .badValue, m.field("reminders", m.reminderTooEarly(days: days)),
        details: ["field": "reminders", "allowed": .string("\(days)d")])
    case .signsForNobody: self.init(.roleMissing, m.signsForNobody)
    case .participantNeeded(let login): self.init(.productRule, m.participantNeeded(login))
    case .alreadyAdopted(let version):
      self.init(.productRule, m.alreadyAdopted(version: version), details: ["version": .int(version)])
    case .alreadySigned: self.init(.productRule, m.alreadySigned)
    case .keyUsed: self.init(.badValue, m.keyUsed)
    case .analysisNotOpen: self.init(.productRule, m.analysisNotOpen)
    case .publicTooEarly(let period, let day):
      self.init(
        .publicTooEarly, m.publicTooEarly(period, from: day),
        details: ["period": .string(period), "from": .string(day)])
    case .publicWithoutReports(let period):
      self.init(.productRule, m.publicWithoutReports(period), details: ["period": .string(period)])
    case .publicNotProvable(let period):
      self.init(.notProvable, m.publicNotProvable(period), details: ["period": .string(period)])
    case .publicUnchanged(let period, let version):
      self.init(
        .productRule, m.publicUnchanged(period, version: version),
        details: ["period": .string(period), "version": .int(version)])
    case .notPublic(let period):
      self.init(.notFound, m.notPublic(period), details: ["period": .string(period)])
    case .problemOver(let number):
      self.init(.productRule, m.problemOver(number), details: ["problem": .string(number)])
    case .noEffectPlan(let action):
      self.init(.productRule, m.noEffectPlan(action), details: ["action": .string(action)])
    case .actionNotStarted(let action):
      self.init(.productRule, m.actionNotStarted(action), details: ["action": .string(action)])
    case .areaHasOnePlace: self.init(.badValue, m.areaHasOnePlace)
    }
  }

  init(_ error: StoreError, _ m: CLIMessages) {
    switch error {
    case .notFound(let kind, let name):
      self.init(
        .notFound, m.notFound(kind.rawValue, name: name, way: kind.listing),
        details: ["kind": .string(kind.rawValue), "name": .string(name)])
    case .taken(let kind, let name):
      self.init(
        .taken, m.taken(kind.rawValue, name: name),
        details: ["kind": .string(kind.rawValue), "name": .string(name)])
    case .refused("insufficient_privilege", let message):
      self.init(.roleMissing, m.notPermitted, debug: message)
    case .refused(let rule, let message):
      self.init(.databaseRule, m.databaseRule(rule), details: ["rule": .string(rule)], debug: message)
    case .personalData(let column, let kind, let position):
      self.init(UseCaseError.badField(column, .personalData(kind, position: position)), m)
    case .conflict: self.init(.conflict, m.conflict)
    case .outcomeUnknown: self.init(.unknownOutcome, m.unknownOutcome)
    case .unreachable(let reason):
      self.init(.unreachable, m.unreachable(Failure.clause(reason)), debug: reason)
    case .login(let failure): self.init(failure, m)
    case .unsafeConnection(let reason): self.init(reason, m)
    case .outOfTime: self.init(.outOfTime, m.outOfTime)
    case .diskFull: self.init(.diskFull, m.diskFull)
    case .schema(let problem): self.init(problem, m)
    case .fault(let text): self.init(.fault, m.fault, debug: text)
    }
  }

  private init(_ problem: SchemaProblem, _ m: CLIMessages) {
    switch problem {
    case .missing: self.init(.schemaMissing, m.schemaMissing)
    case .older(let database, let program):
      self.init(
        .schemaOlder, m.schemaOlder(database: database, program: program),
        details: ["database": .int(database), "program": .int(program)])
    case .newer(let database, let program):
      self.init(
        .schemaNewer, m.schemaNewer(database: database, program: program),
        details: ["database": .int(database), "program": .int(program)])
    case .altered(let number):
      self.init(.schemaAltered, m.schemaAltered(migration: number), details: ["migration": .int(number)])
    case .machineAltered(let name, let version):
      self.init(
        .schemaAltered, m.machineAltered(name, version: version),
        details: ["machine": .string(name), "version": .int(version)])
    case .otherMachine(let name, let database, let program):
      self.init(
        .otherMachine, m.otherMachine(name, database: database, program: program),
        details: ["machine": .string(name), "database": .int(database), "program": .int(program)])
    case .stranding(let strandings):
      self.init(
        .strandedInstances,
        ([m.stranding] + strandings.map { $0.text(m) }).joined(separator: "\n"),
        details: ["stranded": .list(strandings, \.json)])
    case .extensionMissing(let name):
      self.init(.extensionMissing, m.extensionMissing(name), details: ["extension": .string(name)])
    case .rolesMissing: self.init(.rolesMissing, m.rolesMissing)
    case .kindIsFixed(let isTrial):
      self.init(.trialIsFixed, m.trialIsFixed(isTrial: isTrial), details: ["trial": .bool(isTrial)])
    case .logIsBehind: self.init(.logBehind, m.logBehind)
    }
  }

  /// libpq's words as part of a sentence: one line, no full stop.
  private static func clause(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: "; ")
    return String(line.reversed().drop { $0 == "." || $0 == "?" }.reversed())
  }
}

extension StoreError.Kind {
  /// The command that lists what there is.
  fileprivate var listing: String? {
    switch self {
    case .municipality, .group, .organisation, .unit, .participant, .area, .category, .incident, .cycle,
      .problem,
      .action, .picture, .outbox:
      "est \(rawValue) list"
    case .setting: "est settings show"
    case .analysis, .cause: "est analysis show"
    case .instance: "est log show"
    case .agreement, .promiseSet, .promise, .safetyWalk, .walkPoint, .statutoryPicture: nil
    }
  }
}
