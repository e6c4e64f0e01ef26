import Foundation

/// A name that the client itself gives a row: a UUID of version 7, so that it is the row's idempotency key too.
public struct Identifier<Subject>: Hashable, Sendable {
  public let uuid: UUID

  public init(_ uuid: UUID) { self.uuid = uuid }

  /// RFC 9562, section 5.7: 48 bits of milliseconds, then randomness.
  public init(at instant: Instant, using random: inout some RandomNumberGenerator) {
    let milliseconds = UInt64(bitPattern: instant.microseconds / 1000)
    let a = random.next() as UInt64
    let b = random.next() as UInt64
    func byte(_ value: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
    uuid = UUID(
      uuid: (
        byte(milliseconds, 40), byte(milliseconds, 32), byte(milliseconds, 24),
        byte(milliseconds, 16), byte(milliseconds, 8), byte(milliseconds, 0),
        0x70 | (byte(a, 8) & 0x0f), byte(a, 0),
        0x80 | (byte(b, 56) & 0x3f), byte(b, 48), byte(b, 40), byte(b, 32),
        byte(b, 24), byte(b, 16), byte(b, 8), byte(b, 0)
      ))
  }

  public init?(_ text: some StringProtocol) {
    guard let uuid = UUID(uuidString: String(text)) else { return nil }
    self.uuid = uuid
  }
}

extension Identifier: CustomStringConvertible {
  /// In lower case, as PostgreSQL prints it.
  public var description: String { uuid.uuidString.lowercased() }
}

public enum Subject {
  public enum Group {}
  public enum Organisation {}
  public enum Unit {}
  public enum Participant {}
  public enum Area {}
  public enum Incident {}
  public enum Cycle {}
  public enum Problem {}
  public enum Action {}
  public enum Analysis {}
  public enum Agreement {}
  public enum PromiseSet {}
  public enum SafetyWalk {}
  public enum StatutoryPicture {}
}

public typealias GroupID = Identifier<Subject.Group>
public typealias OrganisationID = Identifier<Subject.Organisation>
public typealias UnitID = Identifier<Subject.Unit>
public typealias ParticipantID = Identifier<Subject.Participant>
public typealias AreaID = Identifier<Subject.Area>
public typealias IncidentID = Identifier<Subject.Incident>
public typealias CycleID = Identifier<Subject.Cycle>
public typealias ProblemID = Identifier<Subject.Problem>
public typealias ActionID = Identifier<Subject.Action>
public typealias AnalysisID = Identifier<Subject.Analysis>
public typealias AgreementID = Identifier<Subject.Agreement>
public typealias PromiseSetID = Identifier<Subject.PromiseSet>
public typealias SafetyWalkID = Identifier<Subject.SafetyWalk>
public typealias StatutoryPictureID = Identifier<Subject.StatutoryPicture>
