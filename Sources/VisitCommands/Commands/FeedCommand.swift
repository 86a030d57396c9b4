import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Calendars that people subscribe to.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Creates a subscription and prints its secret address, once.",
            discussion: "The service answers at /feeds/TOKEN.ics. The store keeps only a digest of the token.")

        @OptionGroup var subject: SubjectOptions

        @Flag(help: "Show children's names. Without it, the calendar names nobody.")
        var names = false

        @OptionGroup var common: CommonOptions

        func validate() throws {
            if subject.scopes.count != 1 { throw ValidationError("Say whose visits, of one: \(SubjectOptions.list).") }
        }

        func perform(at desk: Desk, console: Console) throws {
            guard let scope = subject.scopes.first else { return }
            let (feed, token) = try desk.createFeed(
                scope: scope, showsNames: names, language: console.language, today: common.day)
            let document = FeedDocument(id: feed.id.text, path: "/feeds/\(token).ics")
            console.answer(text: FeedText(document, language: console.language).text, json: document.json)
            console.remark(
                BilingualText(
                    en:
                        "This address is shown once. Whoever has it can read the calendar; revoke it with: visitctl feed revoke \(feed.id)",
                    zh: "此地址只显示一次。持有者均可查看该日历；撤销：visitctl feed revoke \(feed.id)")[console.language])
        }
    }

    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the subscriptions.")

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let feeds = try desk.feeds()
            console.answer(
                text: FeedsText(feeds, language: console.language).text, json: FeedsDocument(feeds).json)
        }
    }

    struct Revoke: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a subscription.")

        @Argument(help: "The subscription, as feed list shows it.")
        var id: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            try desk.revokeFeed(Identifier(id))
            let document = FeedDocument(id: id, path: nil)
            console.answer(text: FeedText(document, language: console.language).text, json: document.json)
        }
    }
}
