/// What only police and municipality may know, beside the picture.
extension PictureMessages {
  public var annexTitle: String { language(sv: "Bilaga till lägesbilden", en: "Annex to the picture") }
  public var annexHeading: String {
    language(sv: "Bara för polis och kommun", en: "For police and municipality only")
  }
  public var annexNotes: [String] {
    [
      language(
        sv: "Här räknas bara rapporter som är till för myndigheter. De ingår inte i något tal i lägesbilden.",
        en: "Only reports for authorities are counted here. They are in no number of the picture."),
      language(
        sv: "Bilagan delas inte med bostadsbolag eller andra som inte är polis eller kommun.",
        en:
          "The annex is not shared with housing companies or others who are neither police nor municipality."),
    ]
  }
}
