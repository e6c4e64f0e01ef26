/// Evidence, causes by the fishbone's three bones, the chain of events, and who signed.
extension CaseworkMessages {
  public var analysis: String { language(sv: "Orsaker", en: "Causes") }
  public func analysisVersion(_ version: Int) -> String {
    language(sv: "Orsaksanalys, version \(version)", en: "Root-cause analysis, version \(version)")
  }
  public var noAnalysis: String { language(sv: "Ingen orsaksanalys än.", en: "No root-cause analysis yet.") }
  public var situation: String { language(sv: "Problemet", en: "The problem") }
  public var leftOut: String { language(sv: "Utelämnat", en: "Left out") }
  public var evidence: String { language(sv: "Belägg", en: "Evidence") }
  public var chain: String { language(sv: "Händelsekedja", en: "Chain of events") }
  public var signatures: String { language(sv: "Underskrifter", en: "Signatures") }
  public var unsigned: String { language(sv: "ingen än", en: "none yet") }
  public func bone(_ name: String) -> String {
    switch name {
    case "exposed": language(sv: "Offer eller utsatt", en: "The exposed")
    case "offender": language(sv: "Gärningsperson", en: "The offender")
    case "place": language(sv: "Objekt och plats", en: "Object and place")
    default: name
    }
  }
  public var noCause: String { language(sv: "ingen orsak nämnd", en: "no cause named") }
  /// How well a cause is supported, and whether it can be influenced: what stands after its text.
  public func support(evidence: Int?, strength: String, influence: String) -> String {
    let strength =
      switch strength {
      case "strong": language(sv: "starkt", en: "strongly")
      case "some": language(sv: "någorlunda", en: "fairly")
      case "weak": language(sv: "svagt", en: "weakly")
      default: strength
      }
    let influence =
      switch influence {
      case "yes": language(sv: "går att påverka", en: "can be influenced")
      case "partly": language(sv: "går delvis att påverka", en: "can be influenced in part")
      case "no": language(sv: "går inte att påverka", en: "cannot be influenced")
      default: influence
      }
    let support =
      evidence.map {
        language(sv: "\(strength) belagd (belägg \($0))", en: "\(strength) supported (evidence \($0))")
      } ?? language(sv: "utan belägg", en: "without evidence")
    return "\(support), \(influence)"
  }
  public func part(_ name: String, _ number: Int) -> String {
    switch name {
    case "evidence": language(sv: "Belägg \(number)", en: "Evidence \(number)")
    case "cause": language(sv: "Orsak \(number)", en: "Cause \(number)")
    case "chain_step": language(sv: "Steg \(number)", en: "Step \(number)")
    default: "\(name) \(number)"
    }
  }
  public func edited(_ what: String?, version: Int, signaturesFell: Bool) -> String {
    let what = what ?? situation
    let sentence = language(
      sv: "\(what): sparat i version \(version).", en: "\(what): saved in version \(version).")
    guard signaturesFell else { return sentence }
    return sentence + " "
      + language(
        sv: "Den förra var underskriven; den här behöver båda skriva under på nytt.",
        en: "The one before was signed; this one needs both signatures anew.")
  }
  public func removed(_ what: String, version: Int) -> String {
    language(sv: "\(what): borttaget ur version \(version).", en: "\(what): taken out of version \(version).")
  }
  public func signed(_ number: String, isComplete: Bool) -> String {
    isComplete
      ? language(
        sv: "\(problem(number)): båda har skrivit under, orsakerna är analyserade.",
        en: "\(problem(number)): both have signed, the causes are analysed.")
      : language(
        sv: "\(problem(number)): underskriven. Den andra underskriften återstår.",
        en: "\(problem(number)): signed. The other signature remains.")
  }
}
