extension LogMessages {
  // MARK: Intact

  public func intact(rows: Int, heads: Int, unsealed: Int) -> String {
    let sum = language(
      sv: "Loggen är hel: \(count(rows: rows)) i \(count(heads: heads)).",
      en: "The log is intact: \(count(rows: rows)) in \(count(heads: heads)).")
    guard unsealed > 0 else { return sum }
    return sum
      + language(
        sv: " \(count(rows: unsealed)) är nyare än det nyaste huvudet.",
        en: " \(count(rows: unsealed)) \(unsealed == 1 ? "is" : "are") newer than the newest head.")
  }

  /// - Parameters:
  ///   - pictures: how many adopted pictures hold a head.
  ///   - outside: how many heads that were kept outside the database were compared.
  public func compared(pictures: Int, outside: Int) -> String {
    let adopted = language(
      sv: "\(language.number(pictures)) \(pictures == 1 ? "antagen lägesbild" : "antagna lägesbilder")",
      en: "\(language.number(pictures)) adopted \(pictures == 1 ? "picture" : "pictures")")
    guard outside > 0 else {
      return language(
        sv:
          "Jämförd med \(adopted), men inte med något utanför databasen: ange --journal, --picture eller --head.",
        en:
          "Compared with \(adopted), but with nothing outside the database: give --journal, --picture or --head."
      )
    }
    return language(
      sv: "Jämförd med \(adopted) och \(count(heads: outside)) från utanför databasen.",
      en: "Compared with \(adopted) and \(count(heads: outside)) from outside the database.")
  }

  public func reading(rows: Int, heads: Int) -> String {
    heads == 0
      ? language(
        sv: "Läser loggen: \(language.number(rows)) rader",
        en: "Reading the log: \(language.number(rows)) rows")
      : language(
        sv: "Läser loggen: \(count(heads: heads))", en: "Reading the log: \(count(heads: heads))")
  }

  private func count(heads: Int) -> String {
    language(
      sv: "\(language.number(heads)) \(heads == 1 ? "huvud" : "huvuden")",
      en: "\(language.number(heads)) \(heads == 1 ? "head" : "heads")")
  }
  private func count(rows: Int) -> String {
    language(
      sv: "\(language.number(rows)) \(rows == 1 ? "rad" : "rader")",
      en: "\(language.number(rows)) \(rows == 1 ? "row" : "rows")")
  }

  // MARK: Broken

  /// - Parameter others: how many more findings there are.
  public func broken(_ first: String, others: Int) -> String {
    let more =
      others == 0
      ? ""
      : language(
        sv: " Och \(language.number(others)) fynd till.",
        en: " And \(language.number(others)) more \(others == 1 ? "finding" : "findings").")
    return language(sv: "Loggen är bruten: ", en: "The log is broken: ") + first + more
  }

  /// - Parameter faults: by their own names, at least one.
  public func brokenRow(
    instance: String, revision: Int, last: Int, faults: [String], head: Int?, headFits: Bool
  ) -> String {
    let rows =
      revision == last
      ? language(sv: "rad \(revision)", en: "row \(revision)")
      : language(sv: "raderna \(revision)–\(last)", en: "rows \(revision)–\(last)")
    let why = faults.map { rowFault($0, isOne: revision == last) }.joined(separator: ", ")
    let among: String
    if let head {
      among =
        headFits
        ? language(sv: " (i huvud \(head))", en: " (in head \(head))")
        : language(sv: " (i huvud \(head), som inte stämmer)", en: " (in head \(head), which does not fit)")
    } else {
      among = ""
    }
    return language(sv: "\(rows) i \(instance) \(why)\(among).", en: "\(rows) of \(instance) \(why)\(among).")
  }

  private func rowFault(_ name: String, isOne: Bool) -> String {
    switch name {
    case "content": language(sv: "är inte vad som skrevs", en: "is not what was written")
    case "link": language(sv: "bygger inte på raden före", en: "does not build on the row before it")
    case "missing": language(sv: "saknas", en: isOne ? "is missing" : "are missing")
    case "number": language(sv: "har ett nummer som redan är taget", en: "has a number that is taken")
    case "continuity":
      language(
        sv: "fortsätter inte där raden före slutade", en: "does not go on where the row before it ended")
    case "position":
      language(sv: "har en plats som ingen har nått", en: "has a position that nobody has reached")
    case "stray": language(sv: "hör till något som inte finns", en: "belongs to something that is not there")
    case "surplus":
      language(sv: "kommer efter det som är den sista", en: "comes after what is the last one")
    case "end":
      language(sv: "slutar inte i det läge som gäller", en: "does not end in the state that holds")
    default: name
    }
  }

  public func brokenHead(_ number: Int, faults: [String], rows: Int, found: Int) -> String {
    let why = faults.map { name in
      switch name {
      case "content":
        language(sv: "följer inte av de rader det täcker", en: "does not follow from the rows that it covers")
      case "rows":
        language(
          sv: "gjordes av \(count(rows: rows)) men täcker \(language.number(found))",
          en: "was made of \(count(rows: rows)) but covers \(language.number(found))")
      case "missing": language(sv: "saknar huvuden före sig", en: "lacks heads before it")
      case "order": language(sv: "slutar innan det börjar", en: "ends before it begins")
      default: name
      }
    }
    let reasons = why.joined(separator: ", ")
    return language(sv: "huvud \(number) \(reasons).", en: "head \(number) \(reasons).")
  }

  /// - Parameters:
  ///   - source: who keeps the other head: one of the texts below.
  ///   - isKnown: whether the log has a head of that number.
  public func brokenWitness(_ source: String, head: Int, isKnown: Bool) -> String {
    isKnown
      ? language(
        sv: "huvud \(head) är ett annat än det som \(source) har: loggen har gjorts om.",
        en: "head \(head) is another than the one in \(source): the log has been made anew.")
      : language(
        sv: "huvud \(head), som \(source) har, finns inte: loggen har gjorts om eller kortats.",
        en: "head \(head), which is in \(source), is not there: the log has been made anew or cut short.")
  }

  public func picture(group: String, period: String, version: Int) -> String {
    language(
      sv: "den antagna lägesbilden \(group) \(period) v\(version)",
      en: "the adopted picture \(group) \(period) v\(version)")
  }
  public func journal(_ file: String) -> String {
    language(sv: "arbetsprocessens logg (\(file))", en: "the worker's log (\(file))")
  }
  public func exportedPicture(_ file: String) -> String {
    language(sv: "den sparade lägesbilden (\(file))", en: "the exported picture (\(file))")
  }
  public var given: String { "--head" }

  /// - Parameter head: the newest one before all that differ that someone outside has seen.
  public func lastFitting(_ head: Int) -> String {
    language(
      sv: "Till och med huvud \(head) stämmer loggen med det som finns utanför databasen.",
      en: "Up to head \(head) the log agrees with what is kept outside the database.")
  }

  // MARK: What is wrong with a witness

  public var headForm: String {
    language(sv: "17:ab12… (minst 16 siffror)", en: "17:ab12… (16 digits or more)")
  }
  public func noHeads(_ file: String) -> String {
    language(
      sv: "\(file) innehåller inget huvud för kommunen", en: "\(file) holds no head of the municipality")
  }
}
