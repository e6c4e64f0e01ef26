import EST
import Intake
import Language

extension MappingProblem {
  /// What is wrong with the mapping, as part of a sentence.
  func text(_ m: CLIMessages) -> String {
    switch self {
    case .malformed(let path):
      m.mapping(at: path.excerpt(), path.isEmpty ? m.notJSON : m.malformed(expected: "JSON"))
    case .unknownPart(let part, let allowed):
      m.mapping(at: part.excerpt(), m.unknownValue(allowed: allowed.joined(separator: ", ")))
    case .unknownField(let name, let allowed):
      m.mapping(at: name.excerpt(), m.unknownValue(allowed: allowed.joined(separator: ", ")))
    case .unknownDelimiter(let text):
      m.mapping(at: "delimiter: \(text.excerpt())", m.unknownValue(allowed: "\",\", \";\", \"\\t\""))
    case .unknownValue(let value, let field, let allowed):
      m.mapping(at: "\(field.rawValue): \(value.excerpt())", m.unknownValue(allowed: allowed))
    case .fieldGivenTwice(let field): m.mapping(at: field.rawValue, m.givenTwice)
    case .unreadableFormat(let pattern, let field):
      m.mapping(at: "\(field.rawValue): \(pattern.excerpt())", m.malformed(expected: "yyyy-MM-dd HH:mm"))
    case .notForField(let field, let part): m.mapping(at: "\(part).\(field.rawValue)", m.notForField)
    }
  }
}
