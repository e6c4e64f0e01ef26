import EST

extension Overview {
  /// Pure, so that the same input gives the same overview on any machine.
  public static func compile(_ input: OverviewInput) -> Overview {
    let tally = Tally(input.picture)
    let sums = tally.sums { $0.area }
    var areas = input.picture.areas.map { area in
      let counts = sums[area.id] ?? tally.zero
      let score = input.scores[area.id]
      return Area(
        name: area.name, counts: counts, versusLastYear: tally.versusLastYear(counts), need: score?.need,
        influence: score?.influence, reason: score?.reason, isPriority: false,
        openProblems: input.openProblems[area.id] ?? 0)
    }
    areas = areas.stablySorted { ($0.product ?? -1, $0.need ?? -1) > ($1.product ?? -1, $1.need ?? -1) }
    // What needs nothing, or cannot be influenced, is not put first to fill a number.
    for index in areas.indices.prefix(input.priorities) where (areas[index].product ?? 0) > 0 {
      areas[index].isPriority = true
    }
    return Overview(
      picture: SituationPicture.compile(input.picture), areas: areas, actions: input.actions,
      wheelYears: input.wholeYears, wheel: wheel(input))
  }
}
