import Language
import Postgres

/// Why there is no connection although there is a server: in our words, with libpq's for `--debug`.
extension Failure {
  init(_ failure: LoginFailure, _ m: CLIMessages) {
    let code: ErrorCode =
      switch failure.problem.side {
      case .server: .serverNotTrusted
      case .files: .certificateUnusable
      case .login: .notAdmitted
      }
    self.init(
      code, m.loginProblem(failure.problem.rawValue, server: failure.server, user: failure.user),
      details: [
        "problem": .string(failure.problem.rawValue), "server": .string(failure.server),
        "user": .string(failure.user),
      ],
      debug: failure.reason)
  }

  init(_ reason: UnsafeConnection, _ m: CLIMessages) {
    switch reason {
    case .setting(let keyword, let value, let allowed):
      self.init(
        .unsafeConnection, m.unsafeSetting(keyword, value: value, allowed: allowed),
        details: [
          "setting": .string(keyword), "value": .string(value), "allowed": .string(allowed),
        ])
    case .withoutTLS:
      self.init(.unsafeConnection, m.connectionWithoutTLS, details: ["problem": "withoutTLS"])
    case .passwordBesideCertificate:
      self.init(
        .unsafeConnection, m.passwordBesideCertificate, details: ["problem": "passwordBesideCertificate"])
    }
  }
}
