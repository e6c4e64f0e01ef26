import Analysis
import Foundation
import Picture
import PictureSamples
import TestSupport
import Testing

@testable import Commands
@testable import Export

/// Documents that come back to the product: tables of harm, the worker's journal, exported pictures, heads of the log.
@Suite struct DocumentFuzzTests {
  private static let harm = Array(
    #"{"name":"Skada","version":"1","source":"egen","days":{"vandalism/klotter":1.5,"disorder":0}}"#.utf8)

  static func harmTable(_ random: inout SeededGenerator) -> [UInt8] {
    let keys = ["name", "version", "source", "days"]
    guard Bool.random(using: &random) else {
      return Mutation.of([harm], words: keys.map { Array("\"\($0)\":".utf8) }, &random)
    }
    let text = MadeUpJSON.object(keys: keys, &random) { key, random in
      key == "days"
        ? MadeUpJSON.object(depth: 4, keys: ["vandalism"], &random) { _, random in random.pick(Nasty.numbers)
        } : nil
    }
    return Array(text.utf8)
  }

  @Test func harmTables() {
    Fuzz("harm", sample: 600, full: 40_000).run { random in
      let bytes = Self.harmTable(&random)
      do {
        let weights = try HarmCommand.Import.read(Data(bytes))
        let again = try HarmCommand.Import.read(Data(HarmCommand.json(weights).text.utf8))
        guard again == weights else { throw Flaw("\(weights) is read as \(again)") }
        return .taken
      } catch let flaw as Flaw {
        throw flaw
      } catch {
        try Promise.isKept(by: error)
        return .refused
      }
    }
  }

  private static let journal: [[UInt8]] = [
    #"{"message":"log head","municipality":"2480","number":"17","hash":"9F86D081884C7D65"}"#,
    #"Nov 24 x est-worker: {"MESSAGE":"{\"message\":\"log head\",\"municipality\":\"2480\",\"number\":\"1\",\"hash\":\"aa\"}"}"#,
    "17:9f86d081884c7d65",
  ].map { Array($0.utf8) }

  @Test func journals() {
    let words = ["log head", "{", "\"MESSAGE\":", "\\\"", "\\\\\\\"", "17:"].map { Array($0.utf8) }
    Fuzz("journal", sample: 1_000, full: 60_000).run { random in
      let bytes = Mutation.of(Self.journal, words: words, &random)
      if let witness = Court.witness(String(decoding: bytes, as: UTF8.self)) {
        guard witness.number > 0, (16...64).contains(witness.hash.utf8.count) else {
          throw Flaw("\(witness)")
        }
        return .taken
      }
      return JournalHead(bytes) == nil ? .refused : .taken
    }
  }

  private static let picture = Array(
    try! Export.json(SituationPicture.compile(PictureSamples.firstWeek())).utf8)

  @Test func pictures() {
    let words = ["null", "{}", "[]", "\"\"", "1e999", "-1", "\"2026-W53\"", "\"9999-12-31\""].map {
      Array($0.utf8)
    }
    Fuzz("picture", sample: 40, full: 2_000).run { random in
      let bytes = Mutation.of([Self.picture], words: words, &random)
      guard let picture = try? JSONDecoder().decode(SituationPicture.self, from: Data(bytes)) else {
        return .refused
      }
      // What is read is written, and read as the same.
      let again = try JSONDecoder().decode(SituationPicture.self, from: Data(try Export.json(picture).utf8))
      guard again == picture else { throw Flaw("another picture") }
      return .taken
    }
  }
}
