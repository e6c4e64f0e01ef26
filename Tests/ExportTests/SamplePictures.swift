import Picture
import PictureSamples

/// Every sample as an adopted picture, compiled once: the larger ones take their time.
enum SamplePictures {
  static let all = PictureSamples.all.map { (name: $0.name, picture: LogHeadTests.adopted($0.input)) }

  static func named(_ name: String) -> SituationPicture { all.first { $0.name == name }!.picture }
}
