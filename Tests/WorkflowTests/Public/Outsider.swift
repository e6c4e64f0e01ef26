import EST
import Foundation
import Picture

@testable import Disclosure

/// Somebody who has kept everything that was ever published, and works out what was suppressed by linear programs of
/// their own: they are made of the published documents, and know nothing of how these were.
struct Outsider {
  /// What there is of reports in a month, by names.
  struct Truth: Sendable {
    let month: Int
    let area: String?
    let category: String
    let count: Int
  }

  /// A document as it was published, and what was true when it was.
  struct Document {
    let picture: PublicPicture
    let period: PublicPeriod
    let truth: [Truth]
    /// What was sensitive when it was published.
    let sensitive: Set<String>

    init(_ content: [UInt8], _ truth: [Truth], sensitive: Set<String>) throws {
      self.sensitive = sensitive
      picture = try JSONDecoder().decode(PublicPicture.self, from: Data(content))
      period = PublicPeriod(picture.period)!
      self.truth = truth
    }

    /// The true count of a row and a column, within some months.
    func count(_ area: PublicPicture.Area, _ category: PublicPicture.Category, _ months: Range<Int>) -> Int {
      let named = Set(picture.areas.flatMap(\.names))
      return truth.filter { fact in
        let isThere =
          switch area.kind {
          case .municipality: true
          case .area: fact.area.map(area.names.contains) ?? false
          case .unknown: !(fact.area.map(named.contains) ?? false)
          }
        let code = CategoryCode(fact.category)
        let apart = [fact.category, code.main].first(where: sensitive.contains)
        let isOfIt =
          if let wanted = category.code?.description {
            wanted == (apart ?? code.main)
          } else {
            apart == nil && code.main != CategoryList.comingEvent
          }
        return isThere && isOfIt && months.contains(fact.month)
      }.reduce(0) { $0 + $1.count }
    }
  }

  /// What the outsider is taken to know beside the documents.
  enum Knowledge {
    /// Every shown count as it was before it was rounded, and which counts were not changed from one document to the
    /// next, shown or not. More than anybody has.
    case everythingShown
    /// Only what stands there; nothing is thought to have been corrected.
    case onlyWhatStands
  }

  private struct Key: Hashable {
    let area: [String]
    let months: Range<Int>
    let category: String
    /// Apart where the counts are: `nil` where nobody thinks that they could be.
    let value: Int?
  }

  private(set) var columns: [[LinearProgram.Entry]] = []
  private var bounds: [(lower: Double, upper: Double)] = []
  private var rows = 0
  private var places: [Key: Int] = [:]
  /// The suppressed counts, with what they truly are.
  private(set) var suppressed: [(place: Int, value: Int)] = []
  /// A count that was shown is no secret afterwards.
  private var shownBefore: Set<Int> = []

  init(_ documents: [Document], _ knowledge: Knowledge) {
    let cuts = Set(documents.flatMap { [$0.period.months.lowerBound, $0.period.months.upperBound] }).sorted()
    for document in documents { read(document, cuts, knowledge) }
  }

  private mutating func read(_ document: Document, _ cuts: [Int], _ knowledge: Knowledge) {
    let (picture, months) = (document.picture, document.period.months)
    let inner = zip(cuts, cuts.dropFirst()).map { $0..<$1 }.filter { months.contains($0.lowerBound) }
    let ordinary = picture.categories.filter { !$0.isSensitive }
    func place(
      _ area: PublicPicture.Area, _ category: PublicPicture.Category, _ months: Range<Int>,
      _ outsider: inout Outsider
    ) -> Int {
      let names =
        switch area.kind {
        case .municipality: ["*"]
        case .area: area.names.sorted()
        case .unknown: ["?"]
        }
      let value = knowledge == .everythingShown ? document.count(area, category, months) : nil
      return outsider.place(
        Key(
          area: names, months: months,
          category: category.code?.description ?? "all but \(document.sensitive.sorted())", value: value))
    }
    let whole = picture.areas[0]
    let parts = picture.areas.dropFirst()
    for stretch in Set(inner + [months]) {
      for area in picture.areas {
        relate(
          place(area, ordinary[0], stretch, &self),
          ordinary.dropFirst().map { place(area, $0, stretch, &self) })
      }
      for category in ordinary where !parts.isEmpty {
        relate(
          place(whole, category, stretch, &self), parts.map { place($0, category, stretch, &self) })
      }
    }
    if inner.count > 1 {
      for area in picture.areas {
        for category in ordinary {
          relate(place(area, category, months, &self), inner.map { place(area, category, $0, &self) })
        }
      }
    }
    let told = picture.areas.flatMap { area in
      zip(picture.categories, area.counts).compactMap { category, count in
        count.map { (place(area, category, months, &self), document.count(area, category, months), $0) }
      }
    }
    let least = Double(picture.protection.least)
    for (place, value, count) in told {
      if count != .suppressed { shownBefore.insert(place) }
      switch count {
      case .suppressed:
        narrow(place, least, .infinity)
        if !shownBefore.contains(place) { suppressed.append((place, value)) }
      case .shown where knowledge == .everythingShown: narrow(place, Double(value), Double(value))
      case .shown(0): narrow(place, 0, 0)
      case .shown(let rounded):
        let (protection, shown) = (picture.protection, Double(rounded))
        narrow(
          place, max(Double(protection.threshold), shown - Double(protection.rounding / 2)),
          shown + Double(protection.rounding / 2))
      }
    }
  }

  private mutating func place(_ key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = columns.count
    columns.append([])
    bounds.append((0, .infinity))
    return columns.count - 1
  }

  private mutating func narrow(_ place: Int, _ lower: Double, _ upper: Double) {
    bounds[place] = (max(bounds[place].lower, lower), min(bounds[place].upper, upper))
  }

  private mutating func relate(_ total: Int, _ parts: [Int]) {
    func add(_ place: Int, _ coefficient: Double) {
      columns[place].append(.init(row: rows, coefficient: coefficient))
    }
    add(total, 1)
    for part in parts { add(part, -1) }
    rows += 1
  }

  struct Finding {
    /// The narrowest interval of a suppressed count; infinite where nothing is suppressed.
    var narrowest = Double.infinity
    /// How many are told within less than five.
    var narrow = 0
    /// How many true counts lie outside what was worked out.
    var misled = 0
  }

  /// - Returns: `nil` where what is known contradicts itself, as it may where corrections are not thought of.
  func workOut() -> Finding? {
    guard bounds.allSatisfy({ $0.lower <= $0.upper }) else { return nil }
    let program = LinearProgram(
      columns: columns, lower: bounds.map(\.lower), upper: bounds.map(\.upper),
      equals: Array(repeating: 0, count: rows))
    var finding = Finding()
    for (place, value) in suppressed {
      program.setCost(1, of: place)
      let lower = program.minimize()
      program.setCost(-1, of: place)
      let upper = program.minimize()
      program.setCost(0, of: place)
      guard case .optimum(let least) = lower else { return nil }
      let most =
        switch upper {
        case .optimum(let negative): -negative
        case .unbounded: Double.infinity
        case .infeasible: least
        }
      finding.narrowest = min(finding.narrowest, most - least)
      if most - least < 5 - 1e-6 { finding.narrow += 1 }
      if Double(value) < least - 1e-6 || Double(value) > most + 1e-6 { finding.misled += 1 }
    }
    return finding
  }
}
