import Commands
import Foundation

@main
struct Main {
  static func main() async {
    exit(await Est.run(Array(CommandLine.arguments.dropFirst())))
  }
}
