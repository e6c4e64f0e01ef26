import Logging
import ServiceLifecycle
import Workflow

/// Whether a step found something to do.
enum Step {
  case busy
  /// Nothing to do before so long, if that is known.
  case idle(for: Duration?)
}

/// Repeats a step until the process is told to stop; a step that has begun is finished first.
///
/// An error is logged and the step tried again later: a database that is away comes back.
func untilShutdown(
  _ pace: Pace, _ logger: Logger, as name: String, _ step: () async throws -> Step
) async {
  var failures = 0
  while !Task.isShuttingDownGracefully && !Task.isCancelled {
    var pause = pace.look
    do {
      guard case .idle(let rest) = try await step() else { continue }
      failures = 0
      pause = min(pause, rest ?? pause)
    } catch UseCaseError.store(.conflict) {
      // Someone was before; what they did is seen at the next look.
      continue
    } catch {
      logger.error("\(name) will try again", metadata: ["error": "\(error)"])
      pause = pace.retry * (1 << min(failures, 5))
      failures += 1
    }
    let rest = pause
    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: rest) }
  }
}
