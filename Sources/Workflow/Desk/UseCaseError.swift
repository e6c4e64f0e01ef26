import EST
import Persistence
import StateMachine

/// Why a use case was not carried out. Nothing is half done: its transaction is gone.
public enum UseCaseError: Error, Sendable {
  /// The machine refuses the event: `machine`, `event`, and why.
  case refused(machine: String, Event, Refusal)
  /// One field of what was given cannot be.
  case badField(String, IntakeProblem)
  /// A rule of the product that is no machine's.
  case rule(Rule)
  case store(StoreError)
  /// The caller is no participant of the municipality.
  case notParticipant(login: String)
  /// The caller may not do this at all.
  case notAllowed(needed: [GroupRole])
  /// The caller belongs to several, and must say which.
  case ambiguous(StoreError.Kind, candidates: [String])
  /// `--as` and trial clocks are for the private cluster and for trials.
  case onlyInTrial

  public enum Rule: Sendable, Equatable {
    /// Nothing collects at the moment that the report could count for.
    case noOpenPeriod
    case unitOfAnotherOrganisation
    case periodUnknown(allowed: String)
    case alreadyReviewed
    case amendNothing
    /// More will know of the report than before, and nobody has said why.
    case lowerClassWithoutReason
    /// It is another municipality that shares.
    case shareOfAnother(sender: String)
    case meetingNotOpen
    case pictureUnknown(versions: Int)
    case annexForAuthorities
    case annexMissing(version: Int)
    /// Another version is adopted already; a correction is a new version beside it.
    case alreadyAdopted(version: Int)
    case nameTaken(String)
    case settingUnknown(allowed: String)
    case inThePast
    /// A reminder would come before anybody can report; `allowed` is how many days before the deadline it may be.
    case reminderTooEarly(allowed: Int)
    case signsForNobody
    /// The municipality's administrator and worker stay: nothing goes on without them.
    case participantNeeded(String)
    /// The signature of the actor, or of the actor's role, is on the version already.
    case alreadySigned
    /// The problem is not being analysed: its analysis is not begun, or signed by both.
    case analysisNotOpen
    /// The key has said something else already: a new command needs a key of its own.
    case keyUsed
    /// The problem is resolved or dismissed.
    case problemOver(number: String)
    /// The period is not over for long enough to be made public; `from` is the first day on which it is.
    case publicTooEarly(period: String, from: String)
    /// Nothing was reported, which must not read as nothing having happened.
    case publicWithoutReports(period: String)
    /// However much is suppressed, something could be worked out together with what is out already.
    case publicNotProvable(period: String)
    case publicUnchanged(period: String, version: Int)
    /// Nothing of the period has been made public.
    case notPublic(period: String)
    /// Nobody has said by what the action's effect is to be judged.
    case noEffectPlan(action: String)
    case actionNotStarted(action: String)
    /// An area is the target or what it is compared with, not both.
    case areaHasOnePlace
  }
}
