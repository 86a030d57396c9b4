import VisitModel

/// What was asked for on the command line.
enum Invocation: Equatable {
    /// To serve, with these settings.
    case serve([Setting: String])
    /// To say how the program is used.
    case help
    /// To say which version this is.
    case version
    /// Something that makes no sense: every fault of it.
    case faulty([Finding])

    /// Reads the arguments that follow the program's name. Strict: an option that is unknown, given twice or without
    /// its value is a fault, since a daemon that ignores a misspelt option runs with the wrong setting for years.
    init(_ arguments: [String]) {
        if arguments.contains("--help") || arguments.contains("-h") || arguments == ["help"] {
            self = .help
        } else if arguments.contains("--version") {
            self = .version
        } else if arguments.first == "serve" {
            self = Self.serve(arguments.dropFirst())
        } else {
            self = .faulty([Self.unknownCommand(arguments.first)])
        }
    }

    private static func serve(_ arguments: ArraySlice<String>) -> Invocation {
        var settings: [Setting: String] = [:]
        var faults: [Finding] = []
        var rest = arguments
        while let argument = rest.popFirst() {
            let (name, joined) = split(argument)
            guard argument.hasPrefix("--"), let setting = Setting.allCases.first(where: { $0.option == name }) else {
                faults.append(unknownOption(name))
                // The value of an unknown option is not another fault.
                if joined == nil, argument.hasPrefix("--"), rest.first?.hasPrefix("--") == false { rest.removeFirst() }
                continue
            }
            guard let value = joined ?? (rest.first?.hasPrefix("--") == false ? rest.popFirst() : nil), !value.isEmpty
            else {
                faults.append(noValue(name))
                continue
            }
            if settings.updateValue(value, forKey: setting) != nil { faults.append(givenTwice(name)) }
        }
        return faults.isEmpty ? .serve(settings) : .faulty(faults)
    }

    /// `--name=value` as name and value.
    private static func split(_ argument: String) -> (name: String, value: String?) {
        guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
        return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
    }

    private static func unknownCommand(_ name: String?) -> Finding {
        guard let name else {
            return Finding(
                .error, code: "no-command", subject: "command line",
                sentence: BilingualText(
                    en: "No command was given; the daemon's only one is “serve”.", zh: "没有给出命令；本守护程序只有“serve”一个命令。"),
                advice: BilingualText(en: "Perhaps visitd serve --help.", zh: "不妨运行 visitd serve --help。"))
        }
        return Finding(
            .error, code: "unknown-command", subject: "command line",
            sentence: BilingualText(
                en: "“\(name)” is no command of visitd; its only one is “serve”.",
                zh: "visitd 没有“\(name)”这个命令；只有“serve”。"),
            advice: BilingualText(
                en: "Perhaps “visitd serve”; the commands for people are those of visitctl.",
                zh: "不妨用“visitd serve”；供人使用的命令在 visitctl 里。"))
    }

    private static func unknownOption(_ name: String) -> Finding {
        let known = Setting.allCases.map(\.option) + ["--help", "--version"]
        return Finding(
            .error, code: "unknown-option", subject: "option \(name)",
            sentence: BilingualText(en: "“\(name)” is no option of visitd serve.", zh: "visitd serve 没有“\(name)”这个选项。"),
            advice: NearestName.of(name, among: known).map {
                BilingualText(en: "Perhaps \($0) was meant.", zh: "您要的也许是 \($0)。")
            })
    }

    private static func noValue(_ name: String) -> Finding {
        Finding(
            .error, code: "option-without-value", subject: "option \(name)",
            sentence: BilingualText(en: "The option \(name) needs a value after it.", zh: "选项 \(name) 后面需要一个值。"))
    }

    private static func givenTwice(_ name: String) -> Finding {
        Finding(
            .error, code: "option-given-twice", subject: "option \(name)",
            sentence: BilingualText(en: "The option \(name) was given twice.", zh: "选项 \(name) 给出了两次。"))
    }
}
