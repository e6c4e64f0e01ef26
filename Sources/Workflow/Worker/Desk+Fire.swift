import EST
import Persistence
import StateMachine

extension Desk {
  /// Says what a timer says, alone. A refused event is put on record with its reason and its timer is gone: it neither
  /// vanishes nor spins, and is armed again by the event that cures it. What the database refuses by a rule of its own
  /// is refused too.
  ///
  /// - Returns: whether the event was taken.
  func fire(_ timer: DueTimer) throws -> Bool {
    guard let found = try instances.find(timer.instance) else { return false }
    // Locked outside the savepoint, which lets go of what is locked in it: whoever cures a refusal has to wait until
    // the refused timer is gone, or it would take it for one that still stands.
    if found.machine == ActionMachine.definition.name { _ = try lockedAction(ActionID(found.id)) }
    guard let instance = try locked(found.id) else { return false }
    var writer = TransitionWriter(municipality.code, at: now)
    var isTaken = true
    do {
      try savepoint { try say(timer.event, to: instance) }
      writer.remove(timer)
    } catch let UseCaseError.refused(_, _, refusal) {
      isTaken = false
      writer.refuse(timer, refusal, of: instance)
    } catch {
      guard case .refused(let rule, _)? = StoreError(error) else { throw error }
      isTaken = false
      writer.refuse(timer, reason: rule)
      writer.tell(Telling(.timerRefused, of: instance, detail: timer.event.description), .coordinators)
    }
    try writer.write(session)
    return isTaken
  }

  private func say(_ event: Event, to instance: Instance) throws {
    switch instance.machine {
    case CycleMachine.definition.name: try say(event, to: try cycles.find(CycleID(instance.id))!)
    case ProblemMachine.definition.name: try say(event, toProblem: ProblemID(instance.id))
    case ActionMachine.definition.name: try say(event, toAction: ActionID(instance.id))
    case AgreementMachine.definition.name: try say(event, toAgreement: AgreementID(instance.id))
    case PromiseSetMachine.definition.name: try say(event, toPromises: PromiseSetID(instance.id))
    case SafetyWalkMachine.definition.name: try say(event, toWalk: SafetyWalkID(instance.id))
    case StatutoryPictureMachine.definition.name:
      try say(event, toStatutory: StatutoryPictureID(instance.id))
    case let other:
      throw StoreError.fault("a timer of the machine \(other), which this program does not know")
    }
  }
}

extension TransitionWriter {
  /// What came too late to be said needs nobody's attention; any other refusal does.
  mutating func refuse(_ timer: DueTimer, _ refusal: Refusal, of instance: Instance) {
    refuse(timer, reason: String(describing: refusal))
    if case .unmet(CycleMachine.beforeDeadline.name) = refusal { return }
    tell(Telling(.timerRefused, of: instance, detail: timer.event.description), .coordinators)
  }
}
