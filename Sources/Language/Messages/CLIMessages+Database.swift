/// What the database itself refuses, from psql as from anywhere, by the name of its rule there.
extension CLIMessages {
  /// `nil` for a rule that no command runs into: it is told by its name.
  func databaseRuleInWords(_ name: String) -> String? {
    switch name {
    case "concluded_has_adopted_picture": unmet(guard: "pictureAdopted")
    case "picture_is_frozen":
      language(
        sv: "En version av lägesbilden ändras aldrig. Gör en ny med »est cycle recompile«.",
        en: "A version of the picture never changes. Make a new one with “est cycle recompile”.")
    case "annex_is_for_authorities": annexForAuthorities
    case "class_is_lowered_with_reason": lowerClassWithoutReason
    case "share_is_of_what_is_adopted": shareOfWhatIsAdopted
    case "share_receiver_is_known", "share_is_for_another": shareReceiver
    case "share_lasts_a_while": inThePast
    case "share_stands": shareStands
    case "period_is_over":
      language(
        sv: "Perioden är avslutad och det mötet beslutade står fast. Ta upp det på nästa möte.",
        en: "The period is over and what its meeting decided stands. Bring it up at the next meeting.")
    case "one_living_cycle_for_each_period", "one_living_cycle_from_each_day":
      language(sv: "Perioden är redan planerad.", en: "The period is planned already.")
    case "occurrence_stands":
      language(
        sv: "Det som väntades och det som blev av det ändras aldrig i efterhand.",
        en: "What was expected and what became of it never change afterwards.")
    case "disposal_by_worker":
      language(sv: "Bara kommunens arbetsprocess gallrar.", en: "Only the municipality's worker disposes.")
    case "retention_begins_later":
      language(
        sv: "En gallringsfrist börjar gälla tidigast i morgon.",
        en: "A retention period begins tomorrow at the earliest.")
    case "retention_hold_stands":
      language(
        sv: "Ett gallringsstopp står som det är tills det hävs, en gång: »est retention release«.",
        en: "A hold stands as it is until it is released, once: “est retention release”.")
    case "both_signed_same_version": unmet(guard: "bothSignedSameVersion")
    case "decided_action_names_cause": unmet(guard: "decidedActionNamesCause")
    case "plan_action_names_cause": unmet(guard: "namesCause")
    case "baseline_before_start": unmet(guard: "hasBaseline")
    case "evaluated_with_colour_result_lesson":
      language(
        sv: "Färg, resultat och lärdom behövs innan åtgärden är utvärderad: --colour, --result och --lesson.",
        en:
          "Colour, result and lesson are needed before the action is evaluated: --colour, --result and --lesson."
      )
    case "signed_by_two_people":
      language(
        sv: "Analysen skrivs under av två olika personer. Be den andra skriva under.",
        en: "The analysis is signed by two different people. Ask the other one to sign.")
    case "signed_analysis_is_locked":
      language(
        sv: "En underskriven analys ändras inte. Öppna den igen med »est analysis reopen«.",
        en: "A signed analysis does not change. Reopen it with “est analysis reopen”.")
    case "actor_holds_role", "signatory_holds_role":
      language(
        sv: "Du har inte den rollen i gruppen. En administratör ger den med »est participant grant«.",
        en: "You do not hold that role in the group. An administrator grants it with “est participant grant”."
      )
    default: nil
    }
  }
}
