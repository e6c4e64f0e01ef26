import Analysis
import EST
import Language
import Persistence
import Picture
import StateMachine

extension Desk {
  var effectPlans: EffectPlanStore { EffectPlanStore(session, municipality.code) }

  /// Says by what an action's effect is to be judged. A later plan stands beside the earlier ones, and one that is made
  /// when the action has begun is told apart by that.
  ///
  /// - Parameters:
  ///   - areas: names of areas, by their place in the comparison.
  ///   - categories: codes or names; none means all.
  public func planEffect(
    of action: Action, areas: [EffectPlan.Place: [String]], categories: [String] = [],
    triggerWeeks: Int = EffectPlan.usualTriggerWeeks, longestWeeks: Int? = nil
  ) throws -> StoredEffectPlan {
    let action = try lockedAction(action.id)
    if !isOwner(of: action.fields) { try demand([.coordinator], in: action.group) }
    let plan: EffectPlan
    do {
      plan = try EffectPlan(
        areas: try areas.mapValues { try $0.map(area(named:)) },
        categories: try categories.map(category(named:)), triggerWeeks: triggerWeeks,
        longestWeeks: longestWeeks
      )
    } catch let error as EffectPlan.Invalid {
      throw UseCaseError(error)
    }
    let version = try effectPlans.add(plan, to: action.id, by: actor.id, at: now)
    return StoredEffectPlan(version: version, madeAt: now, plan: plan)
  }

  /// The verdict in words that stay beside the judgement; `nil` where nobody said by what it is judged.
  func verdict(on action: Action) throws -> String? {
    guard try !effectPlans.versions(of: action.id).isEmpty else { return nil }
    return Language.swedish.effect.verdict(try effect(of: action).verdict.rawValue)
  }

  /// What can be said of the action's effect up to now, by its newest plan.
  public func effect(of action: Action) throws -> ActionEffect {
    try demand(GroupRole.allCases, in: action.group)
    guard let stored = try effectPlans.versions(of: action.id).last else {
      throw UseCaseError.rule(.noEffectPlan(action: action.number))
    }
    guard let started = try log.entries(of: action.id.uuid).first(where: { $0.event == "start" })?.at else {
      throw UseCaseError.rule(.actionNotStarted(action: action.number))
    }
    let zone = try zone(of: try group(action.group))
    let plan = stored.plan
    let starts = ISOWeek(containing: zone.local(started).date).start
    let weeks = try weeksOfEffect(around: starts, in: action.group, zone: zone)
    func midnight(_ day: LocalDate) -> Instant { zone.planned(LocalDateTime(day, LocalTime(secondOfDay: 0))) }
    let start = weeks.firstIndex { $0 >= starts } ?? weeks.count
    let reader = EffectReader(session, municipality.code, group: action.group)
    let all = plan.areas.values.flatMap { $0 }
    let counts = try reader.weekly(
      in: all, of: plan.categories, starts: (weeks + (weeks.last.map { [$0 + 7] } ?? [])).map(midnight))
    let list = try categories.current().categories
    var input = EffectInput(
      action: action.number, title: action.fields.title, plan: plan, planVersion: stored.version,
      planned: Moment(stored.madeAt, in: zone), weeks: weeks, start: start, starts: starts, counts: counts,
      names: Dictionary(uniqueKeysWithValues: try areas.all().map { ($0.id, $0.name) }),
      categories: plan.categories.map { code in
        let known = list.first { $0.code == code }
        return .init(
          code: code, swedish: known?.swedish ?? code.description, english: known?.english ?? code.description
        )
      })
    if stored.madeAt > started { input.circumstances.append(.plannedAfterwards) }
    guard start > 0, start < weeks.count else { return .compile(input) }
    let length = min(start, weeks.count - start)
    let before = (from: midnight(weeks[start - length]), to: midnight(starts))
    let after = (from: midnight(starts), to: midnight(weeks[start + length - 1] + 7))
    let changed = try reader.reporters(in: all, before: before, after: after).filter {
      $0.before != $0.after && min($0.before, $0.after) == 0
        && max($0.before, $0.after) >= EffectAnswer.Rule().smallCount
    }
    if !changed.isEmpty { input.circumstances.append(.reportingChanged(by: changed.map(\.organisation))) }
    let others = try reader.otherActions(
      than: action.id, in: plan.areas[.target] ?? [], from: before.from, to: after.to)
    if !others.isEmpty { input.circumstances.append(.otherActions(others)) }
    return .compile(input)
  }

  /// The Mondays of at most three years before the start and of all weeks since, the last one left out whose reports are
  /// still coming in.
  private func weeksOfEffect(around starts: LocalDate, in group: GroupID, zone: ZoneRules) throws
    -> [LocalDate]
  {
    let reader = PictureReader(session, municipality.code, group: group)
    guard let first = try reader.firstReport() else { return [] }
    let oldest = max(ISOWeek(containing: zone.local(first).date).start, starts + -7 * 156)
    let last = ISOWeek(containing: zone.local(now).date).start + -14
    return oldest <= last ? stride(from: 0, through: last - oldest, by: 7).map { oldest + $0 } : []
  }
}

extension UseCaseError {
  init(_ error: EffectPlan.Invalid) {
    switch error {
    case .nothingToCompare: self = .badField("control", .missing)
    case .halfDisplacement: self = .badField("displacement-control", .missing)
    case .areaTwice: self = .rule(.areaHasOnePlace)
    case .triggerWeeks:
      self = .badField("trigger-weeks", .unknownValue(allowed: "0–\(EffectPlan.mostTriggerWeeks)"))
    case .longestWeeks:
      self = .badField("longest", .unknownValue(allowed: "1–\(EffectPlan.mostLongestWeeks)"))
    }
  }
}
