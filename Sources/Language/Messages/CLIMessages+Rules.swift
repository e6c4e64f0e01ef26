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
      + " " + next(possible.map { step($0, machine: machine) })
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
      language(
        sv: "Den nya tiden behöver ligga framåt i tiden: ange en senare.",
        en: "The new time must lie ahead: give a later one.")
    case "beforeDeadline":
      language(
        sv: "Tidsgränsen för rapporter har passerat. Samordnaren kan ge en ny med »est cycle reopen«.",
        en: "The deadline for reports has passed. The coordinator can set a new one with “est cycle reopen”.")
    case "pictureExists":
      language(
        sv: "Det finns ingen lägesbild än. Samordnaren gör en med »est cycle compile«.",
        en: "There is no picture yet. The coordinator makes one with “est cycle compile”.")
    case "pictureNamed":
      language(
        sv: "Den versionen av lägesbilden finns inte. Se »est picture list«.",
        en: "There is no such version of the picture. See “est picture list”.")
    case "pictureAdopted":
      language(
        sv: "Ingen version av lägesbilden är fastställd. Samordnaren fastställer en med »est meeting adopt«.",
        en: "No version of the picture is adopted. The coordinator adopts one with “est meeting adopt”.")
    case "outcomeWritten":
      language(
        sv:
          "Mötet har varken prioriteringar eller beslut. Skriv dem med »est meeting prioritise« och »est meeting decide«, eller ange --because.",
        en:
          "The meeting has neither priorities nor decisions. Write them with “est meeting prioritise” and “est meeting decide”, or give --because."
      )
    case "nextMeetingPassed":
      language(
        sv:
          "Nästa periods möte är inte än: till dess kan mötet hållas, eller perioden hoppas över med »est cycle skip«.",
        en:
          "The next period's meeting is still ahead: until then it can be held, or skipped with “est cycle skip”."
      )
    case "criteriaScored":
      language(
        sv: "Inget kriterium är bedömt. Ange poäng från 0 till 3 med --score.",
        en: "No criterion is scored. Give scores from 0 to 3 with --score.")
    case "directCauseWithEvidence":
      language(
        sv:
          "Analysen har ingen direkt orsak med belägg. Lägg till med »est analysis evidence« och »est analysis cause«.",
        en:
          "The analysis has no direct cause with evidence. Add with “est analysis evidence” and “est analysis cause”."
      )
    case "bothSignedSameVersion":
      language(
        sv:
          "Samordnare och kommunpolis behöver båda skriva under samma version, var för sig, med »est analysis sign«.",
        en: "Coordinator and police lead must each sign the same version with “est analysis sign”.")
    case "decidedActionNamesCause":
      language(
        sv:
          "Ingen beslutad åtgärd nämner en orsak. Föreslå och besluta en med »est action propose« och »est action decide«.",
        en:
          "No decided action names a cause. Propose and decide one with “est action propose” and “est action decide”."
      )
    case "actionsEnded":
      language(
        sv:
          "Alla åtgärder behöver vara gjorda eller avbrutna, med »est action finish« eller »est action cancel«.",
        en: "Every action must be done or cancelled, with “est action finish” or “est action cancel”.")
    case "actionDone":
      language(
        sv:
          "Minst en åtgärd behöver vara gjord, med »est action finish«. Är alla avbrutna: »est problem give-up«.",
        en:
          "At least one action must be done, with “est action finish”. If all are cancelled: “est problem give-up”."
      )
    case "everyActionCancelled":
      language(
        sv: "Någon åtgärd är gjord: följ upp i stället med »est problem begin-evaluation«.",
        en: "An action is done: evaluate instead with “est problem begin-evaluation”.")
    case "effectJudged":
      language(
        sv: "Varje gjord åtgärd behöver vara utvärderad. Gör det med »est action evaluate«.",
        en: "Every action done must be evaluated. Do so with “est action evaluate”.")
    case "resultAndLesson":
      language(
        sv: "Resultat och lärdom behöver vara skrivna: --result och --lesson.",
        en: "Result and lesson must be written: --result and --lesson.")
    case "answerIsDismissal":
      language(
        sv: "Svaret är inget avslag: det ges med --dismiss.",
        en: "The answer is no dismissal: give one with --dismiss.")
    case "namesCause":
      language(
        sv: "En planerad åtgärd behöver nämna minst en orsak ur analysen, med --cause.",
        en: "An action of the plan must name at least one cause of the analysis, with --cause.")
    case "hasOwner":
      language(
        sv: "Ange ägare, organisation och funktion, med --owner och --function.",
        en: "Name the owner, organisation and function, with --owner and --function.")
    case "hasDueDate":
      language(sv: "Ange när den ska vara klar med --due.", en: "Say when it is due with --due.")
    case "hasGoal": language(sv: "Ange ett mål med --goal.", en: "Give a goal with --goal.")
    case "hasBaseline":
      language(
        sv: "Ett utgångsläge behövs innan åtgärden startar: --baseline, eller --no-baseline-because.",
        en: "A baseline is needed before the action starts: --baseline, or --no-baseline-because.")
    case "hasExpectedEffect":
      language(
        sv: "Ange när effekten väntas med --expected-effect.",
        en: "Say when the effect is expected with --expected-effect.")
    case "hasFollowUp":
      language(
        sv: "Ange datum för uppföljning med --follow-up.", en: "Give a date of follow-up with --follow-up.")
    case "hasColour":
      language(
        sv: "Ange färg, grön, gul eller röd, med --colour.",
        en: "Give a colour, green, yellow or red, with --colour.")
    case "hasResult": language(sv: "Ange resultatet med --result.", en: "Give the result with --result.")
    case "hasLesson": language(sv: "Ange lärdomen med --lesson.", en: "Give the lesson with --lesson.")
    default: unmet(instrument: name)
    }
  }

  /// A rule that the database itself keeps, by its name there.
  public func databaseRule(_ name: String) -> String {
    databaseRuleInWords(name)
      ?? language(sv: "Databasen säger nej: regeln \(name).", en: "The database refuses: the rule \(name).")
  }

  // MARK: Rules of the product

  public var noOpenPeriod: String {
    language(
      sv: "Ingen period samlar in rapporter för den tiden. Samordnaren öppnar en med »est cycle open« eller "
        + "»est cycle reopen«.",
      en: "No period collects reports for that time. The coordinator opens one with “est cycle open” or "
        + "“est cycle reopen”.")
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
    language(
      sv: "Rapporten är redan granskad eller återtagen. En rättelse görs med »est incident amend«.",
      en: "The report is reviewed or withdrawn already. It is corrected with “est incident amend”.")
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
  public var annexForAuthorities: String {
    language(
      sv: "Bilagan är bara för dem i gruppen som företräder polisen eller kommunen.",
      en: "The annex is only for those in the group who act for the police or the municipality.")
  }
  public func annexMissing(version: Int) -> String {
    language(
      sv: "Version \(version) av lägesbilden har ingen bilaga: den är äldre än bilagorna.",
      en: "Version \(version) of the picture has no annex: it is older than annexes are.")
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
      sv:
        "Problemet analyseras inte nu: analysen är inte påbörjad (»est analysis start«), eller underskriven av båda "
        + "(»est analysis reopen«).",
      en:
        "The problem is not being analysed: its analysis is not begun (“est analysis start”), or signed by both "
        + "(“est analysis reopen”).")
  }
  public func noEffectPlan(_ action: String) -> String {
    language(
      sv:
        "Ingen har sagt vad effekten av Å \(action) ska bedömas efter. Gör det med »est effect plan \(action)«.",
      en:
        "Nobody has said by what the effect of A \(action) is judged. Say it with “est effect plan \(action)”."
    )
  }
  public func actionNotStarted(_ action: String) -> String {
    language(
      sv: "Å \(action) har inte börjat, så det finns ingen effekt att bedöma än.",
      en: "A \(action) has not started, so there is no effect to judge yet.")
  }
  public var areaHasOnePlace: String {
    language(
      sv: "Ett område är antingen det där åtgärden görs eller ett som det jämförs med, inte båda.",
      en: "An area is either the one of the action or one that it is compared with, not both.")
  }
  public func problemOver(_ number: String) -> String {
    language(
      sv: "Problemet \(number) är avslutat. Det tas upp igen med »est problem recur«.",
      en: "The problem \(number) is over. It is taken up again with “est problem recur”.")
  }
}
