import ArgumentParser
import VisitModel

extension Day: ExpressibleByArgument {
    /// A date of the calendar on the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}
