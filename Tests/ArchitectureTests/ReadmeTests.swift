import EST
import Foundation
import Testing

/// What the README shows is what the program has.
@Suite struct ReadmeTests {
  @Test func theLifeCycleIsDrawnFromTheDefinition() throws {
    let readme = try String(contentsOf: PackageTree.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("```mermaid\n\(CycleMachine.definition.shape.mermaid)```"))
  }
}
