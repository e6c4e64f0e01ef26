/// What the programs print with `--json`, as far as the week looks at it.
struct LogLine: Decodable {
  let time: String
  let level: String
  let message: String
}

struct CycleList: Decodable {
  let cycles: [Cycle]
  struct Cycle: Decodable {
    let id: String
    let period: String
    let state: String
  }
}

struct TransitionLog: Decodable {
  let entries: [Entry]
  struct Entry: Decodable { let event: String }
}

struct PictureList: Decodable {
  let pictures: [Version]
  struct Version: Decodable {
    let version: Int
    let adoptedAt: String?
  }
}

struct IncidentList: Decodable {
  let incidents: [Incident]
  struct Incident: Decodable { let number: String }
}

struct ProblemChain: Decodable {
  let problem: Problem
  struct Problem: Decodable {
    let state: String
    let reports: [IncidentList.Incident]
    let picture: Picture?
    let analysis: Analysis?
    let actions: [Action]
    let log: [TransitionLog.Entry]
  }
  struct Picture: Decodable {
    let period: String
    let version: Int
  }
  struct Analysis: Decodable {
    let signatures: [Signature]
    let causes: [Cause]
  }
  struct Signature: Decodable { let role: String }
  struct Cause: Decodable { let behind: Int? }
  struct Action: Decodable { let state: String }
}

struct PictureProofs: Decodable {
  let intact: Bool
  let pictures: [Proof]

  struct Proof: Decodable {
    let annex: Bool
    let verdict: String
  }
}
