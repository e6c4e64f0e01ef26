import EST
import Foundation

/// What is wrong with an element of a JSON file, at which key.
struct ElementProblem: Error {
  let field: String
  let problem: IntakeProblem

  init(_ field: String, _ problem: IntakeProblem) {
    self.field = field.told
    self.problem = problem
  }
}

/// Reads an element, with the key at which it is not what was expected.
func decode<Value: Decodable>(
  _: Value.Type, from bytes: [UInt8], using decoder: JSONDecoder
) throws(ElementProblem) -> Value {
  do {
    return try decoder.decode(Value.self, from: Data(bytes))
  } catch DecodingError.keyNotFound(let key, let context) {
    throw ElementProblem((context.codingPath + [key]).path, .missing)
  } catch let error as DecodingError {
    throw ElementProblem(error.path, .malformed(expected: "JSON"))
  } catch {
    throw ElementProblem("", .malformed(expected: "JSON"))
  }
}
