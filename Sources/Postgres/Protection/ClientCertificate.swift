import Glibc

/// Whether libpq will find a client certificate: the file that the settings name, or the user's own.
func hasClientCertificate(_ settings: [String: String]) -> Bool {
  let file = settings["sslcert"] ?? homeFolder().map { "\($0)/.postgresql/postgresql.crt" }
  return file.map { access($0, F_OK) == 0 } ?? false
}

/// As libpq looks for it: `HOME`, or what the operating system's list of users says.
private func homeFolder() -> String? {
  if let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty { return home }
  guard let entry = getpwuid(geteuid()) else { return nil }
  return String(cString: entry.pointee.pw_dir)
}
