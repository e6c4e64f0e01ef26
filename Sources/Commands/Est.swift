import ArgumentParser

/// `est`: nouns first, then verbs.
public struct Est: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "est",
    abstract: "Effektiv samordning för trygghet: rapporter, lägesbild, möte, orsaker, åtgärder, uppföljning.",
    discussion: """
      Utan angiven databas arbetar est mot ett eget privat PostgreSQL-kluster.

      Exempel:
        est setup --trial
        est status
        est kommun ny --code 2480 --name Umeå

      Fel och slutstatus: est help errors, est help exit-codes
      """,
    version: Version.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Kom igång", subcommands: [Demo.self, Setup.self, StatusCommand.self, WhoAmI.self, CanI.self]),
      CommandGroup(
        name: "Veckan",
        subcommands: [
          IncidentCommand.self, ReportCommand.self, FeedbackCommand.self, CycleCommand.self,
          PictureCommand.self, OverviewCommand.self,
          MeetingCommand.self, ShareCommand.self, RegisterExtractCommand.self,
        ]),
      CommandGroup(
        name: "Problem och åtgärder",
        subcommands: [ProblemCommand.self, AnalysisCommand.self, ActionCommand.self, EffectCommand.self]),
      CommandGroup(name: "Prov", subcommands: [Local.self, Clock.self]),
      CommandGroup(
        name: "Administration",
        subcommands: [
          MunicipalityCommand.self, GroupCommand.self, OrganisationCommand.self, UnitCommand.self,
          ParticipantCommand.self, AreaCommand.self, CategoryCommand.self, HarmCommand.self,
          SettingsCommand.self, RetentionCommand.self,
        ]),
      CommandGroup(
        name: "Insyn",
        subcommands: [MachineCommand.self, LogCommand.self, OutboxCommand.self, TimerCommand.self]),
    ])

  /// Taken before the noun too: `est --json status`.
  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  public init() {}
}

/// The product's version, as `est --version` says it.
public enum Version {
  public static let current = "0.1.0"
}
