import CLibpq
import Glibc

extension Session {
  /// `COPY … TO STDOUT`: hands over the data as it comes, a row at a time in the text and CSV forms.
  ///
  /// COPY takes no parameters: write constants as `\(literal: …)`. The bytes are good during the call.
  public func copyOut(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line,
    _ chunk: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try perform(sql.text, CallSite(fileID, line)) { connection in
      try connection.startCopy(sql, PGRES_COPY_OUT)
      while true {
        var buffer: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(connection.handle, &buffer, 1)
        if length > 0, let buffer {
          defer { PQfreemem(buffer) }
          do {
            try chunk(UnsafeRawBufferPointer(start: buffer, count: Int(length)))
          } catch {
            connection.abandon(unit)
            throw error
          }
        } else if length == 0 {
          _ = try connection.wait(for: POLLIN)
          // Where the connection broke, the result after the data is the error.
          if PQconsumeInput(connection.handle) == 0 { break }
        } else {
          break
        }
      }
      _ = try connection.lastResult()
    }
  }

  /// `COPY … FROM STDIN`: sends what `next` gives until it gives nil, and says how many rows were written.
  ///
  /// Where `next` throws nothing is written, and its error is thrown on.
  public func copyIn(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line, from next: () throws -> [UInt8]?
  ) throws -> Int {
    try perform(sql.text, CallSite(fileID, line)) { connection in
      try connection.startCopy(sql, PGRES_COPY_IN)
      do {
        while let chunk = try next() {
          guard chunk.count <= 1 << 30 else {
            throw PostgresError(.invalidStatement("more than a gigabyte at a time"))
          }
          try connection.put {
            chunk.withUnsafeBytes {
              PQputCopyData(
                connection.handle, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count))
            }
          }
        }
      } catch {
        guard connection.loss == nil else { throw error }
        try connection.put { PQputCopyEnd(connection.handle, "the source of the data failed") }
        try connection.flush()
        _ = try? connection.lastResult()
        throw error
      }
      try connection.put { PQputCopyEnd(connection.handle, nil) }
      try connection.flush()
      return try connection.lastResult()?.affectedRows ?? 0
    }
  }

  /// Runs a statement and reads its rows as they come, for results larger than memory.
  ///
  /// No other statement can run on the session before it ends. Where `read` throws the statement is struck.
  public func forEach(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line, _ read: (Row) throws -> Void
  ) throws {
    try perform(sql.text, CallSite(fileID, line)) { connection in
      try connection.check(sql)
      try connection.hand(sql, .direct)
      try connection.flush()
      guard PQsetSingleRowMode(connection.handle) == 1 else {
        throw connection.lose(.broken(connection.errorMessage))
      }
      while let result = try connection.nextResult() {
        switch result.status {
        case PGRES_SINGLE_TUPLE:
          do {
            try read(Row(result: result, index: 0))
          } catch {
            connection.abandon(unit)
            throw error
          }
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
          continue
        case PGRES_COPY_IN, PGRES_COPY_OUT:
          connection.lose(.broken("COPY outside copyIn and copyOut"))
          throw PostgresError(.invalidStatement("COPY belongs in copyIn or copyOut"))
        default:
          let failure = connection.failure(result)
          while try connection.nextResult() != nil {}
          throw failure
        }
      }
    }
  }
}

extension Connection {
  /// Starts a COPY and waits until the stream has turned into one of data.
  func startCopy(_ sql: SQL, _ expected: ExecStatusType) throws {
    try check(sql)
    guard sql.parameters.isEmpty else {
      throw PostgresError(.invalidStatement("COPY takes no parameters: write constants as \\(literal:)"))
    }
    try sent(PQsendQueryParams(handle, sql.text, 0, nil, nil, nil, nil, 0))
    guard let result = try nextResult() else { throw lose(.broken("an answer without a result")) }
    guard result.status != expected else { return }
    switch result.status {
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      lose(.broken("COPY in the other direction"))
      throw PostgresError(.invalidStatement("a COPY in the other direction"))
    case PGRES_FATAL_ERROR:
      let failure = self.failure(result)
      while try nextResult() != nil {}
      throw failure
    default:
      while try nextResult() != nil {}
      throw PostgresError(.invalidStatement("not a COPY"))
    }
  }

  /// Hands something to libpq, as often as it takes until there is room for it.
  func put(_ hand: () -> Int32) throws {
    while true {
      switch hand() {
      case 1: return
      case 0:
        if try wait(for: POLLIN | POLLOUT), PQconsumeInput(handle) == 0 {
          throw lose(.broken(errorMessage))
        }
      default:
        throw lose(.broken(errorMessage))
      }
    }
  }

  /// Strikes the running statement of whose answer nobody wants the rest, and reads it away.
  func abandon(_ unit: UnitOfWork) {
    unit.strike()
    watchNothing(until: .now + grace)
    do {
      while let result = try nextResult() {
        guard result.status == PGRES_COPY_OUT else { continue }
        var buffer: UnsafeMutablePointer<CChar>?
        while true {
          let length = PQgetCopyData(handle, &buffer, 1)
          if length > 0 {
            PQfreemem(buffer)
          } else if length == 0 {
            _ = try wait(for: POLLIN)
            if PQconsumeInput(handle) == 0 { break }
          } else {
            break
          }
        }
      }
    } catch {
      lose(.silent)
    }
  }
}
