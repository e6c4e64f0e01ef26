import EST
import Foundation
import Persistence
import Picture

extension Desk {
  /// Reads what a picture counts of reports, where its windows are.
  func readReports(into input: inout PictureInput, _ reader: PictureReader) throws {
    guard let windows = input.windows else { return }
    func counts(_ span: PictureInput.Span, _ window: PictureInput.Window) throws -> [PictureInput.Count] {
      try reader.counts(span, from: window.from, to: window.to)
    }
    let (current, ahead) = (windows.current, windows.ahead)
    input.counts =
      try counts(.current, current) + counts(.previous, windows.previous)
      + counts(.lastYear, windows.lastYear)
    input.history = try history(to: input.period.last, reader, zone: input.zone)
    input.unreviewed = try reader.unreviewed(from: current.from, to: current.to)
    let margins = try reader.margins(from: current.from, to: current.to)
    input.rejected = margins.rejected
    input.withdrawn = margins.withdrawn
    input.late = margins.late
    if let since = windows.lateSince {
      input.lateFromEarlierPeriods = try reader.lateFromEarlier(before: current.from, since: since)
    }
    input.comingEvents = try reader.comingEvents(from: ahead.from, to: ahead.to, zone: input.zone)
  }

  /// The weeks up to that of a day, from the group's first report on.
  private func history(to lastDay: LocalDate, _ reader: PictureReader, zone: ZoneRules) throws
    -> PictureInput.History
  {
    guard let first = try reader.firstReport() else { return PictureInput.History() }
    func midnight(_ day: LocalDate) -> Instant { zone.planned(LocalDateTime(day, LocalTime(secondOfDay: 0))) }
    let last = ISOWeek(containing: lastDay).start
    let oldest = max(
      last + -7 * (PictureInput.History.weeks - 1), ISOWeek(containing: zone.local(first).date).start)
    guard oldest <= last else { return PictureInput.History() }
    let weeks = stride(from: 0, through: last - oldest, by: 7).map { oldest + $0 }
    return try reader.history(of: weeks, midnight: midnight)
  }
}

extension NewInputs {
  init(_ input: PictureInput) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(
      surroundings: [UInt8](try encoder.encode(input)), reportBytes: input.reportBytes,
      reports: input.reportCount)
  }
}
