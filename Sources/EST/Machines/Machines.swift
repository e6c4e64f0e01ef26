import StateMachine

/// Every machine of the product, for printing, for the database and for the tests.
public enum Machines {
  public static let all: [MachineShape] = [
    CycleMachine.definition.shape, ProblemMachine.definition.shape, ActionMachine.definition.shape,
    AgreementMachine.definition.shape, PromiseSetMachine.definition.shape,
    SafetyWalkMachine.definition.shape, StatutoryPictureMachine.definition.shape,
  ]
}
