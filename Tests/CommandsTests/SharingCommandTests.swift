import Foundation
import Testing

@testable import Commands

/// What leaves the house, as it is typed.
@Suite struct SharingCommandTests {
  @Test func anExtractIsATableADocumentAndAFile() async throws {
    try await Shell.withWeek { shell, folder, _ in
      await shell.done(
        "incident", "add", "--category", "vandalism/klotter", "--area", "Ålidhem", "--place",
        "Storgatan 12 B",
        "--at", "2026-11-19T21:00", "--unit", "Kvartersvärdar")
      await shell.done("incident", "amend", "2026-1", "--place", "Lillgatan 3", "--because", "fel gata")
      let text = await shell.done("register-extract", "--address", "storgatan 12b").out
      for said in [
        "Registerutdrag, Adress: storgatan 12b", "Bostadsbolaget är personuppgiftsansvarig", "2026-1 ",
        "Lillgatan 3", "Storgatan 12 B", "fel gata", "Det här ingår inte",
      ] {
        #expect(text.contains(said), "\(said) in \(text)")
      }
      let english = await shell.done("registerutdrag", "--area", "Ålidhem", "--lang", "en").out
      #expect(english.contains("Bostadsbolaget is the controller"))
      let json = try await shell.done("register-extract", "--place", "Lillgatan", "--json").json
      let parts = (json["extract"] as? [String: Any])?["parts"] as? [[String: Any]]
      #expect(parts?.compactMap { $0["organisation"] as? String } == ["Bostadsbolaget"])
      let files =
        try await shell.done(
          "register-extract", "--address", "Storgatan 12 B", "--format", "html,json", "--out", folder.path,
          "--recipients", "den som bad om det", "--json"
        ).json["files"] as? [String]
      let page = try String(contentsOfFile: try #require(files?.first), encoding: .utf8)
      #expect(page.contains("den som bad om det") && page.contains("artikel 15") && !page.contains("{{"))
      let made = try await shell.done("share", "exports", "--json").json["exports"] as? [[String: Any]]
      #expect(made?.compactMap { $0["kind"] as? String } == ["register-extract"])
      #expect(made?.first?["subject"] as? String == "address")
      #expect(await shell.run(["register-extract"]).code == "EST100")
      #expect(await shell.run(["register-extract", "--area", "Nowhere"]).code == "EST103")
      #expect(await shell.run(["register-extract", "--address", "12"]).code == "EST101")
    }
  }

  @Test func whatIsNotAdoptedIsNotShared() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("cycle", "close", "--week", "2026-W47")
      await shell.done("picture", "build", "--week", "2026-W47")
      let offer = [
        "share", "offer", "--week", "2026-W47", "--until", "2026-12-31", "--ground", "prov", "--to",
      ]
      await shell.done("municipality", "add", "--code", "2482", "--name", "Skellefteå")
      for (receiver, said) in [("2482", "fastställd"), ("2481", "annan kommun"), ("2480", "fastställd")] {
        let refused = await shell.run(offer + [receiver, "--municipality", "2480"])
        #expect(refused.code == "EST123" && refused.err.contains(said), "\(refused.err)")
      }
      let none = await shell.done("share", "list", "--municipality", "2480", "--json")
      let shares = try none.json["shares"] as? [Any]
      #expect(shares?.isEmpty == true)
      let unknown = await shell.run(["share", "show", "2480/2026-1", "--municipality", "2480"])
      #expect(unknown.code == "EST103")
      #expect(
        await shell.run(offer + ["2482", "--period", "2026-Q3", "--municipality", "2480"]).code == "EST100")
    }
  }
}
