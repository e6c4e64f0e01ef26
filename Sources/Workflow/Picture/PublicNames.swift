import Disclosure
import EST
import Persistence
import Picture

/// What the rows and columns of the public's table are, and what people call them.
struct PublicNames {
  /// Codes and identifiers are never these.
  private static let whole = "*"
  private static let unknown = "?"

  private let division: PublicDivision
  private let areas: [AreaID: PublicDivision.Area]
  /// Where each area's reports are counted.
  private let partOfArea: [AreaID: String]
  private let ordinary: [Category]
  private let personal: [Category]

  /// - Parameters:
  ///   - known: the categories of every list there has been, the newest first.
  ///   - counted: those that have reports.
  ///   - current: the list in force, whose main categories are told of even without reports.
  init(
    division: PublicDivision, areas: [PublicDivision.Area], known: [Category], counted: Set<CategoryCode>,
    current: CategoryList, sensitive: SensitiveCategories
  ) {
    self.division = division
    self.areas = Dictionary(areas.map { ($0.id, $0) }) { first, _ in first }
    partOfArea = Dictionary(
      division.parts.flatMap { part in part.areas.map { ($0, part.key) } }
    ) { first, _ in first }
    // Sensitive by one of its names in any list is sensitive.
    let hidden = Set(known.filter(sensitive.contains).map(\.code))
    func isHidden(_ code: CategoryCode) -> Bool {
      hidden.contains(code) || hidden.contains(CategoryCode(main: code.main))
    }
    var seen: Set<CategoryCode> = []
    let inUse = current.categories.map(\.code) + counted.sorted()
    let leaves = inUse.map { PublicNames.leaf($0, isHidden) }.filter {
      $0.main != CategoryList.comingEvent && seen.insert($0).inserted
    }
    func named(_ code: CategoryCode) -> Category {
      known.first { $0.code == code }
        ?? Category(code: code, swedish: code.description, english: code.description)
    }
    ordinary = leaves.filter { !isHidden($0) }.map(named)
    personal = leaves.filter(isHidden).map(named)
    leafOf = { PublicNames.leaf($0, isHidden) }
  }

  private let leafOf: (CategoryCode) -> CategoryCode

  /// Sub-types are counted with their main category, but for a sensitive one, which is in no sum.
  private static func leaf(_ code: CategoryCode, _ isHidden: (CategoryCode) -> Bool) -> CategoryCode {
    let main = CategoryCode(main: code.main)
    return code.subtype != nil && isHidden(code) && !isHidden(main) ? code : main
  }

  var sensitive: Set<String> { Set(personal.map { "\($0.code)" }) }

  /// - Throws: `Hierarchy.Invalid`, which two areas of one identifier would be.
  func table(_ counts: [PublicReader.Count], months: Range<Int>) throws -> CountTable {
    let areaLeaves = division.parts.isEmpty ? [] : division.parts.map(\.key) + [Self.unknown]
    let areaTree = try Hierarchy(total: Self.whole, parts: areaLeaves)
    let categoryTree = try Hierarchy(
      total: Self.whole, parts: (ordinary + personal).map { "\($0.code)" })
    let rows = Dictionary(uniqueKeysWithValues: areaTree.leaves.enumerated().map { ($1, $0) })
    let columns = Dictionary(uniqueKeysWithValues: categoryTree.leaves.enumerated().map { ($1, $0) })
    var cells = Array(repeating: 0, count: rows.count * months.count * columns.count)
    for count in counts {
      let part = areaLeaves.isEmpty ? Self.whole : count.area.flatMap { partOfArea[$0] } ?? Self.unknown
      guard let row = rows[part], let column = columns["\(leafOf(count.category))"] else { continue }
      cells[(row * months.count + count.month) * columns.count + column] += count.reports
    }
    return CountTable(areas: areaTree, categories: categoryTree, months: months, counts: cells)
  }

  /// The columns of a period, each with its name in the table.
  func columns(ofYear isYear: Bool) -> [(key: String, category: PublicPicture.Category)] {
    func column(_ category: Category, _ isSensitive: Bool) -> (String, PublicPicture.Category) {
      (
        "\(category.code)",
        PublicPicture.Category(
          code: category.code, swedish: category.swedish, english: category.english, isSensitive: isSensitive)
      )
    }
    let all = PublicPicture.Category(
      code: nil, swedish: "alla kategorier", english: "all categories", isSensitive: false)
    return [(Self.whole, all)] + ordinary.map { column($0, false) }
      + (isYear ? personal.map { column($0, true) } : [])
  }

  /// The rows, each with its name in the table.
  var rows: [(key: String, kind: PublicPicture.Area.Kind, names: [String], population: Int?)] {
    guard !division.parts.isEmpty else { return [(Self.whole, .municipality, [], nil)] }
    return [(Self.whole, .municipality, [], nil)]
      + division.parts.map { part in
        let known = part.areas.compactMap { areas[$0] }
        return (part.key, .area, known.map(\.name), known.reduce(0) { $0 + ($1.population ?? 0) })
      } + [(Self.unknown, .unknown, [], nil)]
  }
}

extension PublicPicture {
  /// The only way to one: from a release, whose suppression has been proved.
  init(
    _ release: Release, of period: PublicPeriod, version: Int, municipality: Municipality,
    released: LocalDate, names: PublicNames, auditedWith: Int
  ) {
    struct Place: Hashable {
      let area: String
      let category: String
    }
    let cells = Dictionary(
      uniqueKeysWithValues: release.published.cells.map {
        (Place(area: $0.area, category: $0.category), $0.content)
      })
    let columns = names.columns(ofYear: period.kind == .year)
    self.init(
      provenance: municipality.provenance == .sample ? .sample : .real, municipality: municipality.code,
      municipalityName: municipality.name, period: period, version: version, released: released,
      protection: Protection(
        threshold: release.rule.threshold, least: release.least, width: Int(release.rule.width),
        rounding: release.rule.rounding ?? 1, leastPopulation: PublicDivision.leastPopulation,
        auditedWith: auditedWith),
      categories: columns.map(\.category),
      areas: names.rows.map { row in
        Area(
          kind: row.kind, names: row.names, population: row.population,
          counts: columns.map { column in
            switch cells[Place(area: row.key, category: column.key)] {
            case .count(let count): .shown(count)
            case .suppressed: .suppressed
            case nil: nil
            }
          })
      })
  }
}
