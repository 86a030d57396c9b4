import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Messages that people must get: what waits, and their delivery.",
        discussion: """
            Messages are written once the parameter message.channel says how (sms, wechat, mail). Each is delivered at
            least once: a delivery that is killed is done again. See Docs/guides/messages.md.
            """,
        subcommands: [List.self, Post.self, Deliver.self, Retry.self], defaultSubcommand: List.self)

    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the messages that wait or were given up.")

        @Flag(help: "Also those that were delivered, or superseded by newer ones.")
        var all = false

        @Option(help: "How many at most.")
        var limit: Int = 1000

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let messages = try desk.outbox(all: all, limit: max(0, limit))
            console.answer(
                text: OutboxText(messages, language: console.language).text, json: OutboxDocument(messages).json)
        }
    }

    struct Post: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts into the outbox what people must be told. The nightly run and each delivery do so too.")

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let document = PostDocument(posted: try desk.postMessages(today: common.day))
            console.answer(text: PostText(document, language: console.language).text, json: document.json)
        }
    }

    struct Deliver: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delivers what is due by the operator's commands.",
            discussion: """
                A command is run by /bin/sh, once for each message. For mail it gets an e-mail on its standard input
                ("sendmail -t -i" sends it), for sms and wechat a line of JSON (visitd-message/1) with address, text and
                parts. Exit status 0: taken; 65, 67 or 68: no such address; all else: try again later.
                """)

        @Option(help: ArgumentHelp("The command for short messages. Otherwise $VISITD_SMS.", valueName: "command"))
        var sms: String?

        @Option(help: ArgumentHelp("The command for WeChat. Otherwise $VISITD_WECHAT.", valueName: "command"))
        var wechat: String?

        @Option(help: ArgumentHelp("The command for mail. Otherwise $VISITD_MAIL.", valueName: "command"))
        var mail: String?

        @Option(help: "How many messages at most.")
        var limit: Int = 100_000

        @OptionGroup var common: CommonOptions

        private var commands: [Message.Channel: String] {
            let environment = ProcessInfo.processInfo.environment
            let named: [(Message.Channel, String?)] = [
                (.sms, sms ?? environment["VISITD_SMS"]), (.wechat, wechat ?? environment["VISITD_WECHAT"]),
                (.mail, mail ?? environment["VISITD_MAIL"]),
            ]
            var commands: [Message.Channel: String] = [:]
            for (channel, command) in named {
                if let command, !command.allSatisfy(\.isWhitespace) { commands[channel] = command }
            }
            return commands
        }

        func perform(at desk: Desk, console: Console) throws {
            guard !commands.isEmpty else {
                throw ValidationError("Name a command for at least one channel: --sms, --wechat or --mail.")
            }
            let report = try desk.deliverMessages(by: commands, limit: max(0, limit), today: common.day)
            let document = DeliveryDocument(
                posted: report.posted, delivered: report.delivered, failed: report.failed, abandoned: report.abandoned)
            console.answer(text: DeliveryText(document, language: console.language).text, json: document.json)
        }
    }

    struct Retry: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Queues messages again that were given up.")

        @Argument(help: "The messages, as outbox list shows them.")
        var ids: [String]

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            try desk.retryMessages(ids.map { Identifier($0) })
            let document = RetryDocument(messages: ids)
            console.answer(text: RetryText(document, language: console.language).text, json: document.json)
        }
    }
}
