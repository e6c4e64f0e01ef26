import Language
import Workflow

extension CLIMessages {
  /// What a change came to, in a sentence about `what`.
  func outcome(_ change: Change, _ what: String) -> String {
    switch change {
    case .added: added(what)
    case .changed: changed(what)
    case .unchanged: unchanged(what)
    case .removed: removed(what)
    }
  }
}
