import EST

/// What the world in memory has on record, in lines that the database is asked for too.
struct Snapshot {
  /// What stands now and may be gone later.
  let standing: Set<String>
  /// What is on record and may grow or change its end.
  let records: Set<String>

  init(_ world: MemoryWorld) {
    standing = Set(world.timers.map { "timer \($0.text(in: world))" })
    var records: Set<String> = []
    for row in world.log { records.insert("log \(row.text(in: world))") }
    for refusal in world.refusals { records.insert("refused \(refusal.text(in: world))") }
    for notice in world.notices { records.insert("told \(notice.text(in: world))") }
    for item in world.outbox {
      records.insert("mail \(item.notice.text(in: world)) \(item.state.rawValue) \(item.attempts)")
    }
    for cycle in world.cycles {
      let name = world.name(cycle.instance)
      for (number, picture) in cycle.pictures.enumerated() {
        records.insert("picture \(name) \(number + 1) \(picture.isAdopted ? "adopted" : "draft")")
      }
      for (unit, coverage) in cycle.coverage {
        records.insert("coverage \(name) \(world.cast.units[unit].name) \(coverage.rawValue)")
      }
    }
    for report in world.reports {
      let cycle = report.cycle.map { world.name(world.cycles[$0].instance) } ?? "-"
      records.insert(
        "report \(report.key.uuid.uuidString.lowercased()) \(world.cast.units[report.unit].name) \(cycle)"
          + " \(report.isLate ? "late" : "in time") \(report.review.rawValue)")
    }
    self.records = records
  }
}
