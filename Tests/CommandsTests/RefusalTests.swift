import EST
import Language
import StateMachine
import Testing
import Workflow

@testable import Commands

/// A refusal says why, and what would make it possible, in words that a participant understands.
@Suite struct RefusalTests {
  /// Each condition of each event of each machine, in both languages.
  @Test(arguments: Machines.all.map(\.name), Language.allCases)
  func everyConditionIsSaidInWords(machine: String, language: Language) throws {
    let shape = try #require(Machines.all.first { $0.name == machine })
    for move in shape.moves {
      for name in move.guards {
        let text = language.cli.refused(move.event.description, machine: machine, guard: name)
        #expect(Self.isPlain(text), "\(machine) \(move.event) \(name): \(text)")
        let other = (language == .swedish ? Language.english : .swedish).cli
        #expect(
          text != other.refused(move.event.description, machine: machine, guard: name),
          "\(name) has one language only")
        // The condition has words of its own, and not those for one that nobody knows.
        let unknown = language.cli.unmet(guard: "x").replacing("x", with: name)
        #expect(language.cli.unmet(guard: name) != unknown, "\(name)")
      }
    }
  }

  /// What would cure it is named: a command, an option, or when.
  @Test(arguments: ["cycle", "problem", "action"], Language.allCases)
  func everyConditionSaysWhatWouldCureIt(machine: String, language: Language) throws {
    let shape = try #require(Machines.all.first { $0.name == machine })
    for name in Set(shape.moves.flatMap(\.guards)) where name != "timeAhead" {
      let text = language.cli.unmet(guard: name)
      #expect(text.contains("est ") || text.contains("--"), "\(name): \(text)")
    }
  }

  /// Each event in each state in which it is not possible, and for each role that may not.
  @Test(arguments: Machines.all.map(\.name), Language.allCases)
  func everyOtherRefusalIsSaidInWords(machine: String, language: Language) throws {
    let shape = try #require(Machines.all.first { $0.name == machine })
    var count = 0
    for event in shape.events {
      for state in shape.states where !shape.moves.contains(where: { $0.from == state && $0.event == event })
      {
        let refusal = Failure(
          UseCaseError.refused(machine: machine, event, .notInThisState(state, possible: [])), language.cli)
        #expect(Self.isPlain(refusal.message), "\(event) in \(state): \(refusal.message)")
        count += 1
      }
      let roles = shape.moves.filter { $0.event == event }.flatMap(\.roles)
      let refusal = Failure(
        UseCaseError.refused(machine: machine, event, .notThisRole(allowed: roles)), language.cli)
      #expect(Self.isPlain(refusal.message), "\(event): \(refusal.message)")
    }
    #expect(count > 10)
  }

  @Test func theWayIsTheShortestThatPeopleCanGo() {
    func way(_ state: State, _ event: Event) -> [Event]? {
      Failure.way(from: state, to: event, machine: "cycle")
    }
    #expect(way("planned", "startMeeting") == ["open", "closeCollection", "compile"])
    #expect(way("pictured", "adopt") == ["startMeeting"])
    #expect(way("concluded", "skip") == nil && way("planned", "recompile")?.last == "compile")
  }

  @Test func theSentencesAreThese() {
    func sentence(_ event: Event, _ refusal: Refusal, _ machine: String = "cycle") -> String {
      Failure(UseCaseError.refused(machine: machine, event, refusal), Language.swedish.cli).message
    }
    #expect(
      sentence("conclude", .unmet(guardName: "pictureAdopted"))
        == "Perioden kan inte avslutas: ingen version av lägesbilden är fastställd. Samordnaren fastställer en med "
        + "»est meeting adopt«.")
    #expect(
      sentence("skip", .notInThisState("concluded", possible: []))
        == "Perioden kan inte hoppas över: perioden är avslutad. Det är slutgiltigt.")
    #expect(
      sentence("startMeeting", .notInThisState("planned", possible: []))
        == "Mötet kan inte börja: perioden är inte öppen än. Närmast på vägen dit: öppna perioden (est cycle open)."
    )
    #expect(
      sentence("closeCollection", .notThisRole(allowed: [.worker, .coordinator]))
        == "Inrapporteringen kan inte stängas av dig: det får bara samordnare i gruppen göra. Be någon som är det."
    )
    #expect(
      sentence("takeEffect", .notInThisState("draft", possible: []), "agreement")
        == "Överenskommelsen kan inte träda i kraft: överenskommelsen är i läget »utkast«. Först behöver man skriva "
        + "under överenskommelsen.")
    #expect(
      sentence("vanish", .unknownEvent(possible: ["walk", "cancel"]), "safetyWalk")
        .hasSuffix("Du kan: genomföra vandringen eller ställa in vandringen."))
    #expect(
      sentence("beginAction", .unmet(guardName: "decidedActionNamesCause"), "problem")
        == "Problemet kan inte börja åtgärdas: ingen beslutad åtgärd nämner en orsak. Föreslå och besluta en med "
        + "»est action propose« och »est action decide«.")
  }

  /// One line of whole sentences, without a name that only a program knows.
  private static func isPlain(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    let isCamel = words.contains { word in
      zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }
    return text.hasSuffix(".") && !text.contains("\n") && !isCamel && text.first?.isUppercase == true
      && !text.contains("..")
  }
}
