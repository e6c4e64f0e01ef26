import EST
import Foundation
import Persistence

extension Desk {
  /// Lets what failed to leave the database be tried again: all of it, or one item.
  /// - Returns: how many.
  public func retryOutbox(_ item: UUID?) throws -> Int {
    if !roles.values.contains(where: { $0.contains(.coordinator) }) { try demandAdministrator() }
    return try outbox.retry(municipality.code, id: item, at: now)
  }

  /// The log of one instance, from its birth.
  public func lines(of instance: UUID) throws -> [LogLine] {
    guard let found = try instances.find(instance) else {
      throw StoreError.notFound(.instance, name: instance.uuidString.lowercased())
    }
    return try log.entries(of: instance).map {
      LogLine(instance: instance, machine: found.machine, group: found.group, entry: $0)
    }
  }
}
