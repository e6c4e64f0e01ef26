import EST
import Persistence
import StateMachine

extension Desk {
  /// Says what a timer says. A refused event is put on record with its reason and its timer is gone: it neither
  /// vanishes nor spins, and is armed again by the event that cures it.
  ///
  /// - Returns: whether the event was taken.
  func fire(_ timer: DueTimer) throws -> Bool {
    guard let found = try instances.find(timer.instance) else { return false }
    // Locked outside the savepoint, which lets go of what is locked in it: whoever cures a refusal has to wait until
    // the refused timer is gone, or it would take it for one that still stands.
    if found.machine == ActionMachine.definition.name { _ = try lockedAction(ActionID(found.id)) }
    guard let instance = try instances.locked(found.id) else { return false }
    do {
      try session.savepoint { _ in
        switch instance.machine {
        case CycleMachine.definition.name:
          try say(timer.event, to: try cycles.find(CycleID(timer.instance))!)
        case ProblemMachine.definition.name: try say(timer.event, toProblem: ProblemID(timer.instance))
        case ActionMachine.definition.name: try say(timer.event, toAction: ActionID(timer.instance))
        case AgreementMachine.definition.name:
          try say(timer.event, toAgreement: AgreementID(timer.instance))
        case PromiseSetMachine.definition.name:
          try say(timer.event, toPromises: PromiseSetID(timer.instance))
        case SafetyWalkMachine.definition.name: try say(timer.event, toWalk: SafetyWalkID(timer.instance))
        case StatutoryPictureMachine.definition.name:
          try say(timer.event, toStatutory: StatutoryPictureID(timer.instance))
        case let other:
          throw StoreError.fault("a timer of the machine \(other), which this program does not know")
        }
      }
      try instances.disarm(timer)
      return true
    } catch let UseCaseError.refused(_, _, refusal) {
      try instances.disarm(timer)
      try instances.recordRefusal(of: timer, at: now, reason: String(describing: refusal))
      // What came too late to be said needs nobody's attention; anything else does.
      if case .unmet(CycleMachine.beforeDeadline.name) = refusal { return false }
      try tell(
        .timerRefused, .coordinators, instance: instance.id, group: instance.group,
        revision: instance.revision, detail: timer.event.description)
      return false
    }
  }
}
