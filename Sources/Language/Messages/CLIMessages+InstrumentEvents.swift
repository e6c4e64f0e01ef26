/// What the events of agreements, promises, safety walks and the statutory picture do to what.
extension CLIMessages {
  func instrument(_ event: String, machine: String) -> Wanted? {
    switch machine {
    case "agreement": agreement(event)
    case "promiseSet": promises(event)
    case "safetyWalk": walk(event)
    case "statutoryPicture": statutory(event)
    default: nil
    }
  }

  private func agreement(_ event: String) -> Wanted? {
    func of(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      Wanted(
        sv: "Överenskommelsen", svDone: done, svDo: `do`, en: "The agreement", enDone: enDone, enDo: enDo)
    }
    switch event {
    case "draft":
      return of("upprättas", "upprätta överenskommelsen", "be drafted", "draft the agreement")
    case "sign":
      return of("skrivas under", "skriva under överenskommelsen", "be signed", "sign the agreement")
    case "takeEffect":
      return of(
        "träda i kraft", "låta överenskommelsen träda i kraft", "take effect", "let the agreement take effect"
      )
    case "warn", "yearlyFollowUp":
      return of("följas upp", "följa upp överenskommelsen", "be followed up", "follow up the agreement")
    case "endDate":
      return of("förlängas", "förlänga överenskommelsen", "be prolonged", "prolong the agreement")
    case "replace": return of("ersättas", "ersätta överenskommelsen", "be replaced", "replace the agreement")
    case "terminate":
      return of("sägas upp", "säga upp överenskommelsen", "be terminated", "terminate the agreement")
    case "withdraw":
      return of("återtas", "återta överenskommelsen", "be withdrawn", "withdraw the agreement")
    default: return nil
    }
  }

  private func promises(_ event: String) -> Wanted? {
    func of(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      Wanted(sv: "Löftena", svDone: done, svDo: `do`, en: "The promises", enDone: enDone, enDo: enDo)
    }
    switch event {
    case "draft", "renew": return of("skrivas", "skriva löftena", "be drafted", "draft the promises")
    case "beginDialogue":
      return of(
        "tas upp i dialog", "ta upp löftena i dialog", "be taken into dialogue",
        "take the promises into dialogue")
    case "adopt": return of("antas", "anta löftena", "be adopted", "adopt the promises")
    case "takeEffect":
      return of("börja gälla", "låta löftena börja gälla", "take effect", "let the promises take effect")
    case "prolong": return of("förlängas", "förlänga löftena", "be prolonged", "prolong the promises")
    case "end": return of("avslutas", "avsluta löftena", "end", "end the promises")
    case "quarter", "year", "followUp":
      return of("följas upp", "följa upp löftena", "be followed up", "follow up the promises")
    case "withdraw": return of("återtas", "återta löftena", "be withdrawn", "withdraw the promises")
    default: return nil
    }
  }

  private func walk(_ event: String) -> Wanted? {
    func of(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      Wanted(
        sv: "Trygghetsvandringen", svDone: done, svDo: `do`, en: "The safety walk", enDone: enDone, enDo: enDo
      )
    }
    switch event {
    case "plan": return of("planeras", "planera vandringen", "be planned", "plan the walk")
    case "holdPreMeeting": return of("förberedas", "hålla förmöte", "be prepared", "hold the pre-meeting")
    case "walk": return of("genomföras", "genomföra vandringen", "be held", "hold the walk")
    case "report": return of("rapporteras", "rapportera vandringen", "be reported", "report the walk")
    case "oneYear", "followUp":
      return of("följas upp", "följa upp vandringen", "be followed up", "follow up the walk")
    case "cancel": return of("ställas in", "ställa in vandringen", "be cancelled", "cancel the walk")
    default: return nil
    }
  }

  private func statutory(_ event: String) -> Wanted? {
    func of(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      Wanted(
        sv: "Den lagstadgade lägesbilden", svDone: done, svDo: `do`, en: "The statutory picture",
        enDone: enDone, enDo: enDo)
    }
    switch event {
    case "schedule": return of("planeras", "planera lägesbilden", "be scheduled", "schedule the picture")
    case "begin": return of("påbörjas", "påbörja lägesbilden", "be begun", "begin the picture")
    case "adopt": return of("antas", "anta lägesbilden", "be adopted", "adopt the picture")
    case "warn", "late":
      return of("påminnas om", "påminna om lägesbilden", "be reminded of", "remind of the picture")
    case "followUp":
      return of("följas upp", "följa upp lägesbilden", "be followed up", "follow up the picture")
    default: return nil
    }
  }
}
