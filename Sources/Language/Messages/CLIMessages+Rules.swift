/// The rules of the cycle, in words: what is missing, and what would make it possible.
extension CLIMessages {
  /// - Parameter name: the role's word in the product, such as `policeLead`.
  public func role(_ name: String) -> String {
    switch name {
    case "reporter": language(sv: "rapportör", en: "reporter")
    case "participant": language(sv: "deltagare", en: "participant")
    case "coordinator": language(sv: "samordnare", en: "coordinator")
    case "policeLead": language(sv: "kommunpolis", en: "police lead")
    case "steering": language(sv: "styrgrupp", en: "steering group")
    case "council": language(sv: "lokalt råd", en: "local council")
    case "reader": language(sv: "läsare", en: "reader")
    case "auditor": language(sv: "granskare", en: "auditor")
    case "worker": language(sv: "arbetsprocess", en: "worker")
    case "administrator": language(sv: "administratör", en: "administrator")
    case "owner": language(sv: "åtgärdens ägare", en: "the action's owner")
    default: name
    }
  }

  public func unknownEvent(_ event: String, machine: String, possible: [String]) -> String {
    language(sv: "\(machine) känner ingen händelse \(event).", en: "\(machine) knows no event \(event).")
      + " " + next(possible)
  }
  public func notInThisState(_ event: String, state: String, possible: [String]) -> String {
    language(sv: "\(event) går inte i läget \(state).", en: "\(event) is not possible in the state \(state).")
      + " " + next(possible)
  }
  private func next(_ possible: [String]) -> String {
    possible.isEmpty
      ? language(sv: "Du kan inte göra något där.", en: "There is nothing you may do there.")
      : language(sv: "Du kan: \(anyOf(possible)).", en: "You may: \(anyOf(possible)).")
  }

  /// What a guard lacks, and what would cure it.
  public func unmet(guard name: String) -> String {
    switch name {
    case "reasonGiven":
      language(sv: "Ett skäl behövs. Ange --because.", en: "A reason is needed. Give --because.")
    case "timeAhead":
      language(sv: "Den nya tiden behöver ligga framåt i tiden.", en: "The new time must lie ahead.")
    case "beforeDeadline":
      language(sv: "Tidsgränsen för rapporter har passerat.", en: "The deadline for reports has passed.")
    case "pictureExists":
      language(
        sv: "Det finns ingen lägesbild än. Gör en med »est cycle compile«.",
        en: "There is no picture yet. Make one with “est cycle compile”.")
    case "pictureNamed":
      language(
        sv: "Den versionen av lägesbilden finns inte. Se »est picture list«.",
        en: "There is no such version of the picture. See “est picture list”.")
    case "pictureAdopted":
      language(
        sv: "Mötet har inte fastställt någon lägesbild. Gör det med »est meeting adopt«.",
        en: "The meeting has adopted no picture. Do so with “est meeting adopt”.")
    case "outcomeWritten":
      language(
        sv:
          "Mötet har varken prioriteringar eller beslut. Skriv dem med »est meeting prioritise« och »est meeting decide«, eller ange --because.",
        en:
          "The meeting has neither priorities nor decisions. Write them with “est meeting prioritise” and “est meeting decide”, or give --because."
      )
    case "nextMeetingPassed":
      language(
        sv: "Nästa periods mötestid har inte passerat.", en: "The next period's meeting is still ahead.")
    case "criteriaScored":
      language(
        sv: "Inget kriterium är bedömt. Ange poäng från 0 till 3.",
        en: "No criterion is scored. Give scores from 0 to 3.")
    case "directCauseWithEvidence":
      language(
        sv:
          "Analysen har ingen direkt orsak med belägg. Lägg till med »est analysis evidence« och »est analysis cause«.",
        en:
          "The analysis has no direct cause with evidence. Add with “est analysis evidence” and “est analysis cause”."
      )
    case "bothSignedSameVersion":
      language(
        sv: "Samordnare och kommunpolis behöver båda skriva under samma version.",
        en: "Coordinator and police lead must both sign the same version.")
    case "decidedActionNamesCause":
      language(
        sv:
          "Ingen beslutad åtgärd nämner en orsak. Föreslå och besluta en med »est action propose« och »est action decide«.",
        en:
          "No decided action names a cause. Propose and decide one with “est action propose” and “est action decide”."
      )
    case "actionsEnded":
      language(
        sv: "Alla åtgärder behöver vara gjorda eller avbrutna.", en: "Every action must be done or cancelled."
      )
    case "actionDone":
      language(sv: "Minst en åtgärd behöver vara gjord.", en: "At least one action must be done.")
    case "everyActionCancelled":
      language(sv: "Någon åtgärd är gjord: utvärdera i stället.", en: "An action is done: evaluate instead.")
    case "effectJudged":
      language(
        sv: "Varje gjord åtgärd behöver vara utvärderad. Gör det med »est action evaluate«.",
        en: "Every action done must be evaluated. Do so with “est action evaluate”.")
    case "resultAndLesson":
      language(sv: "Resultat och lärdom behöver vara skrivna.", en: "Result and lesson must be written.")
    case "answerIsDismissal": language(sv: "Svaret är inget avslag.", en: "The answer is no dismissal.")
    case "namesCause":
      language(
        sv: "En planerad åtgärd behöver nämna minst en orsak ur analysen.",
        en: "An action of the plan must name at least one cause of the analysis.")
    case "hasOwner":
      language(sv: "Ange ägare: organisation och funktion.", en: "Name the owner: organisation and function.")
    case "hasDueDate":
      language(sv: "Ange när den ska vara klar med --due.", en: "Say when it is due with --due.")
    case "hasGoal": language(sv: "Ange ett mål med --goal.", en: "Give a goal with --goal.")
    case "hasBaseline":
      language(
        sv: "Ett utgångsläge behövs innan åtgärden startar: --baseline, eller --no-baseline-because.",
        en: "A baseline is needed before the action starts: --baseline, or --no-baseline-because.")
    case "hasExpectedEffect":
      language(sv: "Ange när effekten väntas.", en: "Say when the effect is expected.")
    case "hasFollowUp":
      language(
        sv: "Ange datum för uppföljning med --follow-up.", en: "Give a date of follow-up with --follow-up.")
    case "hasColour":
      language(sv: "Ange färg: grön, gul eller röd.", en: "Give a colour: green, yellow or red.")
    case "hasResult": language(sv: "Ange resultatet med --result.", en: "Give the result with --result.")
    case "hasLesson": language(sv: "Ange lärdomen med --lesson.", en: "Give the lesson with --lesson.")
    default: unmet(instrument: name)
    }
  }

