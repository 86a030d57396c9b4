import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct TravelCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "travel", abstract: "Journeys from a place to a prison and back.")

    @Option(help: ArgumentHelp("The place where the journey begins.", valueName: "id"))
    var from: String

    @Option(help: ArgumentHelp("The prison.", valueName: "id"))
    var prison: String

    @Option(help: ArgumentHelp("The day of the visit.", valueName: "YYYY-MM-DD"))
    var date: CivilDay

    @Option(help: ArgumentHelp("When to be at the gate. Otherwise 09:00.", valueName: "HH:MM"))
    var arriveBy: TimeOfDay?

    @Option(help: ArgumentHelp("When the way home can begin. Otherwise 15:00.", valueName: "HH:MM"))
    var returnAfter: TimeOfDay?

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let journeys = try desk.journeys(
            from: Identifier(from), to: Identifier(prison), on: date.day,
            arriveBy: arriveBy?.clock ?? ClockTime(minutes: 9 * 60) ?? .midnight,
            returnAfter: returnAfter?.clock ?? ClockTime(minutes: 15 * 60) ?? .midnight)
        console.answer(
            text: TravelText(
                date: journeys.date, outbound: journeys.outbound, homeward: journeys.homeward,
                ifMissed: journeys.ifMissed,
                placeNames: journeys.placeNames, timetablesOf: journeys.timetablesOf, currency: journeys.currency,
                language: console.language
            ).text,
            json: TravelDocument(
                date: journeys.date, outbound: journeys.outbound, homeward: journeys.homeward,
                ifMissed: journeys.ifMissed
            ).json)
    }
}
