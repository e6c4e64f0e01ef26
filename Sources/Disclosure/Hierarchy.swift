/// Names in a tree, such as areas within districts within the municipality: what is above is the sum of what is below.
public struct Hierarchy: Sendable, Equatable, Codable {
  public enum Invalid: Error, Equatable {
    case repeated(String)
    case empty
  }

  public struct Node: Sendable, Equatable, Codable {
    public let name: String
    public let parts: [Node]

    public init(_ name: String, _ parts: [Node] = []) {
      self.name = name
      self.parts = parts
    }
  }

  public let roots: [Node]

  /// - Throws: `Invalid` where a name stands twice or there is none.
  public init(_ roots: [Node]) throws(Invalid) {
    self.roots = roots
    let names = all.map(\.name)
    if names.isEmpty { throw .empty }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .repeated(name) }
  }

  /// One total and its parts.
  public init(total: String, parts: [String]) throws(Invalid) {
    try self.init([Node(total, parts.map { Node($0) })])
  }

  /// Every node, each before its parts.
  public var all: [Node] { Hierarchy.all(roots) }

  /// The names that have no parts, in their order.
  public var leaves: [String] { all.filter(\.parts.isEmpty).map(\.name) }

  /// The same tree without some leaves, and without what has no leaves left.
  func without(_ names: Set<String>) -> [Node] {
    func kept(_ node: Node) -> Node? {
      if node.parts.isEmpty { return names.contains(node.name) ? nil : node }
      let parts = node.parts.compactMap(kept)
      return parts.isEmpty ? nil : Node(node.name, parts)
    }
    return roots.compactMap(kept)
  }

  static func all(_ roots: [Node]) -> [Node] { roots.flatMap { [$0] + all($0.parts) } }
  static func names(_ roots: [Node]) -> [String] { all(roots).map(\.name) }
}
