extension Templates {
  /// The built-in templates, from the folder `Templates`.
  static let sources: [String: String] = [
    "layout": PackageResources.layout_mustache,
    "style": PackageResources.style_mustache,
    "picture": PackageResources.picture_mustache,
    "coverage": PackageResources.coverage_mustache,
    "counts": PackageResources.counts_mustache,
    "counttable": PackageResources.counttable_mustache,
    "areatable": PackageResources.areatable_mustache,
    "findings": PackageResources.findings_mustache,
    "trends": PackageResources.trends_mustache,
    "map": PackageResources.map_mustache,
    "harm": PackageResources.harm_mustache,
    "rhythm": PackageResources.rhythm_mustache,
    "comingevents": PackageResources.comingevents_mustache,
    "priorities": PackageResources.priorities_mustache,
    "actions": PackageResources.actions_mustache,
    "actiongroup": PackageResources.actiongroup_mustache,
    "sources": PackageResources.sources_mustache,
    "annex": PackageResources.annex_mustache,
    "agenda": PackageResources.agenda_mustache,
    "minutes": PackageResources.minutes_mustache,
    "entries": PackageResources.entries_mustache,
  ].mapValues { String(decoding: $0, as: UTF8.self) }
}
