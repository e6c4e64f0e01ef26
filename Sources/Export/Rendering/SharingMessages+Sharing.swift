import Language
import Picture

extension SharingMessages {
  /// Class, recipients and ground with their names; none where the document has not left the house.
  func pairs(_ sharing: Sharing?) -> [(name: String, value: String)] {
    guard let sharing else { return [] }
    return [
      (label, name(sharing.reportClass.rawValue)), (recipients, sharing.recipients), (ground, sharing.ground),
    ]
  }
}
