import EST
import Foundation

/// What a log was found to be.
public struct LogReport: Sendable, Equatable {
  public var rows = 0
  public var heads = 0
  /// How many rows are newer than the newest head.
  public var unsealedRows = 0
  /// How many adopted pictures hold a head.
  public var pictures = 0
  /// By instance and revision.
  public var brokenRows: [BrokenRow] = []
  /// By number.
  public var brokenHeads: [BrokenHead] = []
  public var brokenPictures: [BrokenPicture] = []

  public var isIntact: Bool { brokenRows.isEmpty && brokenHeads.isEmpty && brokenPictures.isEmpty }
}

/// A row, or a run of missing ones, that is not as it was written.
public struct BrokenRow: Sendable, Equatable {
  public enum Fault: String, Sendable, CaseIterable {
    /// The row's hash does not follow from what it says.
    case content
    /// It does not build on the hash of the row before it.
    case link
    case missing
    /// Its revision cannot stand where it does: not from 1, or there twice.
    case number
    /// It does not begin in the state in which the row before it ended, or is of another machine or group.
    case continuity
    /// Its position is one that no transaction has reached.
    case position
    /// The instance that it should belong to is not there.
    case stray
    /// The instance ends before it.
    case surplus
    /// It is the last one, and the instance says something else.
    case end
  }

  public let instance: UUID
  public let revision: Int
  /// The last one of a run of missing rows; else `revision`.
  public let last: Int
  public let faults: [Fault]
  /// The head whose rows it is among; `nil` for one that is missing, or newer than every head.
  public let head: Int?
}

/// A head that the rows it covers do not make.
public struct BrokenHead: Sendable, Equatable {
  public enum Fault: String, Sendable, CaseIterable {
    /// Its hash does not follow from itself, the head before it and its rows.
    case content
    /// It covers more or fewer rows than when it was made.
    case rows
    /// Heads before it are missing.
    case missing
    /// It ends before it begins.
    case order
  }

  public let number: Int
  public let faults: [Fault]
  /// How many rows it was made of, and how many there are.
  public let rows: Int
  public let found: Int
}

/// An adopted picture that holds another head than the log has.
public struct BrokenPicture: Sendable, Equatable {
  public let group: String
  public let period: String
  public let version: Int
  public let head: Int
  /// Whether the log has a head of that number at all.
  public let isKnown: Bool
}

/// A head as someone outside the database keeps it.
public struct LogWitness: Sendable, Hashable {
  public let number: Int
  /// In hexadecimal, lower case: the whole of it, or its beginning.
  public let hash: String

  public init(number: Int, hash: String) {
    self.number = number
    self.hash = hash
  }
}

/// How a witness's head compares with the log's own.
public enum Testimony: Sendable, Equatable {
  case fits, differs
  /// The log has no head of that number.
  case unknown
}
