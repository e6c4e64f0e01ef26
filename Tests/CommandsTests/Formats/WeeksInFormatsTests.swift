import EST
import Foundation
import TestSupport
import Testing
import Workflow

@testable import Commands

/// Random weeks, exported as people export them and read by other hands, say what the database says.
@Suite struct WeeksInFormatsTests {
  @Test(.timeLimit(.minutes(Seed.full ? 90 : 30)))
  func everyFormatSaysWhatTheDatabaseSays() async throws {
    try await MadeUpYear.run(weeks: Seed.full ? 50 : 5) { year in
      let canPrint = await Self.canPrint()
      let formats = "html,xlsx,csv,geojson,json" + (canPrint ? ",pdf" : "")
      let out = year.folder.path + "/out"
      for week in year.weeks {
        await year.shell.done("picture", "export", "--week", "\(week)", "--format", formats, "--out", out)
      }
      let files = ExportedFiles(folder: out, labels: year.weeks.map { "\($0)" })
      try Self.checkJSON(year, files)
      try Self.checkPage(year, files)
      try Self.checkMap(year, files)
      if Tool.isFound("soffice") { try Self.checkTable(year, files) }
      if OpenPyXL.isFound { try Self.checkWorkbook(year, files) }
      if canPrint, Tool.isFound("pdftotext") { try Self.checkPaper(year, files) }
    }
  }

  private static func canPrint() async -> Bool {
    do {
      _ = try await Printer.weasyPrint.pdf("<!DOCTYPE html><title>x</title><p>x")
      return true
    } catch { return false }
  }

  private struct Place: Hashable {
    let category: String
    let area: String?
  }

  private static func byPlace(_ year: MadeUpYear, _ week: ISOWeek) -> [Place: [Int]] {
    year.figures(week) { Place(category: $0.category, area: $0.area) }
  }

  // MARK: The formats

  private static func checkJSON(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    for week in year.weeks {
      let picture = try files.json("\(week)")
      let counts = try #require(picture["counts"] as? [String: Any])
      var found: [MadeUpYear.Key: [Int]] = [:]
      for cell in try #require(counts["cells"] as? [[String: Any]]) {
        let key = MadeUpYear.Key(
          week: "", category: cell["category"] as! String, area: cell["area"] as? String,
          source: cell["source"] as! String)
        found[key] = ExportedFiles.spans(cell["counts"])
      }
      let expected = year.figures(week) {
        MadeUpYear.Key(week: "", category: $0.category, area: $0.area, source: $0.source)
      }
      #expect(found == expected, "\(week), EST_SEED=\(Seed.current)")
      let total = try #require((counts["total"] as? [String: Any])?["counts"])
      #expect(ExportedFiles.spans(total) == year.figures(week) { _ in true }[true] ?? [0, 0, 0], "\(week)")
      let areas = try #require(counts["areas"] as? [[String: Any]])
      let byArea = areas.map {
        ($0["name"] as! String, ExportedFiles.spans(($0["row"] as? [String: Any])?["counts"]))
      }
      #expect(Dictionary(uniqueKeysWithValues: byArea) == year.figures(week) { $0.area }, "\(week)")
    }
  }

  private static func checkPage(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    for week in year.weeks {
      let rows = try files.areaRows("\(week)")
      let expected = year.figures(week) { $0.area }.mapValues { $0[0] }
      let unplaced = year.figures(week) { $0.area == nil ? true : nil }[true]?[0]
      var named = rows.areas
      let rest = named.removeValue(forKey: "Plats endast känd på kommunnivå")
      #expect(named == expected && rest == unplaced, "\(week), EST_SEED=\(Seed.current)")
      #expect(rows.total == (year.figures(week) { _ in true }.isEmpty ? nil : year.total(week)), "\(week)")
    }
  }

  private static func checkMap(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    for week in year.weeks {
      let read = try RFC7946(try files.text("\(week)", "geojson"))
      #expect(read.faults == [], "\(week)")
      let areas = read.features.filter { $0.properties["kind"] as? String == "area" }
      #expect(areas.count == 5 && areas.allSatisfy { !$0.rings.isEmpty })
      let expected = year.figures(week) { $0.area }
      for area in areas {
        let name = try #require(area.properties["area"] as? String)
        #expect(area.properties["reports"] as? Int == expected[name]?[0] ?? 0, "\(week) \(name)")
      }
      // The first has a hole, the second another part.
      let rings = Dictionary(
        uniqueKeysWithValues: areas.map { ($0.properties["area"] as! String, $0.rings.map(\.count)) })
      #expect(rings["Ålidhem"] == [2] && rings["Teg"] == [1, 1])
      guard Tool.isFound("ogr2ogr") else { continue }
      let table = try Tool.run(
        "ogr2ogr", ["-f", "CSV", "/vsistdout/", files.path("\(week)", "geojson"), "-select", "kind,reports"])
      let rows = table.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
      let counted = rows.map { row -> Int in
        row[0] == "hotSpot" ? 0 : Int(String(row[1]).replacing("\"", with: "")) ?? 0
      }
      #expect(counted.reduce(0, +) == year.total(week), "\(week)")
    }
  }

  private static func checkTable(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    let tables = try files.tables()
    for week in year.weeks {
      var found: [Place: [Int]] = [:]
      for row in try #require(tables["\(week)"]) where row[5] != "" {
        let area = row[8].isEmpty ? nil : row[8]
        // The apostrophe keeps a spreadsheet from taking the name for a formula.
        let place = Place(
          category: row[5], area: area?.hasPrefix("'=") == true ? String(area!.dropFirst()) : area)
        for span in 0..<3 { found[place, default: [0, 0, 0]][span] += Int(row[10 + span]) ?? 0 }
      }
      #expect(found == byPlace(year, week), "\(week), EST_SEED=\(Seed.current)")
    }
  }

  private static func checkWorkbook(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    for week in year.weeks {
      let book = try OpenPyXL.read(try files.bytes("\(week)", "xlsx"))
      var found: [Place: [Int]] = [:]
      for row in book.sheets[3].rows.dropFirst() {
        let place = Place(category: try #require(row[0].text), area: row[3].text)
        for span in 0..<3 {
          found[place, default: [0, 0, 0]][span] += row[5 + span].text.flatMap { Int($0) } ?? 0
        }
      }
      #expect(found == byPlace(year, week), "\(week), EST_SEED=\(Seed.current)")
    }
  }

  private static func checkPaper(_ year: MadeUpYear, _ files: ExportedFiles) throws {
    for week in year.weeks where year.total(week) > 0 {
      let lines = try Tool.run("pdftotext", ["-layout", files.path("\(week)", "pdf"), "-"])
        .split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      func isSaid(_ name: String, _ number: Int) -> Bool {
        lines.contains { line in
          line.hasPrefix(name)
            && line.dropFirst(name.count).split(separator: " ").first.map(String.init) == "\(number)"
        }
      }
      for (area, counts) in year.figures(week, by: { $0.area }) {
        #expect(isSaid(area, counts[0]), "\(week): \(area) \(counts[0]), EST_SEED=\(Seed.current)")
      }
      #expect(isSaid("Totalt", year.total(week)), "\(week)")
    }
  }
}
