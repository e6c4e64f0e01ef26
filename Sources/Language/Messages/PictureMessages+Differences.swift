/// What a later version of a picture says otherwise than an earlier one.
extension PictureMessages {
  public func differences(_ version: Int) -> String {
    language(sv: "Vad som skiljer från version \(version)", en: "What differs from version \(version)")
  }
  public func noDifferences(_ version: Int) -> String {
    language(
      sv: "Inget i siffrorna skiljer från version \(version).",
      en: "Nothing in the numbers differs from version \(version).")
  }
  public var answeringUnits: String { language(sv: "Enheter som har svarat", en: "Units that have answered") }
  public var noArea: String { language(sv: "Utan känt område", en: "Without a known area") }

  public func change(_ what: String, _ before: Int, _ now: Int) -> String {
    let (before, now) = (language.number(before), language.number(now))
    return language(sv: "\(what): \(now), var \(before).", en: "\(what): \(now), was \(before).")
  }

  /// A signal or a watch that has come, or is there no more.
  public func differentFinding(_ category: String, area: String, isSignal: Bool, isNew: Bool) -> String {
    let what =
      switch (isSignal, isNew) {
      case (true, true): language(sv: "Ny signal", en: "New signal")
      case (true, false): language(sv: "Inte längre signal", en: "No longer a signal")
      case (false, true): language(sv: "Nytt att hålla ögonen på", en: "New to keep an eye on")
      case (false, false): language(sv: "Inte längre att hålla ögonen på", en: "No longer to keep an eye on")
      }
    return language(sv: "\(what): \(category) i \(area).", en: "\(what): \(category) in \(area).")
  }
}
