import ArgumentParser
import Workflow

/// What a file says of who may have it.
struct SharingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Vilka filen är till; annars de som klassen är till för.", valueName: "mottagare"))
  var recipients: String?

  @Option(
    help: ArgumentHelp(
      "Den rättsliga grunden; annars den som är inställd för klassen.", valueName: "grund"))
  var ground: String?

  var request: SharingRequest { SharingRequest(recipients: recipients, ground: ground) }
}
