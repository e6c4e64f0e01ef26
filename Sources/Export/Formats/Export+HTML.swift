import Language
import Picture

extension Export {
  /// One file that needs nothing else: no script, no request, no font but the reader's own.
  public static func html(
    _ picture: SituationPicture, language: Language, templates: Templates = .standard
  ) -> String {
    templates.render(PictureView(picture, language: language), with: "picture")
  }
}
