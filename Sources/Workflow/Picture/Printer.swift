import Persistence

/// How a page becomes paper: PDF/UA-1 (ISO 14289-1), by a program beside us.
public struct Printer: Sendable {
  public enum Problem: Error, Equatable, Sendable {
    /// The program is not on this machine.
    case notInstalled
    case timedOut
    /// It ended without a document; `said` is the end of what it said.
    case failed(said: String)
  }

  /// - Throws: `Printer.Problem`
  let print: @Sendable (_ html: String) async throws -> [UInt8]

  public init(print: @escaping @Sendable (_ html: String) async throws -> [UInt8]) { self.print = print }

  /// For where there is none.
  public static let none = Printer { _ in throw Problem.notInstalled }

  /// The same page gives the same bytes.
  public func pdf(_ html: String) async throws -> [UInt8] { try await print(html) }
}

extension Printer.Problem {
  /// Somebody may install it or give it more room: it is tried again.
  var result: Mailer.Result {
    switch self {
    case .notInstalled: .temporary(DeliveryFailure(.noProgram, said: "WeasyPrint"))
    case .timedOut: .temporary(DeliveryFailure(.timeOut))
    case .failed(let said): .temporary(DeliveryFailure(.program, said: said))
    }
  }
}
