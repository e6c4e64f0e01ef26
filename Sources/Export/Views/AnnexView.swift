import Language
import Picture

/// What only police and municipality may know, ready for its template.
struct AnnexView {
  let page: PageView
  let notice: Listing
  let findings: FindingsView?
  let counts: CountsView

  init(_ annex: PictureAnnex, language: Language) {
    let words = Words(language, annex.head)
    let messages = words.messages
    page = PageView(
      annex.picture, title: messages.annexTitle, facts: PictureView.facts(annex.head, words: words),
      words: words)
    notice = Listing(heading: messages.annexHeading, items: messages.annexNotes)
    findings = annex.findings.map { FindingsView($0, coverage: annex.picture.coverage, words: words) }
    counts = CountsView(annex.picture, words: words)
  }
}
