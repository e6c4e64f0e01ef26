import EST
import Foundation
import TestSupport
import Testing

@testable import Commands

/// A municipality is set up from the command line, and set up again without harm.
@Suite struct AdministrationTests {
  @Test func aMunicipalityIsReadyToWorkWhenItIsAdded() async throws {
    try await Shell.withDatabase { shell, _ in
      let added = try await shell.done(
        "municipality", "add", "--code", "0180", "--name", "Stockholm", "--json"
      ).json
      #expect(added["change"] as? String == "added")
      let again = try await shell.done("kommun", "ny", "--code", "0180", "--name", "Stockholm", "--json").json
      #expect(again["change"] as? String == "unchanged")
      let other = await shell.run(["municipality", "add", "--code", "0180", "--name", "Solna"])
      #expect(other.status == 65 && other.code == "EST104")
      let sample = await shell.run([
        "municipality", "add", "--code", "0180", "--name", "Stockholm", "--sample",
      ])
      #expect(sample.status == 65 && sample.code == "EST104")

      let list = try await shell.done("municipality", "list", "--json").json
      let first = try #require((list["municipalities"] as? [[String: Any]])?.first)
      #expect(first["code"] as? String == "0180" && first["provenance"] as? String == "real")
      let categories = try await shell.done("category", "list", "--json").json
      #expect(categories["version"] as? Int == 1)
      #expect((categories["categories"] as? [Any])?.count == CategoryList.default.categories.count)
      let people = try await shell.done("participant", "list", "--json").json
      let logins = (people["participants"] as? [[String: Any]])?.compactMap { $0["login"] as? String }
      #expect(logins == ["0180_administrator", "0180_worker"])
    }
  }

