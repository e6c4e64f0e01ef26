/// What the worker says to people; its log is for operators and in English.
extension CLIMessages {
  public func workerHealth(secondsAgo: Int?) -> String {
    guard let secondsAgo else {
      return language(sv: "Ingen arbetsprocess är igång.", en: "No worker is at work.")
    }
    return language(
      sv: "En arbetsprocess hördes av för \(secondsAgo) sekunder sedan.",
      en: "A worker was heard of \(secondsAgo) seconds ago.")
  }
}
