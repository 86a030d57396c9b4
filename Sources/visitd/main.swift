import Foundation
import VisitService

// The daemon's door: all that it does is in VisitService.
let status = await Daemon.run(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment,
    version: "0.1.0")
exit(status)
