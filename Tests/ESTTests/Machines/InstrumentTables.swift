/// The instruments' moves as their design has them.
extension MoveTable {
  static let agreement = MoveTable(
    """
    -                   | draft          | draft      | coordinator
    draft               | sign           | signed     | coordinator
    signed              | takeEffect     | inForce    | worker
    inForce, prolonged  | warn           | same       | worker
    inForce, prolonged  | yearlyFollowUp | same       | worker
    inForce             | endDate        | prolonged  | worker
    inForce, prolonged  | replace        | replaced   | worker
    inForce, prolonged  | terminate      | terminated | steering
    draft, signed       | withdraw       | withdrawn  | coordinator
    """)

  /// With the birth of the set that a prolonged one has beside it, by those who prolong.
  static let promiseSet = MoveTable(
    """
    -                        | draft         | draft      | coordinator
    -                        | renew         | draft      | steering
    draft                    | beginDialogue | dialogue   | coordinator
    draft, dialogue          | adopt         | adopted    | steering
    adopted                  | takeEffect    | active     | worker
    active                   | quarter       | same       | worker
    active                   | year          | same       | worker
    active                   | prolong       | prolonged  | steering
    active                   | end           | ended      | worker
    ended, prolonged         | followUp      | followedUp | coordinator
    draft, dialogue, adopted | withdraw      | withdrawn  | coordinator
    """)

  static let safetyWalk = MoveTable(
    """
    -                   | plan           | planned    | coordinator, council
    planned             | holdPreMeeting | preMeeting | coordinator
    planned, preMeeting | walk           | walked     | coordinator
    walked              | report         | reported   | coordinator
    reported            | oneYear        | same       | worker
    reported            | followUp       | followedUp | coordinator
    planned, preMeeting | cancel         | cancelled  | coordinator
    """)

  static let statutoryPicture = MoveTable(
    """
    -             | schedule | due        | worker
    due, drafting | warn     | same       | worker
    due, drafting | late     | same       | worker
    due           | begin    | drafting   | coordinator
    drafting      | adopt    | adopted    | steering
    adopted       | followUp | followedUp | steering
    """)
}
