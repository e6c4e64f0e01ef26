import Commands
import Foundation

@main
struct Main {
  static func main() async {
    exit(await EstWorker.run(Array(CommandLine.arguments.dropFirst())))
  }
}
