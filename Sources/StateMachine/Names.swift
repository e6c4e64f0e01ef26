/// A state's name. Every instance begins in `-`, before it is born.
public struct State: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  public let description: String
  public init(_ name: String) { description = name }
  public init(stringLiteral name: String) { description = name }
  public static func < (a: State, b: State) -> Bool { a.description < b.description }

  /// Before birth. A name and not an absence, since a NULL would slip past a foreign key.
  public static let unborn: State = "-"
}

/// What someone or a timer says to an instance.
public struct Event: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  public let description: String
  public init(_ name: String) { description = name }
  public init(stringLiteral name: String) { description = name }
  public static func < (a: Event, b: Event) -> Bool { a.description < b.description }
}

/// In what capacity someone says it.
public struct Role: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  public let description: String
  public init(_ name: String) { description = name }
  public init(stringLiteral name: String) { description = name }
  public static func < (a: Role, b: Role) -> Bool { a.description < b.description }
}
