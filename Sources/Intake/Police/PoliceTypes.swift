import EST

/// The police's types of events in the common categories.
///
/// Only what the method works with has a category: crime and disorder that is seen in public space. Accidents, fires,
/// controls, searches and what happens in homes or on paper are `other`.
enum PoliceTypes {
  /// A summary of a night or a week is no event.
  static func isSummary(_ type: String) -> Bool { type.hasPrefix("Sammanfattning") }

  /// `nil` for a type that is not known.
  static func category(_ type: String) -> CategoryCode? { table[type.trimmed] }

  private static let table: [String: CategoryCode] = {
    var table: [String: CategoryCode] = [:]
    for (category, types) in types {
      for type in types { table[type] = CategoryCode(category) }
    }
    return table
  }()

  private static let types: [String: [String]] = [
    "vandalism": ["Skadegörelse"],
    "disorder": [
      "Ofredande/förargelse", "Olaga hot", "Olaga intrång", "Ordningslagen", "Upplopp",
    ],
    "disorder/bråk": ["Bråk"],
    "disorder/våld": [
      "Misshandel", "Misshandel, grov", "Mord/dråp", "Mord/dråp, försök", "Skottlossning",
      "Skottlossning, misstänkt", "Våldtäkt", "Våldtäkt, försök",
    ],
    "disorder/inbrott": ["Inbrott", "Inbrott, försök", "Stöld/inbrott"],
    "disorder/stöld": ["Motorfordon, stöld", "Stöld", "Stöld, försök", "Stöld, ringa"],
    "disorder/rån": ["Rån", "Rån väpnat", "Rån övrigt", "Rån, försök"],
    "disorder/misstänkt narkotika": ["Narkotikabrott"],
    "disorder/buskörning/olovlig trafik": ["Olovlig körning", "Rattfylleri", "Trafikbrott"],
    "disorder/tillhyggen": ["Knivlagen", "Vapenlagen"],
    "disorder/alkohol": ["Alkohollagen", "Fylleri/LOB"],
    "staff-incident": ["Sabotage mot blåljusverksamhet", "Våld/hot mot tjänsteman"],
    "other": [
      "Anträffad död", "Anträffat gods", "Arbetsplatsolycka", "Bedrägeri", "Bombhot", "Brand",
      "Brand automatlarm", "Detonation", "Djur", "Djur skadat/omhändertaget", "Efterlyst person", "Ekobrott",
      "Explosion", "Farligt föremål, misstänkt", "Fjällräddning", "Försvunnen person", "Förfalskningsbrott",
      "Gränskontroll", "Hemfridsbrott", "Hets mot folkgrupp", "Häleri", "Kontroll person/fordon",
      "Lagen om hundar och katter", "Larm Inbrott", "Larm Överfall", "Luftfartslagen", "Miljöbrott",
      "Missbruk av urkund", "Motorfordon, anträffat stulet", "Naturkatastrof",
      "Olaga frihetsberövande/människorov", "Olovligt förfogande", "Polisinsats/kommendering",
      "Räddningsinsats",
      "Sedlighetsbrott", "Sjukdom/olycksfall", "Sjölagen", "Skyddslagen", "Spridning smitta/kemikalier",
      "Trafikhinder", "Trafikkontroll", "Trafikolycka", "Trafikolycka, personskada", "Trafikolycka, singel",
      "Trafikolycka, smitning från", "Trafikolycka, vilt", "Uppdatering", "Utlänningslagen",
      "Vållande till kroppsskada", "Varningslarm/haveri", "Åldringsbrott", "Övrigt",
    ],
  ]
}
