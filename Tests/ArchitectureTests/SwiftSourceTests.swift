import Testing

@Suite struct SwiftSourceTests {
  private func source(_ text: String) -> SwiftSource { SwiftSource(path: "Sources/X/X.swift", text) }

  @Test func commentsAreNoCode() {
    let file = source(
      """
      let a = 1  // Date() here
      /* FileManager /* within */ still
      a comment */ let b = 2
      """)
    #expect(file.code == ["let a = 1  ", "", " let b = 2"])
    #expect(file.literals.isEmpty)
  }

  @Test func textsAreNoCodeButWhatIsInterpolatedIs() {
    let file = source(#"let a = "no // comment \" and \(Date(b("x"))) more""# + "\nlet c = \"\"")
    #expect(file.code == [#"let a = ""Date(b(""))"#, #"let c = """#])
    #expect(file.literals.map(\.text) == ["x", #"no // comment \" and  more"#, ""])
    #expect(file.literals.map(\.line) == [1, 1, 2])
  }

  @Test func rawAndLongTextsEndWhereTheyEnd() {
    let file = source(
      ##"""
      let a = #"a "quoted" \(text) \#(code)"#
      let b = """
        select "x"
        """ + c
      """##)
    #expect(file.code == [#"let a = ""code"#, #"let b = """#, "", #" + c"#])
    #expect(file.literals.map(\.text) == [#"a "quoted" \(text) "#, "\n  select \"x\"\n  "])
  }

  @Test func importsAreFoundWhateverStandsBeforeThem() {
    let file = source(
      """
      // import Comment
      import Plain
      @testable import Testable
      @preconcurrency public import Both
        import struct Kind.Member
      import Sub.Module
      let text = "import Text"
      important()
      """)
    #expect(file.imports == ["Plain", "Testable", "Both", "Kind", "Sub"])
  }
}
