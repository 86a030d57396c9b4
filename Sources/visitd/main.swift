import Foundation
import VisitApplication
import VisitService

// The daemon's door: all that it does is in VisitService.
let status = await Daemon.run(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment,
    version: ProgramVersion.text)
exit(status)
