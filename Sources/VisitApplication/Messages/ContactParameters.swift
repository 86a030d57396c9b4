import VisitModel
import VisitPlanning

/// The operator's figures for calendars and messages, read from the register's `calendar.*` and `message.*` parameters.
public struct ContactParameters: Hashable, Sendable {
    /// On which day of the month a household can call a prisoner: `calendar.call_day`; nil for no calls in calendars.
    public var callDay: Int?
    /// The e-mail address that stands as the sender of messages and as the organiser of invitations: `message.sender`.
    public var sender: String?
    /// How messages go out: `message.channel`; nil, and none are written, until the operator says so.
    public var channel: Message.Channel?
    /// Whether messages show names: `message.names`.
    public var showsNames = false
    /// Proposed visits are told so many days ahead, and not before: `message.ahead_days`.
    public var aheadDays = 28

    /// Whether events of people's own calendars that are not certain take their time: `calendar.tentative_busy`.
    public var tentativeIsBusy = true

    /// What is wrong with the values that were given.
    public private(set) var findings: [Finding] = []

    /// The figures that `parameters` set, and the defaults for the rest.
    public init(_ parameters: [Parameter] = []) {
        for parameter in parameters {
            switch parameter.name {
            case "calendar.call_day": callDay = number(parameter, in: 1...28)
            case "message.ahead_days": aheadDays = number(parameter, in: 1...365) ?? aheadDays
            case "message.sender": readSender(parameter)
            case "message.channel": readChannel(parameter)
            case "message.names": showsNames = yesOrNo(parameter) ?? showsNames
            case "calendar.tentative_busy": tentativeIsBusy = yesOrNo(parameter) ?? tentativeIsBusy
            default:
                if parameter.name.hasPrefix("calendar.") || parameter.name.hasPrefix("message.") {
                    findings.append(.unknown(parameter))
                }
            }
        }
    }

    private mutating func number(_ parameter: Parameter, in range: ClosedRange<Int>) -> Int? {
        if let number = Int(parameter.value), range.contains(number) { return number }
        report(
            parameter,
            expected: BilingualText(
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数"))
        return nil
    }

    private mutating func readSender(_ parameter: Parameter) {
        let address = PlainText.identifier(parameter.value)
        if MailAddress.isValid(address) {
            sender = address
        } else {
            report(parameter, expected: BilingualText(en: "an e-mail address", zh: "电子邮箱地址"))
        }
    }

    private mutating func readChannel(_ parameter: Parameter) {
        channel = Message.Channel(rawValue: parameter.value)
        if channel == nil, parameter.value != "none" {
            report(
                parameter,
                expected: BilingualText(en: "sms, wechat, mail or none", zh: "sms、wechat、mail 或 none"))
        }
    }

    private mutating func yesOrNo(_ parameter: Parameter) -> Bool? {
        switch parameter.value.lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            report(parameter, expected: BilingualText(en: "yes or no", zh: "yes 或 no"))
            return nil
        }
    }

    private mutating func report(_ parameter: Parameter, expected: BilingualText) {
        findings.append(.value(parameter, expected: expected))
    }
}
