import EST
import Foundation
import Persistence

extension Desk {
  /// Lets what failed to leave the database be tried again, all of it or one item, and keeps who asked.
  /// - Returns: how many.
  /// - Throws: `StoreError.notFound` where there is no such item.
  public func retryOutbox(_ item: UUID?) throws -> Int {
    if !roles.values.contains(where: { $0.contains(.coordinator) }) { try demandAdministrator() }
    if let item, try !outbox.exists(item, in: municipality.code) {
      throw StoreError.notFound(.outbox, name: item.uuidString.lowercased())
    }
    return try outbox.retry(municipality.code, id: item, by: actor.id, at: now)
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
