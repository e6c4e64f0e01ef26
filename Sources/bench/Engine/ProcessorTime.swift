import Foundation
import Glibc
import LocalCluster
import Postgres

/// What has been used so far: processor time of this process and of the server with all its children, and the server's
/// write-ahead log.
struct ProcessorTime {
  let microseconds: Double
  let walBytes: Int64

  static func now(of server: LocalCluster, _ database: Database) async throws -> ProcessorTime {
    let written: Int64 = try await database.session { session in
      try session.one("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
    }
    var own = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    let client = microseconds(own.ru_utime) + microseconds(own.ru_stime)
    guard let postmaster = server.status().serverProcess else {
      return ProcessorTime(microseconds: client, walBytes: written)
    }
    let children = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
      .compactMap(Usage.init).filter { $0.parent == postmaster }
    let serverTicks = (Usage(postmaster)?.withEnded ?? 0) + children.reduce(0) { $0 + $1.ticks }
    return ProcessorTime(
      microseconds: client + Double(serverTicks) * 1_000_000 / Double(sysconf(Int32(_SC_CLK_TCK))),
      walBytes: written)
  }

  private static func microseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1_000_000 + Double(time.tv_usec)
  }

  /// Of one process, in the kernel's ticks; proc(5) says what stands where in `stat`.
  struct Usage {
    let parent: Int32
    let ticks: Int
    /// With what its ended children have used.
    let withEnded: Int

    init?(_ process: Int32) {
      guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let name = stat.lastIndex(of: ")")
      else { return nil }
      let fields = stat[name...].split(separator: " ").dropFirst().map { String($0) }
      guard fields.count > 14, let parent = Int32(fields[1]) else { return nil }
      let times = fields[11...14].compactMap { Int($0) }
      guard times.count == 4 else { return nil }
      self.parent = parent
      ticks = times[0] + times[1]
      withEnded = times.reduce(0, +)
    }
  }
}
