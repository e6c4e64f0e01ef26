import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import Testing

@testable import Workflow

/// Every file says who may have it, and that it was made is written down.
@Suite struct ExportLogTests {
  @Test func everyFormatSaysIt() async throws {
    try await World.run { world in
      let picture = try await world.speak { desk in
        let cycle = try desk.week()
        return try desk.exported(
          try desk.picture(of: cycle).1, of: cycle, as: ["html"],
          SharingRequest(recipients: "kommunstyrelsen", ground: "förvaltningslagen 8 §"), language: .swedish)
      }
      for format in [Export.Format.html, .csv, .geojson, .json] {
        let file = try await PictureFile(picture, format: format, language: .swedish, printer: .none)
        let text = String(decoding: file.bytes, as: UTF8.self)
        for said in ["kommunstyrelsen", "förvaltningslagen 8 §"] {
          #expect(text.contains(said), "\(said) in \(format)")
        }
        let names = format == .html || format == .csv ? "delad i EST-gruppen" : "\"shared\""
        #expect(text.contains(names), "\(format)")
      }
      let workbook = Export.workbook(picture, language: .swedish)
      #expect("\(workbook.sheets[0])".contains("kommunstyrelsen"))
    }
  }

  @Test func whatWasMadeIsWrittenDownAndStays() async throws {
    try await World.run { world in
      try await world.speak(as: "bostad") { desk in
        let cycle = try desk.week()
        _ = try desk.exported(
          try desk.picture(of: cycle).1, of: cycle, as: ["html", "csv"], SharingRequest(), language: .swedish)
      }
      try await world.speak(as: "kommunpolis") { desk in
        let cycle = try desk.week()
        _ = try desk.exported(
          try desk.annex(of: cycle), of: cycle, as: ["html"], SharingRequest(), language: .swedish)
      }
      try await world.speak(as: "administrator") { desk in
        _ = try desk.set(.groundShared, to: "samverkansavtal dnr 2026/17")
      }
      try await world.speak { desk in
        let group = try desk.group()
        _ = try desk.exported(
          try desk.overview(of: CalendarPeriod("2026-Q4")!, in: group), in: group, as: ["json"],
          SharingRequest(recipients: "styrgruppen"), language: .swedish)
      }
      @Sendable func told(_ login: String) async throws -> [String] {
        try await world.speak(as: login) { desk in
          try desk.exportsMade(limit: 10).map {
            "\($0.login) \($0.kind.rawValue) \($0.subject) \($0.formats.joined(separator: "+")) "
              + "\($0.sharing.reportClass.rawValue): \($0.sharing.recipients)"
          }.sorted()
        }
      }
      let company = "2480_bostad picture Centrum 2026-W47 v1 html+csv shared: EST-gruppen Centrum"
      let police =
        "2480_kommunpolis annex Centrum 2026-W47 v1 html authority-only: polis och kommun i EST-gruppen Centrum"
      #expect(
        try await told("samordnare") == [
          company, police, "2480_samordnare overview Centrum 2026-Q4 json shared: styrgruppen",
        ])
      #expect(try await told("bostad") == [company])
      #expect(try await told("kommunpolis") == [police])
      #expect(
        try await world.speak { try $0.exportsMade(limit: 10).map(\.sharing.ground) }.contains(
          "samverkansavtal dnr 2026/17"))
      for change in [
        "update est.export_made set recipients = 'andra'", "delete from est.export_made",
        "truncate est.export_made",
      ] {
        #expect(
          try await world.violated { try $0.script(change) } == "export_made_is_append_only", "\(change)")
      }
      // Nobody writes in another's name, nor when it was.
      #expect(
        try await world.refusal(as: "bostad") { desk in
          let other = try desk.people.participant(login: "2480_samordnare")!
          try desk.exports.add(
            UUID(), .picture, of: "x", in: nil, as: ["html"],
            Sharing(.shared, recipients: "a", ground: "b"), by: other.id)
        } == "notAllowed")
      #expect(
        try await world.refusal { desk in
          let cycle = try desk.week()
          return try desk.exported(
            try desk.picture(of: cycle).1, of: cycle, as: ["html"],
            SharingRequest(recipients: "ring 070-174 06 05"), language: .swedish)
        }?.hasPrefix("recipients: personalData") == true)
    }
  }
}
