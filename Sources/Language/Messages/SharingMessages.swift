extension Language {
  /// What a file says of who may have it.
  public var sharing: SharingMessages { SharingMessages(language: self) }
}

public struct SharingMessages: Sendable {
  let language: Language

  public var label: String { language(sv: "Klass", en: "Class") }
  public var recipients: String { language(sv: "Mottagare", en: "Recipients") }
  public var ground: String { language(sv: "Rättslig grund", en: "Legal ground") }
  /// The heads of the columns of a table.
  public var columns: [String] {
    [
      language(sv: "klass", en: "class"), language(sv: "mottagare", en: "recipients"),
      language(sv: "rättslig_grund", en: "legal_ground"),
    ]
  }

  /// - Parameter reportClass: its word in the product.
  public func name(_ reportClass: String) -> String {
    switch reportClass {
    case "open": language(sv: "öppen", en: "open")
    case "shared": language(sv: "delad i EST-gruppen", en: "shared in the EST group")
    case "authority-only": language(sv: "bara för polis och kommun", en: "police and municipality only")
    default: reportClass
    }
  }

  // MARK: What stands where nothing else was said

  public func usualRecipients(_ reportClass: String, group: String?) -> String {
    switch reportClass {
    case "open": language(sv: "allmänheten", en: "the public")
    case "authority-only":
      language(
        sv: "polis och kommun\(group.map { " i EST-gruppen \($0)" } ?? "")",
        en: "police and municipality\(group.map { " in the EST group \($0)" } ?? "")")
    default:
      group.map { language(sv: "EST-gruppen \($0)", en: "the EST group \($0)") }
        ?? language(sv: "kommunens EST-grupper", en: "the municipality's EST groups")
    }
  }

  public func usualGround(_ reportClass: String) -> String {
    switch reportClass {
    case "open":
      language(
        sv: "samordnarens beslut om offentliggörande, efter röjandekontroll",
        en: "the coordinator's decision to release, after disclosure control")
    case "authority-only":
      language(
        sv: "sekretessbrytande bestämmelse i offentlighets- och sekretesslagen (2009:400) 10 kap.",
        en: "a provision in chapter 10 of the Public Access to Information and Secrecy Act (2009:400)")
    default:
      language(
        sv: "samverkan enligt gruppens överenskommelse, sammanställt utan personuppgifter",
        en: "cooperation under the group's agreement, compiled without personal data")
    }
  }

  public var registered: String {
    language(sv: "den som har begärt registerutdraget", en: "whoever asked for the extract")
  }
  public var rightOfAccess: String {
    language(
      sv: "den registrerades rätt till tillgång, dataskyddsförordningen (EU) 2016/679 artikel 15",
      en: "the data subject's right of access, Regulation (EU) 2016/679, article 15")
  }
  public func sharedUntil(_ ground: String, _ day: String) -> String {
    language(sv: "\(ground); delad till och med \(day)", en: "\(ground); shared through \(day)")
  }
  public func municipality(_ code: String) -> String {
    language(sv: "kommun \(code)", en: "municipality \(code)")
  }
}
