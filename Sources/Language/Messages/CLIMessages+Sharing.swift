/// Why something is not told to others.
extension CLIMessages {
  public var lowerClassWithoutReason: String {
    language(
      sv: "Fler skulle få veta av rapporten än förut: det behöver ett skäl. Ange --because.",
      en: "More people would know of the report than before: that needs a reason. Give --because.")
  }
  public var shareOfWhatIsAdopted: String {
    language(
      sv:
        "Det går bara att dela en version som är fastställd av mötet eller offentliggjord. »est picture list« och »est picture releases« visar vilka som är det.",
      en:
        "Only a version that a meeting has adopted or that is released can be shared. “est picture list” and “est picture releases” show which are."
    )
  }
  public var shareReceiver: String {
    language(
      sv: "Det går bara att dela med en annan kommun som finns här: --to fyra siffror, så som 2480.",
      en: "Only another municipality that is here can be shared with: --to four digits, such as 2480.")
  }
  public func shareOfAnother(_ sender: String) -> String {
    language(
      sv: "Delningen är kommun \(sender):s, och bara den kan dra tillbaka den.",
      en: "The share is that of municipality \(sender), and only they can withdraw it.")
  }
  public var shareStands: String {
    language(
      sv: "En delning ändras inte. Dra tillbaka den med »est share withdraw« och gör en ny.",
      en: "A share does not change. Withdraw it with “est share withdraw” and make a new one.")
  }
}