  @Test func aDryRunLeavesNothing() async throws {
    try await Shell.withDatabase { shell, _ in
      let outcome = await shell.done("municipality", "add", "--code", "2480", "--name", "Umeå", "--dry-run")
      #expect(outcome.err == "Provkörning: inget är sparat.\n")
      let list = try await shell.done("municipality", "list", "--json").json
      #expect((list["municipalities"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func aGroupHasItsSettingsAndKeepsThem() async throws {
    try await Shell.withGroup { shell, _ in
      let again = try await shell.done("group", "add", "--name", "Centrum", "--json").json
      #expect(again["change"] as? String == "unchanged")
      let other = await shell.run(["group", "add", "--name", "Centrum", "--period", "monthly"])
      #expect(other.status == 65 && other.code == "EST104")
      let set = try await shell.done(
        "grupp", "ändra", "--period", "fjorton-dagar", "--anchor", "2026-W02", "--meeting", "onsdag 13:00",
        "--picture-lead", "3h", "--reminder", "1d", "--reminder", "2h", "--day-off", "2026-12-24",
        "--rename", "Centrum & Öst", "--json"
      ).json
      #expect(set["change"] as? String == "changed")
      let group = try #require(set["group"] as? [String: Any])
      #expect(group["name"] as? String == "Centrum & Öst")
      #expect(group["period"] as? String == "fortnightly")
      #expect(group["anchor"] as? String == "2026-W02")
      #expect(group["meeting"] as? String == "wednesday 13:00")
      #expect(group["deadline"] as? String == "monday 12:00")
      #expect(group["pictureLeadMinutes"] as? Int == 180)
      #expect(group["reminderMinutes"] as? [Int] == [1440, 120])
      #expect(group["daysOff"] as? [String] == ["2026-12-24"])
      let back = try await shell.done("group", "set", "--no-day-off", "2026-12-24", "--json").json
      #expect((back["group"] as? [String: Any])?["daysOff"] as? [String] == [])
      let nothing = try await shell.done("group", "set", "--json").json
      #expect(nothing["change"] as? String == "unchanged")
    }
  }

  @Test(arguments: [
    (["--monthly-ordinal", "5"], "monthlyOrdinal"), (["--zone", "Sweden/Umea"], "zone"),
  ])
  func aGroupCannotHaveWhatDoesNotExist(_ options: [String], _ field: String) async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["group", "set", "--json"] + options)
      #expect(outcome.status == 65 && outcome.code == "EST101")
      let error = try outcome.json["error"] as? [String: Any]
      #expect((error?["details"] as? [String: Any])?["field"] as? String == field)
    }
  }

  /// It would be set and never sent.
  @Test func aReminderComesWhenThereIsSomethingToRemindOf() async throws {
    try await Shell.withGroup { shell, _ in
      let week = await shell.run(["group", "set", "--reminder", "1w", "--reminder", "3h", "--json"])
      #expect(week.status == 65 && week.isOneSentence("EST101"))
      #expect(
        week.err.contains(
          "reminders: påminnelsen skulle komma innan perioden är öppen för rapporter; tillåtet är högst 6 dygn före "
            + "tidsgränsen (6d)."), "\(week.err)")
      let error = try week.json["error"] as? [String: Any]
      let details = error?["details"] as? [String: Any]
      #expect(details?["field"] as? String == "reminders" && details?["allowed"] as? String == "6d")
      let english = await shell.run(["group", "add", "--name", "Väst", "--reminder", "6d1m", "--lang", "en"])
      #expect(english.status == 65 && english.err.contains("allowed is at most 6 days before the deadline"))

      await shell.done("group", "set", "--period", "monthly", "--reminder", "20d")
      let fortnight = await shell.run(["group", "set", "--period", "fortnightly"])
      #expect(
        fortnight.code == "EST101" && fortnight.err.contains("13 dygn"), "its reminders are too long for it")
      await shell.done("group", "set", "--period", "fortnightly", "--reminder", "13d")
    }
  }

  @Test func unitsAndParticipantsBelongWhereTheySay() async throws {
    try await Shell.withGroup { shell, _ in
      await shell.done("org", "ny", "--name", "Polisen", "--kind", "polis")
      await shell.done("organisation", "add", "--name", "Socialtjänsten", "--kind", "municipal")
      await shell.done("unit", "add", "--name", "Yttre", "--organisation", "Polisen")
      let moved = await shell.run(["unit", "add", "--name", "Yttre", "--organisation", "Socialtjänsten"])
      #expect(moved.code == "EST104")
      let nobody = await shell.run(["unit", "add", "--name", "Inre", "--organisation", "Polis"])
      #expect(nobody.status == 65 && nobody.code == "EST103")

      let login = "2480_kommunpolis"
      let arguments = [
        "participant", "add", "--login", login, "--organisation", "Polisen", "--function", "kommunpolis",
        "--role",
        "policeLead", "--role", "participant", "--address", "kommunpolis@exempel.se", "--json",
      ]
      let first = await shell.run(arguments)
      #expect(try first.json["change"] as? String == "added")
      let second = await shell.run(arguments)
      #expect(try second.json["change"] as? String == "unchanged")
      let more = await shell.run(arguments + ["--role", "steering"])
      #expect(try more.json["change"] as? String == "changed")
      await shell.done("participant", "revoke", login, "steering")
      await shell.done("deltagare", "ge", login, "granskare")
      let people = try await shell.done("participant", "list", "--json").json
      let police = try #require(
        (people["participants"] as? [[String: Any]])?.first { $0["login"] as? String == login })
      let roles = (police["roles"] as? [[String: String]])?.compactMap { $0["role"] }
      #expect(Set(roles ?? []) == ["policeLead", "participant", "auditor"])

      await shell.done("participant", "remove", login, "--yes")
      let gone = await shell.run(["participant", "grant", login, "reader"])
      #expect(gone.code == "EST103")
      let needed = await shell.run(["participant", "remove", "2480_worker", "--yes"])
      #expect(needed.status == 1)
    }
  }

  @Test(arguments: [
    ("--login", "2480_Samordnare", "login"), ("--login", "0180_x", "login"), ("--login", "2480_", "login"),
    ("--login", "2480_a b", "login"), ("--address", "ingen adress", "address"),
    ("--address", "a@b", "address"),
    ("--address", "a@b.se, c@d.se", "address"), ("--address", "a@b.se\u{A}Bcc: c@d.se", "address"),
  ])
  func aLoginAndAnAddressHaveTheirForms(_ option: String, _ value: String, _ field: String) async throws {
    try await Shell.withGroup { shell, _ in
      var options = ["--login": "2480_x", "--function": "fältassistent", "--address": "falt@exempel.se"]
      options[option] = value
      let outcome = await shell.run(
        ["participant", "add", "--json"] + options.flatMap { [$0.key, $0.value] })
      #expect(outcome.status == 65)
      let error = try outcome.json["error"] as? [String: Any]
      #expect((error?["details"] as? [String: Any])?["field"] as? String == field)
    }
  }

  @Test(
    arguments: [
      ("Bolaget 'Å' \"Ä\"; drop schema est cascade; --", 0, nil), ("<script>alert(1)</script>", 0, nil),
      ("=SUMMA(A1)", 0, nil), ("עברית שלום", 0, nil), ("日本 🚲", 0, nil), ("$1 \\ %s {}", 0, nil),
      ("a\u{1B}[31mb", 65, "EST101"), ("a\u{FFFD}b", 65, "EST101"), ("a\u{202E}b", 65, "EST101"),
      ("a\nb", 65, "EST101"),
      ("   ", 65, "EST101"),
      (String(repeating: "å", count: 201), 65, "EST101"), ("Ring 070-174 06 05", 65, "EST105"),
      ("Bil ABC 123", 65, "EST105"), ("19811228-9874", 65, "EST105"),
    ] as [(String, Int32, String?)])
  func aNameIsStoredAsItIsOrRefused(_ name: String, _ status: Int32, _ code: String?) async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["organisation", "add", "--name", name, "--kind", "company"])
      #expect(outcome.status == status && outcome.code == code, "\(outcome.err)")
      #expect(!outcome.err.unicodeScalars.contains { $0.isInvisible && $0 != "\n" })
      guard status == 0 else { return }
      let list = try await shell.done("organisation", "list", "--json").json
      #expect((list["organisations"] as? [[String: Any]])?.first?["name"] as? String == name)
    }
  }

  @Test func aNameTypedDecomposedIsTheSameName() async throws {
    try await Shell.withGroup { shell, _ in
      await shell.done("organisation", "add", "--name", "Umea\u{30A}bolaget", "--kind", "company")
      let again = try await shell.done(
        "organisation", "add", "--name", "Ume\u{E5}bolaget", "--kind", "company", "--json"
      ).json
      #expect(again["change"] as? String == "unchanged")
      await shell.done("unit", "add", "--name", "Drift", "--organisation", "Umea\u{30A}bolaget")
    }
  }

  @Test func settingsAreCheckedAndKept() async throws {
    try await Shell.withGroup { shell, _ in
      await shell.done("settings", "set", "export-folder", "/srv/est")
      let shown = try await shell.done("settings", "show", "--json").json
      let values = (shown["settings"] as? [[String: Any]])?.first { $0["key"] as? String == "export-folder" }
      #expect(values?["value"] as? String == "/srv/est")
      for (key, value) in [
        ("export-folder", "srv/est"), ("mail", "sendmail"), ("sender", "EST"), ("language", "fi"),
        ("export-formats", "html,docx"), ("export-formats", "html,html"), ("export-formats", ""),
        ("quiet-hours", "natt"), ("quiet-hours", "21:00-21:00"), ("failure-notices", "alla"),
        ("sensitive-categories", "vandalism,okänd"), ("sensitive-categories", ""),
      ] {
        #expect(await shell.run(["settings", "set", key, value]).status == 65, "\(key)")
      }
      #expect(await shell.run(["settings", "set", "colour", "blue"]).status == 64)
      #expect(await shell.run(["settings", "set", "failure-notices", "2480_ingen"]).code == "EST103")
      for (key, value) in [
        ("export-formats", "html,pdf,xlsx"), ("quiet-hours", "21:00-06:30"), ("quiet-hours", "none"),
        ("failure-notices", "none"), ("sensitive-categories", "rumour,staff-incident"),
        ("failure-notices", "coordinator,2480_administrator"),
      ] {
        await shell.done("settings", "set", key, value)
      }
    }
  }

  @Test func categoriesTravelThroughAFile() async throws {
    try await Shell.withGroup { shell, _ in
      let file = FileManager.default.temporaryDirectory.appending(
        path: "categories-\(UUID().uuidString).json")
      defer { try? FileManager.default.removeItem(at: file) }
      let listed = await shell.done("category", "list", "--json").out
      try listed.write(to: file, atomically: true, encoding: .utf8)
      #expect(try await shell.done("category", "import", file.path, "--json").json["version"] as? Int == 1)
      try listed.replacing("\"skadegörelse\"", with: "\"förstörelse\"")
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try await shell.done("category", "import", file.path, "--json").json["version"] as? Int == 2)
      for (text, part) in [
        ("", "JSON"), ("{\"categories\":[{\"code\":\"a\"}]}", "categories[0]: swedish"),
        ("{\"categories\":[{\"code\":1}]}", "categories[0].code"),
      ] {
        try text.write(to: file, atomically: true, encoding: .utf8)
        let outcome = await shell.run(["category", "import", file.path])
        #expect(
          outcome.status == 65 && outcome.code == "EST109" && outcome.err.contains(part), "\(outcome.err)")
      }
    }
  }

  @Test func areasComeFromAFileWithWhatIsOddAboutThem() async throws {
    try await Shell.withGroup { shell, _ in
      let file = FileManager.default.temporaryDirectory.appending(path: "areas-\(UUID().uuidString).geojson")
      defer { try? FileManager.default.removeItem(at: file) }
      let square = "[[[20.2,63.8],[20.3,63.8],[20.3,63.9],[20.2,63.9],[20.2,63.8]]]"
      let bow = "[[[20.4,63.8],[20.5,63.9],[20.5,63.8],[20.4,63.9],[20.4,63.8]]]"
      try """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"namn":"Ålidhem","inv":8000},"geometry":{"type":"Polygon","coordinates":\(square)}},
      {"type":"Feature","properties":{"namn":"Teg"},"geometry":{"type":"Polygon","coordinates":\(bow)}}]}
      """.write(to: file, atomically: true, encoding: .utf8)
      let result = try await shell.done(
        "area", "import", file.path, "--name-property", "namn", "--population-property", "inv", "--json"
      ).json
      #expect(result["imported"] as? Int == 2)
      let oddity = try #require((result["oddities"] as? [[String: Any]])?.first)
      #expect(oddity["feature"] as? Int == 1)
      #expect((oddity["message"] as? String)?.hasPrefix("ogiltig gräns, lagad") == true)
      let list = try await shell.done("area", "list", "--json").json
      let areas = try #require(list["areas"] as? [[String: Any]])
      #expect(areas.compactMap { $0["name"] as? String } == ["Teg", "Ålidhem"])
      #expect(areas.last?["population"] as? Int == 8000)
      let wrong = await shell.run(["area", "import", file.path, "--name-property", "name"])
      #expect(wrong.status == 65 && wrong.err.contains("inv, namn"), "\(wrong.err)")
    }
  }
}
