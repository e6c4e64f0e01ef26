extension MachineShape {
  /// Moves between the same two states share an arrow.
  private var arrows: [(from: State, to: State, label: String)] {
    var order: [[State]] = []
    var labels: [[State]: [String]] = [:]
    for move in moves {
      let ends = [move.from, move.to]
      if labels[ends] == nil { order.append(ends) }
      if labels[ends]?.contains(move.event.description) != true {
        labels[ends, default: []].append(move.event.description)
      }
    }
    return order.map { ($0[0], $0[1], labels[$0]!.joined(separator: ", ")) }
  }

  /// A Mermaid state diagram.
  public var mermaid: String {
    var lines = ["stateDiagram-v2"]
    for arrow in arrows {
      let from = arrow.from == .unborn ? "[*]" : arrow.from.description
      lines.append("  \(from) --> \(arrow.to): \(arrow.label)")
    }
    for state in states where isTerminal(state) { lines.append("  \(state) --> [*]") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Graphviz DOT.
  public var dot: String {
    var lines = ["digraph \"\(name)\" {", "  rankdir=LR;", "  \"-\" [shape=point];"]
    for state in states {
      lines.append("  \"\(state)\" [shape=\(isTerminal(state) ? "doublecircle" : "box"), style=rounded];")
    }
    for arrow in arrows { lines.append("  \"\(arrow.from)\" -> \"\(arrow.to)\" [label=\"\(arrow.label)\"];") }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// W3C SCXML; a birth is a transition out of the initial state `unborn`, guards stand as `cond`.
  public var scxml: String {
    func identifier(_ state: State) -> String { state == .unborn ? "unborn" : state.description }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=\"\(name)\" initial=\"unborn\">",
    ]
    for state in [State.unborn] + states {
      if state != .unborn && isTerminal(state) {
        lines.append("  <final id=\"\(identifier(state))\"/>")
        continue
      }
      lines.append("  <state id=\"\(identifier(state))\">")
      for move in moves where move.from == state {
        let condition =
          move.guards.isEmpty ? "" : " cond=\"\(move.guards.joined(separator: " &amp;&amp; "))\""
        lines.append(
          "    <transition event=\"\(move.event)\" target=\"\(identifier(move.to))\"\(condition)/>")
      }
      lines.append("  </state>")
    }
    return (lines + ["</scxml>"]).joined(separator: "\n") + "\n"
  }
}
