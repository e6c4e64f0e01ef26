import EST
import Foundation
import Persistence
import Picture

/// Whether a stored version of a picture is what was made, and whether it can be made again.
public struct PictureProof: Sendable, Equatable {
  public let group: String
  public let period: String
  public let version: Int
  public let isAnnex: Bool
  /// In hexadecimal.
  public let hash: String
  public let verdict: Verdict

  public enum Verdict: Sendable, Equatable {
    /// Made again from the same reports, byte for byte.
    case remade
    /// The bytes are what was stored; reports have since been disposed of, or stood otherwise than their times tell.
    case inputsGone(reportsThen: Int, reportsNow: Int)
    /// The bytes are what was stored; this program compiles by other rules.
    case otherRules
    /// The bytes are what was stored; what it was made of was not written down.
    case inputsUnknown
    /// The bytes are what was stored; the version that its differences are told from is not.
    case earlierChanged
    /// The bytes are not what was stored.
    case changed
    /// The bytes fit their hash, and yet the same reports and rules make another picture.
    case otherContent
  }

  public var isSound: Bool {
    switch verdict {
    case .remade, .inputsGone, .otherRules, .inputsUnknown, .earlierChanged: true
    case .changed, .otherContent: false
    }
  }
}

extension Desk {
  /// The cycles whose pictures are asked for: that of a label; else the one in work where a version is named, and all
  /// that there are where none is.
  /// - Parameter name: the group; all that the actor belongs to where none is named.
  public func picturedCycles(inGroup name: String?, labelled label: String?, version: Int?) throws -> [Cycle]
  {
    if label != nil || version != nil { return [try cycle(labelled: label, of: try group(named: name))] }
    let all = try municipalities.groups(of: municipality.code)
    let groups = try name.map { [try group(named: $0)] } ?? all.filter { roles[$0.id] != nil }
    return try groups.flatMap { try cycles.all(of: $0.id) }
  }

  /// Tries the versions of a cycle's picture, oldest first.
  /// - Parameter version: only that one.
  public func provePictures(of cycle: Cycle, version: Int? = nil) throws -> [PictureProof] {
    try demand(GroupRole.allCases, in: cycle.group)
    let group = try group(cycle.group).name
    // What is told of an annex is for those who may know it.
    let isAuthority = try isAuthority()
    let records = try pictures.records(of: cycle.id).filter { isAuthority || !$0.isAnnex }
    if let version, !records.contains(where: { $0.version == version }) {
      throw UseCaseError.rule(.pictureUnknown(versions: records.count { !$0.isAnnex }))
    }
    let changed = Set(records.filter { !$0.isIntact && !$0.isAnnex }.map(\.version))
    return try records.filter { version == nil || $0.version == version }.map { record in
      PictureProof(
        group: group, period: cycle.period.label, version: record.version, isAnnex: record.isAnnex,
        hash: record.hash,
        verdict: try verdict(on: record, of: cycle, changed: changed))
    }
  }

  /// - Parameter changed: the versions whose bytes are not what was stored.
  private func verdict(on record: PictureRecord, of cycle: Cycle, changed: Set<Int>) throws
    -> PictureProof.Verdict
  {
    guard record.isIntact else { return .changed }
    guard let inputs = record.inputs,
      var input = try? JSONDecoder().decode(PictureInput.self, from: Data(inputs.surroundings))
    else { return .inputsUnknown }
    try readReports(
      into: &input,
      reader(of: cycle.group, for: record.isAnnex ? .authorities : .everyone, knownAt: record.compiledAt))
    guard try pictures.hash(of: input.reportBytes) == inputs.reportsHash else {
      return .inputsGone(reportsThen: inputs.reports, reportsNow: input.reportCount)
    }
    guard let stored = try? JSONDecoder().decode(Compiled.self, from: Data(record.content)) else {
      return .otherContent
    }
    guard stored.parameters == .current else { return .otherRules }
    if let version = stored.differences?.version, changed.contains(version) { return .earlierChanged }
    let earlier = try stored.differences.map { try picture(of: cycle, version: $0.version).1 }
    let remade =
      try record.isAnnex
      ? Desk.content(PictureAnnex.compile(input)) : Desk.content(input, earlier: earlier)
    return remade == record.content ? .remade : .otherContent
  }
}

/// What a picture and an annex say of how they were made.
private struct Compiled: Decodable {
  struct Earlier: Decodable { let version: Int }

  let parameters: SituationPicture.Parameters?
  let differences: Earlier?
}
