import Language
import Picture

extension Export {
  /// One file that needs nothing else: no script, no request, no font but the reader's own.
  public static func html(
    _ picture: SituationPicture, language: Language, templates: Templates = .standard
  ) -> String {
    templates.render(PictureView(picture, language: language), with: "picture")
  }

  /// The annex as a page of the same kind as the picture's.
  public static func html(_ annex: PictureAnnex, language: Language, templates: Templates = .standard)
    -> String
  {
    templates.render(AnnexView(annex, language: language), with: "annex")
  }

  /// The agenda as a page of the same kind as the picture's.
  public static func html(_ agenda: Agenda, language: Language, templates: Templates = .standard) -> String {
    templates.render(AgendaView(agenda, language: language), with: "agenda")
  }

  /// The minutes as a page of the same kind as the picture's.
  public static func html(_ minutes: Minutes, language: Language, templates: Templates = .standard) -> String
  {
    templates.render(MinutesView(minutes, language: language), with: "minutes")
  }
}
