import EST
import Foundation
import Postgres
import StateMachine

extension Identifier: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { UUID.postgresType }

  public func encode(into bytes: inout PostgresBytes) { uuid.encode(into: &bytes) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Self {
    Self(try UUID.decode(value))
  }
}

/// A value that is stored as one word of text.
public protocol StoredAsText: PostgresEncodable, PostgresDecodable {
  var storedText: String { get }
  /// `nil` where the stored word is none of this program's: a database of another version.
  init?(storedText: String)
}

extension StoredAsText {
  public static var postgresType: PostgresType { String.postgresType }

  public func encode(into bytes: inout PostgresBytes) { storedText.encode(into: &bytes) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Self {
    let text = try String.decode(value)
    guard let known = Self(storedText: text) else { throw .malformed("a word of another version") }
    return known
  }
}

extension StoredAsText where Self: RawRepresentable<String> {
  public var storedText: String { rawValue }
  public init?(storedText: String) { self.init(rawValue: storedText) }
}

extension ReportClass: StoredAsText {}
extension ReportSource: StoredAsText {}
extension Certainty: StoredAsText {}
extension PlaceType: StoredAsText {}
extension Place.Precision: StoredAsText {}
extension GroupRole: StoredAsText {}
extension Period.Kind: StoredAsText {}
extension NoticeKind: StoredAsText {}

extension MunicipalityCode: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension CategoryCode: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension State: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension Event: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension Role: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension GroupSettings.WeeklyTime: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
extension ISOWeek: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}
