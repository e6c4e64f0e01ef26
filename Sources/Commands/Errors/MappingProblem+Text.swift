import Intake
import Language

extension MappingProblem {
  /// What is wrong with the mapping, as part of a sentence.
  func text(_ m: CLIMessages) -> String {
    switch self {
    case .malformed(let path): m.mapping(at: path, path.isEmpty ? m.notJSON : m.malformed(expected: "JSON"))
    case .unknownPart(let part, let allowed):
      m.mapping(at: part, m.unknownValue(allowed: allowed.joined(separator: ", ")))
    case .unknownField(let name, let allowed):
      m.mapping(at: name, m.unknownValue(allowed: allowed.joined(separator: ", ")))
    case .unknownDelimiter(let text):
      m.mapping(at: "delimiter: \(text)", m.unknownValue(allowed: "\",\", \";\", \"\\t\""))
    case .unknownValue(let value, let field, let allowed):
      m.mapping(at: "\(field.rawValue): \(value)", m.unknownValue(allowed: allowed))
    case .fieldGivenTwice(let field): m.mapping(at: field.rawValue, m.givenTwice)
    case .unreadableFormat(let pattern, let field):
      m.mapping(at: "\(field.rawValue): \(pattern)", m.malformed(expected: "yyyy-MM-dd HH:mm"))
    case .notForField(let field, let part): m.mapping(at: "\(part).\(field.rawValue)", m.notForField)
    }
  }
}
