import EST
import Foundation
import Persistence
import Workflow

extension Key {
  var uuid: UUID {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}

extension DatabaseWorld {
  /// A command at a desk, as its sender says it.
  func call(_ command: Command, isDryRun: Bool = false) -> @Sendable () async throws -> Reply {
    var caller = Caller(
      identity: .login(Self.login(cast.people[command.person])), municipality: Self.code, group: Self.group,
      now: now, key: command.key.uuid)
    caller.isDryRun = isDryRun
    let (engine, work) = (engine, work(of: command.operation))
    return { [caller] in
      do {
        return try await engine.run(caller, work)
      } catch let error as UseCaseError {
        return .refused(Self.why(error))
      } catch StoreError.notFound(let kind, _) {
        return .refused("no \(kind)")
      }
    }
  }

  private static func why(_ error: UseCaseError) -> String {
    switch error {
    case .refused(_, _, let refusal): NotTaken(refusal).why
    case .badField(let field, _): field
    case .rule(let rule): String("\(rule)".prefix { $0 != "(" })
    case .notAllowed: "notAllowed"
    case .store(.notFound), .store(.refused("insufficient_privilege", _)): hidden
    case .store(.refused(let rule, _)): "\(lostRace)\(rule)"
    case .store(.taken(let kind, _)): "\(lostRace)\(kind) taken"
    case .store(.conflict): "\(lostRace)conflict"
    default: "\(error)"
    }
  }

  /// What an operation is at a desk.
  private func work(of operation: Operation) -> @Sendable (Desk) throws -> Reply {
    switch operation {
    case .report(let unit, let from):
      let name = cast.units[unit].name
      return { desk in
        var report = IncomingReport(category: CategoryCode(main: "vandalism"), from: from)
        report.unit = name
        _ = try desk.addIncident(report)
        return .done
      }
    case .nothing(let unit):
      let name = cast.units[unit].name
      return { desk in
        _ = try desk.reportNothing(unit: name)
        return .done
      }
    case .withdraw(let report):
      let id = memory.reports[report].key.uuid.uuidString
      return { desk in
        try desk.withdraw(id, because: "Ett misstag")
        return .done
      }
    case .reject(let report):
      let id = memory.reports[report].key.uuid.uuidString
      return { desk in
        try desk.review([id], accept: false, because: "Fel plats")
        return .done
      }
    case .acceptAll(let cycle):
      let id = cycles[cycle]
      return { desk in
        _ = try desk.acceptAll(of: try desk.group(), through: try desk.cycles.find(id)!.period)
        return .done
      }
    case .cycle(let event, let cycle, let details):
      let id = cycles[cycle]
      return { desk in try desk.say(event, to: try desk.cycles.find(id)!, details) }
    case .decision(let cycle):
      let id = cycles[cycle]
      return { desk in
        _ = try desk.decide("Fler ronder på torget", in: try desk.cycles.find(id)!)
        return .done
      }
    case .priorities(let order, let cycle):
      let id = cycles[cycle]
      let names = order.map { memory.problems[$0].key.uuid.uuidString }
      return { desk in
        _ = try desk.setPriorities(names, of: try desk.cycles.find(id)!)
        return .done
      }
    case .identify:
      return { desk in
        _ = try desk.identify(NewProblem(title: "Klotter på torget", origin: .other), in: try desk.group())
        return .done
      }
    case .problem(let event, let problem, let details):
      let id = memory.problems[problem].key.uuid.uuidString
      return { desk in try desk.say(event, about: try desk.problem(id), details) }
    case .evidence(let problem):
      let id = memory.problems[problem].key.uuid.uuidString
      return { desk in
        _ = try desk.addEvidence("Elva rapporter", source: "lägesbilden", to: try desk.problem(id))
        return .done
      }
    case .cause(let problem, let evidence):
      let id = memory.problems[problem].key.uuid.uuidString
      return { desk in
        let cause = CauseFields(
          text: "Ingen uppsikt", bone: .place, evidence: evidence, strength: .strong, influence: .yes)
        _ = try desk.addCause(cause, to: try desk.problem(id))
        return .done
      }
    case .propose(let kind, let problem, let causes):
      let id = problem.map { memory.problems[$0].key.uuid.uuidString }
      return { desk in
        _ = try desk.propose(
          "Belysning", kind: kind, problem: try id.map(desk.problem), causes: causes, in: try desk.group())
        return .done
      }
    case .action(let event, let action, let details):
      let id = memory.actions[action].key.uuid.uuidString
      let owner = details.owner.map { cast.people[$0] }
      let organisation = owner?.organisation.map { cast.organisations[$0].name }
      let function = owner?.function
      return { desk in
        let action = try desk.action(id)
        guard event == "decide" else { return try desk.say(event, about: action, details) }
        return Reply(
          try desk.decide(
            action, owner: organisation!, function: function!, due: details.time!,
            goal: details.isComplete ? "Ljust till midnatt" : nil))
      }
    case .settings(let settings):
      return { desk in
        let group = try desk.group()
        _ = try desk.setGroup(group, newName: nil, GroupChanges(from: group.settings, to: settings))
        return .done
      }
    }
  }
}

extension Reply {
  init(_ said: Said) {
    self =
      said.isRepeated
      ? .repeated(said.state, revision: said.revision) : .taken(said.state, revision: said.revision)
  }
}

extension GroupChanges {
  init(from old: GroupSettings, to new: GroupSettings) {
    self.init()
    period = new.period
    monthlyOrdinal = new.monthlyOrdinal
    deadline = new.deadline
    meeting = new.meeting
    pictureLead = new.pictureLead
    reminders = new.reminders
    daysOffAdded = new.daysOff.subtracting(old.daysOff)
    daysOffRemoved = old.daysOff.subtracting(new.daysOff)
  }
}
