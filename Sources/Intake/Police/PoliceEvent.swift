import EST
import Foundation

/// An event as polisen.se's public interface gives it, with what is used of it.
struct PoliceEvent: Decodable {
  let id: EventID
  /// The time of publication, `2023-03-25 8:39:19 +01:00`: the hour is not padded.
  let datetime: String
  /// `24 mars 18.46, Stöld, Umeå`: the only place where the time of the event is told.
  let name: String
  let summary: String?
  let type: String
  let location: Location

  struct Location: Decodable {
    /// A municipality or a county. Its coordinates are a midpoint, never the place, and are not read.
    let name: String
  }

  /// A number, which some files write as text.
  struct EventID: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        text = String(number)
      } else {
        text = try value.decode(String.self)
        guard !text.isEmpty, !text.holdsControl(allowingLines: false), !text.isLonger(than: IntakeLimits.name)
        else {
          throw DecodingError.dataCorruptedError(in: value, debugDescription: "no reference")
        }
      }
    }
  }
}

/// A line of a police file: an event, or all the versions that have been seen of one.
enum PoliceLine: Decodable {
  case event(PoliceEvent)
  case history(id: String, [Version])

  struct Version: Decodable {
    /// RFC 3339.
    let seenAt: String
    let event: PoliceEvent

    private enum CodingKeys: String, CodingKey {
      case seenAt = "seen_at"
      case event
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, versions
  }

  init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: CodingKeys.self)
    if line.contains(.versions) {
      let id = try line.decode(PoliceEvent.EventID.self, forKey: .id).text
      self = .history(id: id, try line.decode([Version].self, forKey: .versions))
    } else {
      self = .event(try PoliceEvent(from: decoder))
    }
  }
}
