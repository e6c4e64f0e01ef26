import ArgumentParser
import EST
import Foundation
import Logging

enum LogFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, json
}

/// The worker's log on standard error: a line an event, for a person who looks or for a collector of logs.
struct WorkerLog: LogHandler {
  let format: LogFormat
  let console: Console
  let clock: @Sendable () -> Instant
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel = Logger.Level.info

  init(
    _ format: LogFormat, _ console: Console,
    clock: @escaping @Sendable () -> Instant = {
      Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
  ) {
    self.format = format
    self.console = console
    self.clock = clock
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
    if let error = event.error { all["error"] = "\(error)" }
    let members = all.sorted { $0.key < $1.key }.map {
      JSON.Member(key: $0.key, value: .string("\($0.value)"))
    }
    let time = clock().rfc3339(in: .stockholm)
    switch format {
    case .json:
      let head: [JSON.Member] = [
        .init(key: "time", value: .string(time)), .init(key: "level", value: .string(event.level.rawValue)),
        .init(key: "message", value: .string(event.message.description)),
      ]
      console.writeError(JSON.object(head + members).line + "\n")
    case .text:
      let words =
        [time, event.level.rawValue, event.message.description]
        + all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      console.writeError(TerminalText.safe(words.joined(separator: " ")) + "\n")
    }
  }
}
