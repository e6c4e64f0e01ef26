import EST
import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite struct MeetingTests {
  private static let picture = SituationPicture.compile(PictureSamples.busyWeek())

  static var minutes: Minutes {
    Minutes(
      picture: picture, startedAt: picture.head.meetingAt!,
      endedAt: Moment(rfc3339: "2026-11-24T09:50:00+01:00"),
      attendance: [
        .init(organisation: "Polisen", function: "kommunpolis", present: true),
        .init(organisation: "Väktare", function: "gruppchef", present: false),
      ],
      priorities: [
        .init(
          rank: 1, title: "Öppen narkotikahandel", area: "Centrala stan", state: .prioritised,
          lacksAnalysis: true)
      ],
      decisions: [
        .init(
          text: "Lås byts i <alla> förråd", action: "2026-38", organisation: "Bostaden",
          function: "förvaltare",
          due: LocalDate("2026-12-01")), .init(text: "Handlarna bjuds in"),
      ],
      nextMeetingAt: Moment(rfc3339: "2026-12-01T09:00:00+01:00"))
  }

  @Test("The agenda asks what the picture leaves open")
  func agenda() {
    let agenda = Agenda(
      picture: Self.picture, pictureFile: "lagesbild.html",
      questions: ["Ska gruppen träffas i mellandagarna?"])
    let page = Export.html(agenda, language: .swedish)
    #expect(page.contains("<a href=\"lagesbild.html\">Lägesbilden, version 1</a>"))
    #expect(page.contains("Bovärdar Teg (Bostaden)") && page.contains("Exempeldata"))
    #expect(page.contains("Hur blir åtgärd 2026-31 (Byt lås till förråden på Ersbodavägen) klar"))
    #expect(page.contains("Vem gör en orsaksanalys av ”Öppen narkotikahandel i centrum”, och till när?"))
    #expect(!page.contains("Vem gör en orsaksanalys av ”Samlingar"))
    #expect(page.contains("Ska gruppen träffas i mellandagarna?"))
    #expect(
      Export.fileName(of: agenda, language: .english) == "dagordning-2480-est-centrum-2026-W47-v1-en.html")
  }

  @Test("The minutes say who was there, what was decided and what comes first")
  func minutesPage() {
    let page = Export.html(Self.minutes, language: .swedish).replacing("\u{A0}", with: " ")
    #expect(page.contains("tisdag 24 november 2026 kl. 09.00–09.50"))
    #expect(page.contains("tisdag 1 december 2026 kl. 09.00"))
    #expect(
      page.contains("<bdi>Polisen, kommunpolis</bdi>") && page.contains("<bdi>Väktare, gruppchef</bdi>"))
    #expect(page.contains("Lås byts i &lt;alla&gt; förråd"))
    #expect(page.contains("2026-38, Bostaden, förvaltare, klar senast 1 december 2026"))
    #expect(
      Export.fileName(of: Self.minutes, language: .swedish) == "protokoll-2480-est-centrum-2026-W47-v1.html")
  }

  @Test("A picture adopted without a meeting says why, and claims no meeting")
  func withoutMeeting() {
    var minutes = Self.minutes
    minutes.withoutMeeting = "telefonrunda, för få kunde komma"
    let page = Export.html(minutes, language: .swedish)
    #expect(page.contains("Fastställd utan möte: telefonrunda, för få kunde komma"))
    #expect(!page.contains("<dt>Möte</dt>"))
  }
}
