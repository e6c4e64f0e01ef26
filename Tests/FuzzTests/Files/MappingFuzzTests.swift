import EST
import Foundation
import Language
import TestSupport
import Testing

@testable import Commands
@testable import Intake

/// Mapping files, lists of categories, tables of harm: what a municipality sets itself up with.
@Suite struct MappingFuzzTests {
  private static let parts = ["delimiter", "columns", "ignored", "values", "constants", "formats"]
  private static let samples = [
    Array(Mapping.Sample.syntheticIncidents.json),
    Array(
      #"{"delimiter":";","columns":{"Händelsetyp":"category","Starttid":"occurred_from"},"ignored":["Handläggare"],"values":{"category":{"klotter":"vandalism/klotter"}},"constants":{"certainty":"told"},"formats":{"occurred_from":"yyyy-MM-dd HH:mm"}}"#
        .utf8),
  ]
  private static let words =
    (parts + Field.allCases.map(\.rawValue) + ["yyyy", "MM", "dd", "HH", "mm", "ss", "'T'"])
    .map { Array("\"\($0)\"".utf8) }

  @Test func mappings() {
    Fuzz("mapping", sample: 500, full: 40_000).run { random in
      let bytes =
        Bool.random(using: &random)
        ? Mutation.of(Self.samples, words: Self.words, &random) : Self.madeUp(&random)
      do {
        let mapping = try Mapping(json: bytes)
        _ = try Translation(mapping, categories: .default)
        let again = try Mapping(json: try JSONEncoder().encode(mapping))
        guard again == mapping else { throw Flaw("\(again) is not \(mapping)") }
        return .taken
      } catch let flaw as Flaw {
        throw flaw
      } catch {
        try Promise.isKept(by: error)
        return .refused
      }
    }
  }

  static func madeUp(_ random: inout SeededGenerator) -> [UInt8] {
    let fields = Field.allCases.map(\.rawValue)
    let text = MadeUpJSON.object(keys: parts, &random) { part, random in
      switch part {
      case "delimiter": MadeUpJSON.text(random.pick([";", ",", "\t", "|", ";;"]), &random)
      case "formats":
        "{\"occurred_from\":\(MadeUpJSON.text((0..<6).map { _ in random.pick(["yyyy", "MM", "dd", "HH", "mm", "ss", "-", "T", "'", "\r\n", "Y"]) }.joined(), &random))}"
      case "values":
        "{\"category\":\(MadeUpJSON.object(depth: 4, keys: ["klotter"], &random) { _, _ in "\"vandalism\"" })}"
      case "constants", "columns":
        MadeUpJSON.object(depth: 4, keys: [random.pick(fields)], &random) { _, _ in "\"told\"" }
      default: nil
      }
    }
    return Array(text.utf8)
  }

  private static let categorySample = Array(
    #"{"categories":[{"code":"a","swedish":"å","english":"a"},{"code":"a/b","swedish":"b","english":"b","common":"vandalism/klotter","themes":["youth"]}]}"#
      .utf8)

  static func categories(_ random: inout SeededGenerator) -> [UInt8] {
    let keys = ["code", "swedish", "english", "common", "themes"]
    guard Bool.random(using: &random) else {
      return Mutation.of([categorySample], words: keys.map { Array("\"\($0)\":".utf8) }, &random)
    }
    let text = MadeUpJSON.object(keys: ["categories"], &random) { _, random in
      "[" + (0..<2).map { _ in MadeUpJSON.object(depth: 4, keys: keys, &random) }.joined(separator: ",") + "]"
    }
    return Array(text.utf8)
  }

  @Test func categoryLists() {
    Fuzz("categories", sample: 400, full: 30_000).run { random in
      let bytes = Self.categories(&random)
      do {
        let categories = try CategoryFile.read(Data(bytes))
        let list = CategoryList(version: 1, categories: categories)
        for category in categories where !category.code.main.isEmpty {
          guard CategoryCode(category.code.description) == category.code else {
            throw Flaw("\(category.code) is read as \(CategoryCode(category.code.description))")
          }
          _ = list.code(named: category.swedish)
        }
        return .taken
      } catch let flaw as Flaw {
        throw flaw
      } catch {
        try Promise.isKept(by: error)
        return .refused
      }
    }
  }
}
