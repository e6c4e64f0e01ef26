/// The rules of agreements, promises, safety walks and the statutory picture, in words.
extension CLIMessages {
  /// What a guard lacks, and what would cure it.
  func unmet(instrument name: String) -> String {
    switch name {
    case "hasParties":
      language(
        sv: "Överenskommelsen har inga parter. Ange vilka organisationer som ingår den.",
        en: "The agreement has no parties. Name the organisations that enter it.")
    case "termHasDays":
      language(
        sv: "Den sista dagen ligger före den första. Ange en period som har dagar.",
        en: "The last day comes before the first. Give a period that has days.")
    case "hasGoals":
      language(sv: "Överenskommelsen har inga mål. Skriv dem.", en: "The agreement has no goals. Write them.")
    case "hasFocusAreas":
      language(
        sv: "Överenskommelsen har inga fokusområden. Ange minst ett.",
        en: "The agreement has no focus areas. Give at least one.")
    case "bothSignatories":
      language(
        sv:
          "Lokalpolisområdeschefen och kommunstyrelsens ordförande behöver båda ha skrivit under, med datum.",
        en:
          "The local police chief and the chair of the executive board must both have signed, with dates.")
    case "noSuccessorInForce":
      language(
        sv: "En ny överenskommelse gäller redan och ersätter den här, så den förlängs inte.",
        en: "A new agreement is in force already and replaces this one, so it is not prolonged.")
    case "successorInForce":
      language(
        sv: "Ingen överenskommelse som följer den här gäller än. Den ersätts när den nya träder i kraft.",
        en:
          "No agreement that follows this one is in force yet. It is replaced when the new one takes effect.")
    case "prolongsActiveSet":
      language(
        sv: "Löftena som skulle fortsätta gäller inte nu. Bara löften som gäller kan förlängas.",
        en: "The promises to go on with are not active. Only active promises can be prolonged.")
    case "newSetBesideIt":
      language(
        sv: "Det finns inga nya löften bredvid dem som ska förlängas. Skriv dem i samma steg.",
        en: "There is no new set beside the one to be prolonged. Make it in the same step.")
    case "hasPromises":
      language(
        sv: "Det finns inga löften. Skriv minst ett.", en: "There are no promises. Write at least one.")
    case "everyPromiseHasPromisor":
      language(
        sv: "Något löfte saknar den som lovar. Ange polisen, kommunen eller båda för vart och ett.",
        en: "Some promise has nobody who promises it. Name the police, the municipality or both for each.")
    case "everyPromiseJudged":
      language(
        sv: "Något löfte är inte bedömt mot sitt mål. Bedöm vart och ett.",
        en: "Some promise is not judged against its target. Judge each of them.")
    case "hasArea":
      language(
        sv: "Ange vilket område vandringen går genom.", en: "Name the area that the walk goes through.")
    case "hasDay": language(sv: "Ange vilken dag vandringen är.", en: "Give the day of the walk.")
    case "atMostTwentyPeople":
      language(sv: "En vandring har 1 till 20 deltagare.", en: "A walk has 1 to 20 people.")
    case "hasPoints":
      language(
        sv: "Ingen punkt är antecknad. Skriv minst en iakttagelse från vandringen.",
        en: "No point is noted. Write at least one thing that was seen on the walk.")
    case "everyPointAnswered":
      language(
        sv: "Någon punkt saknar svar. Varje punkt blir en åtgärd, eller »kan inte göras, eftersom«.",
        en: "Some point has no answer. Each becomes an action, or “cannot be done, because”.")
    case "everyPointFollowedUp":
      language(
        sv: "Det är inte skrivet vad det blev av varje punkt. Skriv det.",
        en: "It is not written what became of each point. Write it.")
    case "planOrReason":
      language(
        sv: "Ange den beslutade åtgärdsplanen, eller varför ingen behövs.",
        en: "Name the action plan that is decided, or say why none is needed.")
    default: language(sv: "Villkoret \(name) är inte uppfyllt.", en: "The condition \(name) is not met.")
    }
  }
}
