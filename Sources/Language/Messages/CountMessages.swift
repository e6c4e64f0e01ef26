extension Language {
  /// The texts of the table of counts that a spreadsheet opens.
  public var counts: CountMessages { CountMessages(language: self) }
}

public struct CountMessages: Sendable {
  public let language: Language

  public var real: String { language(sv: "verkliga uppgifter", en: "real data") }
  public var sample: String { language(sv: "EXEMPELDATA", en: "SAMPLE DATA") }

  /// The heads of the columns, in their order.
  public var columns: [String] {
    [
      language(sv: "uppgifter", en: "data"),
      language(sv: "kommunkod", en: "municipality"),
      language(sv: "grupp", en: "group"),
      language(sv: "period", en: "period"),
      language(sv: "version", en: "version"),
      language(sv: "kategorikod", en: "category_code"),
      language(sv: "kategori", en: "category"),
      language(sv: "undertyp", en: "subtype"),
      language(sv: "område", en: "area"),
      language(sv: "källa", en: "source"),
      language(sv: "antal", en: "reports"),
      language(sv: "antal_föregående_period", en: "reports_previous_period"),
      language(sv: "antal_samma_period_året_före", en: "reports_same_period_last_year"),
    ]
  }
}
