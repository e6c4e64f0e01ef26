extension Language {
  /// The words for the states of every machine.
  public var machines: MachineMessages { MachineMessages(language: self) }
}

/// Where an instance of any machine is, in a word or two. Machines and states by their own names; one that is not known
/// here is shown as it is.
public struct MachineMessages: Sendable {
  let language: Language

  public func state(_ name: String, of machine: String) -> String {
    switch machine {
    case "cycle": language.cycles.shortState(name)
    case "problem": language.casework.problemState(name)
    case "action": language.casework.actionState(name)
    case "agreement": agreement(name)
    case "promiseSet": promises(name)
    case "safetyWalk": walk(name)
    case "statutoryPicture": statutory(name)
    default: name
    }
  }

  private func agreement(_ state: String) -> String {
    switch state {
    case "draft": language(sv: "utkast", en: "draft")
    case "signed": language(sv: "undertecknad", en: "signed")
    case "inForce": language(sv: "gäller", en: "in force")
    case "prolonged": language(sv: "gäller tills vidare", en: "in force until further notice")
    case "replaced": language(sv: "ersatt", en: "replaced")
    case "terminated": language(sv: "uppsagd", en: "terminated")
    case "withdrawn": language(sv: "återtagen", en: "withdrawn")
    default: state
    }
  }

  private func promises(_ state: String) -> String {
    switch state {
    case "draft": language(sv: "utkast", en: "draft")
    case "dialogue": language(sv: "i dialog", en: "in dialogue")
    case "adopted": language(sv: "antagna", en: "adopted")
    case "active": language(sv: "gäller", en: "active")
    case "prolonged": language(sv: "förlängda", en: "prolonged")
    case "ended": language(sv: "avslutade", en: "ended")
    case "followedUp": language(sv: "uppföljda", en: "followed up")
    case "withdrawn": language(sv: "återtagna", en: "withdrawn")
    default: state
    }
  }

  private func walk(_ state: String) -> String {
    switch state {
    case "planned": language(sv: "planerad", en: "planned")
    case "preMeeting": language(sv: "förmöte hållet", en: "pre-meeting held")
    case "walked": language(sv: "genomförd", en: "held")
    case "reported": language(sv: "rapporterad", en: "reported")
    case "followedUp": language(sv: "uppföljd", en: "followed up")
    case "cancelled": language(sv: "inställd", en: "cancelled")
    default: state
    }
  }

  private func statutory(_ state: String) -> String {
    switch state {
    case "due": language(sv: "ska göras", en: "due")
    case "drafting": language(sv: "påbörjad", en: "being drafted")
    case "adopted": language(sv: "antagen", en: "adopted")
    case "followedUp": language(sv: "uppföljd", en: "followed up")
    default: state
    }
  }
}
