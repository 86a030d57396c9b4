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
            let posted = try desk.postMessages(today: common.day)
            console.answer(
                text: posted.map { BilingualText(en: "New messages: \($0).", zh: "新消息：\($0) 条。") }?[console.language]
                    ?? BilingualText(
                        en: "Messages are turned off: the parameter message.channel is not set.",
                        zh: "消息功能未启用：未设置参数 message.channel。")[console.language],
                json: .members(["format": "visitd-post/1", "posted": posted.map { .int($0) } ?? .null]))
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
            console.answer(
                text: BilingualText(
                    en: "New: \(report.posted). Delivered: \(report.delivered). To be tried again: \(report.failed). "
                        + "Given up: \(report.abandoned).",
                    zh: "新增 \(report.posted)，已发出 \(report.delivered)，待重试 \(report.failed)，已放弃 \(report.abandoned)。"
                )[console.language],
                json: .members([
                    "format": "visitd-delivery/1", "posted": .int(report.posted), "delivered": .int(report.delivered),
                    "failed": .int(report.failed), "abandoned": .int(report.abandoned),
                ]))
        }
    }

    struct Retry: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts messages that were given up back to those that wait.")

        @Argument(help: "The messages, as outbox list shows them.")
        var ids: [String]

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            try desk.retryMessages(ids.map { Identifier($0) })
            console.answer(
                text: BilingualText(en: "They will be tried again.", zh: "将重新发送。")[console.language],
                json: .members(["format": "visitd-retry/1", "messages": .array(ids.map { .string($0) })]))
        }
    }
}
