import Foundation
import TestSupport
import Testing

/// Something is wrong with what came of an input.
struct Flaw: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What a parser made of an input.
enum Outcome { case taken, refused }

/// Gives a parser inputs made at random, each from a number of its own, so that any of them can be made again.
///
/// `EST_SEED=1 EST_FUZZ=csv:4711` repeats input 4711 of the fuzzer `csv` alone. What traps ends the process, and the
/// numbers that were at work are printed on the way out.
struct Fuzz {
  let name: String
  /// How many inputs: a sample, and where the full run was asked for.
  let count: Int

  init(_ name: String, sample: Int, full: Int) {
    self.name = name
    count = Seed.full ? full : sample
  }

  /// - Parameter judge: makes an input, has it read, and throws a `Flaw` where what came of it breaks a promise. Any
  ///   other error is one that nobody has promised.
  func run(_ judge: (inout SeededGenerator) throws -> Outcome) {
    var tally = Tally(name: name)
    for number in numbers {
      let slot = LastWords.begin(name, number)
      defer { LastWords.end(slot) }
      var random = generator(number)
      guard tally.add(number, { try judge(&random) }) else { break }
    }
    tally.tell()
  }

  /// The same for what waits, such as a command that asks a database.
  func run(
    isolation: isolated (any Actor)? = #isolation, _ judge: (inout SeededGenerator) async throws -> Outcome
  ) async {
    var tally = Tally(name: name)
    for number in numbers {
      let slot = LastWords.begin(name, number)
      defer { LastWords.end(slot) }
      var random = generator(number)
      let start = ContinuousClock.now
      let result: Result<Outcome, any Error>
      do { result = .success(try await judge(&random)) } catch { result = .failure(error) }
      guard tally.add(number, since: start, { try result.get() }) else { break }
    }
    tally.tell()
  }

  private var numbers: Range<Int> {
    guard let asked = ProcessInfo.processInfo.environment["EST_FUZZ"] else { return 0..<count }
    let parts = asked.split(separator: ":")
    guard parts.count == 2, parts[0] == name, let number = Int(parts[1]) else { return 0..<0 }
    return number..<(number + 1)
  }

  /// A generator for one input: no other input of any fuzzer draws the same.
  private func generator(_ number: Int) -> SeededGenerator {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixer = Seed.generator(hash &+ UInt64(number))
    return SeededGenerator(state: mixer.next())
  }
}

/// What came of a fuzzer's inputs.
private struct Tally {
  let name: String
  private var taken = 0
  private var refused = 0
  private var flaws = 0
  private var slowest = (number: 0, time: Duration.zero)

  private static let mostFlaws = 5

  init(name: String) { self.name = name }

  /// - Returns: whether to go on.
  mutating func add(
    _ number: Int, since start: ContinuousClock.Instant = .now, _ judge: () throws -> Outcome
  ) -> Bool {
    do {
      switch try judge() {
      case .taken: taken += 1
      case .refused: refused += 1
      }
    } catch {
      flaws += 1
      Issue.record("EST_SEED=\(Seed.current) EST_FUZZ=\(name):\(number): \(error)")
    }
    let time = ContinuousClock.now - start
    if time > slowest.time { slowest = (number, time) }
    return flaws < Self.mostFlaws
  }

  func tell() {
    guard taken + refused + flaws > 0 else { return }
    let text =
      "fuzz \(name): \(taken + refused + flaws) inputs, \(taken) taken, \(refused) refused, \(flaws) flaws; "
      + "slowest \(slowest.time) (\(slowest.number))\n"
    FileHandle.standardError.write(Data(text.utf8))
  }
}