  /// A rule that the database itself keeps, by its name there.
  public func databaseRule(_ name: String) -> String {
    language(sv: "Databasen säger nej: regeln \(name).", en: "The database refuses: the rule \(name).")
  }

  // MARK: Rules of the product

  public var noOpenPeriod: String {
    language(
      sv: "Ingen period samlar in rapporter för den tiden.", en: "No period collects reports for that time.")
  }
  public var unitOfAnotherOrganisation: String {
    language(
      sv: "Enheten hör till en annan organisation än din.",
      en: "The unit belongs to another organisation than yours.")
  }
  public func periodUnknown(_ allowed: String) -> String {
    language(
      sv: "Det finns ingen sådan period. Skriv den som \(allowed).",
      en: "There is no such period. Write it as \(allowed).")
  }
  public var alreadyReviewed: String {
    language(sv: "Rapporten är redan granskad.", en: "The report has been reviewed already.")
  }
  public var amendNothing: String {
    language(sv: "Inget att ändra: ange minst ett fält.", en: "Nothing to change: give at least one field.")
  }
  public var meetingNotOpen: String {
    language(
      sv: "Mötet pågår inte. Starta det med »est meeting start«.",
      en: "The meeting is not open. Start it with “est meeting start”.")
  }
  public func pictureUnknown(versions: Int) -> String {
    versions == 0
      ? language(sv: "Det finns ingen lägesbild än.", en: "There is no picture yet.")
      : language(
        sv: "Lägesbilden har version 1 till \(versions).", en: "The picture has versions 1 to \(versions).")
  }
  public func nameTaken(_ name: String) -> String {
    language(sv: "Namnet »\(name)« är upptaget.", en: "The name “\(name)” is taken.")
  }
  public func settingUnknown(_ allowed: String) -> String {
    language(sv: "Inställningar som finns: \(allowed).", en: "There are these settings: \(allowed).")
  }
  public var inThePast: String {
    language(sv: "Tiden har redan passerat.", en: "The time has already passed.")
  }
  public var signsForNobody: String {
    language(
      sv: "En administratör skriver inte under för någon annan. Använd --as.",
      en: "An administrator signs for nobody. Use --as.")
  }
  public func participantNeeded(_ login: String) -> String {
    language(
      sv: "\(login) behövs och kan inte tas bort.", en: "\(login) is needed and cannot be removed.")
  }
  public func alreadyAdopted(version: Int) -> String {
    language(
      sv:
        "Version \(version) av lägesbilden är redan fastställd. En rättelse blir en ny version bredvid den.",
      en: "Version \(version) of the picture is adopted already. A correction is a new version beside it.")
  }
  public var alreadySigned: String {
    language(
      sv: "Du, eller någon i samma roll, har redan skrivit under den versionen.",
      en: "You, or someone in the same role, has signed that version already.")
  }
  public var keyUsed: String {
    language(
      sv: "Nyckeln har redan använts till något annat. Varje nytt kommando har en egen nyckel.",
      en: "The key has been used for something else already. Each new command has a key of its own.")
  }
  public var analysisNotOpen: String {
    language(
      sv: "Problemet analyseras inte nu: analysen är inte påbörjad, eller underskriven av båda.",
      en: "The problem is not being analysed: its analysis is not begun, or signed by both.")
  }
  public func problemOver(_ number: String) -> String {
    language(sv: "Problemet \(number) är avslutat.", en: "The problem \(number) is over.")
  }
}
