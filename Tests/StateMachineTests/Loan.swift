import StateMachine

/// A machine of the tests' own: a book asked for, lent and brought back.
enum Loan {
  struct Facts: Sendable {
    var isMember = true
    var isOnShelf = true
    var reason = "worn out"
  }
  typealias Machine = Definition<Facts, String>

  static let definition = Machine(
    name: "loan", version: 3, timerEvents: ["remind"],
    transitions: [
      Machine.moves(from: [.unborn], "ask", to: "asked", by: ["reader", "librarian"]),
      Machine.moves(
        from: ["asked"], "lend", to: "lent", by: ["librarian"],
        if: [Guard("isMember") { $0.isMember }, Guard("isOnShelf") { $0.isOnShelf }],
        effects: { facts in ["hand over", "because \(facts.reason)"] }),
      Machine.moves(
        from: ["asked"], "lend", to: "reserved", by: ["librarian", "porter"],
        if: [Guard("isMember") { $0.isMember }, Guard("reasonGiven") { !$0.reason.isEmpty }]),
      Machine.moves(from: ["reserved"], "lend", to: "lent", by: ["librarian"]),
      Machine.moves(from: ["lent"], "remind", by: ["clock"], effects: { _ in ["write to the reader"] }),
      Machine.moves(from: ["lent"], "return", to: "returned", by: ["reader", "librarian"]),
      Machine.moves(from: ["asked", "reserved"], "withdraw", to: "withdrawn", by: ["reader"]),
    ])
}
