// What does not hold of people: whether they may meet, whether the prisoner is there, whether an adult goes along.

extension FlagWording {
    var aboutContact: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        switch flag.code {
        case .contactForbidden:
            return .init(en: "Contact of \(en) with the prisoner is forbidden.", zh: "\(zh)与服刑人员的会见联系已被禁止。")
        case .contactOnHold:
            return .init(
                en: "Whether \(en) may see the prisoner is still being decided; until then there is no contact.",
                zh: "\(zh)能否会见仍待决定，在此之前暂停会见联系。")
        case .declinedByChild: return .init(en: "\(en) does not want a visit now.", zh: "\(zh)目前不愿意会见。")
        case .noBond:
            return .init(
                en: "\(en) and the prisoner are not registered as belonging together.", zh: "\(zh)与该服刑人员没有亲属关系登记。")
        case .prisonerDeclines: return .init(en: "\(en) does not agree to be visited.", zh: "\(zh)不同意会见。")
        case .undetermined:
            let figure = flag.fact("parameter").map {
                BilingualText(en: ": the parameter \($0) is not set", zh: "：参数 \($0) 尚未设定")
            }
            return .init(
                en: "The rules leave open whether \(en) may visit\(figure?.english ?? "").",
                zh: "规定未明确\(zh)能否会见\(figure?.chinese ?? "")。")
        case .keptApart:
            return .init(
                en: "Two prisoners who must be kept apart are in one session: by this visit and \(others.english).",
                zh: "须相互隔离的两名服刑人员排在同一场次：本次会见与\(others.chinese)。")
        default: return notPermitted
        }
    }

    private var notPermitted: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        if let mode = flag.fact("mode").flatMap(Mode.init(rawValue:))?.name {
            return .init(
                en: "The rules do not admit \(en) to this form of meeting (\(mode.english)).",
                zh: "按规定\(zh)不能以该方式（\(mode.chinese)）会见。")
        }
        let end = flag.fact("until").map { BilingualText(en: ", until \($0)", zh: "，至 \($0)") } ?? BilingualText("")
        let why =
            switch flag.fact("decision").flatMap(Entitlement.Decision.init(rawValue:)) {
            case .suspended: BilingualText(en: "visits are suspended", zh: "会见已被暂停")
            case .deferred: BilingualText(en: "visits wait for now", zh: "暂缓会见")
            case .coResident: BilingualText(en: "the child lives with the prisoner", zh: "孩子与服刑人员同住，无须会见")
            case .outOfPrison: BilingualText(en: "the prisoner is not in prison", zh: "服刑人员不在监狱")
            default: BilingualText(en: "its conditions are not met", zh: "不符合会见条件")
            }
        return .init(
            en: "The rules do not admit \(en) on that day: \(why.english)\(end.english)\(rule.english).",
            zh: "按规定\(zh)当天不能会见：\(why.chinese)\(end.chinese)\(rule.chinese)。")
    }

    var aboutThePrisoner: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        let here = prison("at") ?? BilingualText(en: "another prison", zh: "另一所监狱")
        switch flag.code {
        case .released:
            return .init(
                en: "\(en) is released on \(value("date")), and the visit is not before that.",
                zh: "\(zh)的释放日期为 \(value("date"))，会见当天已不在押。")
        case .prisonerAway:
            let when = days
            let brackets =
                when.english.isEmpty ? BilingualText("") : .init(en: " (\(when.english))", zh: "（\(when.chinese)）")
            return .init(
                en: "\(en) is out of prison on that day\(brackets.english): nursing, in hospital, on leave or away.",
                zh: "\(zh)当天不在监内\(brackets.chinese)：监外哺乳、住院、离监探亲或其他原因。")
        case .whereaboutsUnknown:
            return .init(
                en: "\(en) was transferred on \(value("date")), and the register does not say to which prison; the "
                    + "visit is at \(here.english).",
                zh: "\(zh)于 \(value("date")) 调监，登记资料未写明调往哪所监狱；会见安排在\(here.chinese)。")
        default: return elsewhere(here)
        }
    }

    private func elsewhere(_ here: BilingualText) -> BilingualText {
        let (en, zh) = (who.english, who.chinese)
        guard let there = prison("prison") else {
            return .init(
                en: "\(en) comes to \(here.english) on \(value("date")) only, and the visit there is before that.",
                zh: "\(zh)要到 \(value("date")) 才调入\(here.chinese)，而会见在此之前。")
        }
        let since = flag.fact("from").map { BilingualText(en: " from \($0) on", zh: "自 \($0) 起") } ?? BilingualText("")
        return .init(
            en: "\(en) is in \(there.english)\(since.english), and the visit is at \(here.english).",
            zh: "\(zh)\(since.chinese)关押在\(there.chinese)，而会见安排在\(here.chinese)。")
    }

    var aboutTheAdult: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        switch flag.code {
        case .noAdult:
            return .init(
                en: "\(en), aged \(value("age")), goes without an adult.", zh: "\(zh)（\(value("age"))岁）没有成年人陪同。")
        case .unknown:
            return .init(
                en: "The visit names \(en), of whom or which the register knows nothing.", zh: "会见中的\(zh)不在登记资料中。")
        case .adultUnderAge:
            return .init(
                en: "\(en), who goes along, is \(value("age")) on that day; an adult of at least 18 is needed.",
                zh: "陪同的\(zh)当天\(value("age"))岁，陪同人须年满18周岁。")
        case .doesNotAccompany:
            return .init(en: "\(en) is registered as one who does not go along.", zh: "\(zh)登记为不陪同。")
        case .adultBanned: return banned
        case .adultNotAdmitted:
            let child = person(flag.fact("child").map { "child \($0)" } ?? "")
            return .init(
                en: "The rules do not admit \(child.english) in the company of \(en)\(rule.english).",
                zh: "按规定\(child.chinese)不能由\(zh)陪同会见\(rule.chinese)。")
        case .vettingEnded:
            return .init(
                en: "The vetting of \(en) ends on \(value("until")), before the journey is over.",
                zh: "\(zh)的审查有效期至 \(value("until"))，早于行程结束。")
        default: return daysOfAdult
        }
    }

    private var banned: BilingualText {
        let from = flag.fact("from").map { BilingualText(en: " since \($0)", zh: "自 \($0) 起") } ?? BilingualText("")
        let end =
            flag.fact("until").map { BilingualText(en: ", until \($0)", zh: "，至 \($0)") }
            ?? BilingualText(en: "; no end is on record", zh: "，未登记截止日期")
        if flag.fact("visitors") == "all" {
            return .init(
                en: "Visits to this prisoner are suspended\(from.english)\(end.english). The record names no visitor, "
                    + "so it holds for everybody, \(who.english) too.",
                zh: "该服刑人员\(from.chinese)被暂停会见\(end.chinese)。登记未指明会见人，对所有人有效，\(who.chinese)也不例外。")
        }
        return .init(
            en: "\(who.english) is banned as a visitor\(from.english)\(end.english).",
            zh: "\(who.chinese)\(from.chinese)被暂停会见该服刑人员的资格\(end.chinese)。")
    }

    private var daysOfAdult: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        switch flag.code {
        case .adultNotAvailable:
            return .init(
                en: "\(en) is there \(days.english) only, and the journey is on \(value("date")) too.",
                zh: "\(zh)仅在 \(days.chinese) 期间可以陪同，行程中的 \(value("date")) 不在此期间。")
        case .adultOtherWeekday:
            let weekday = flag.fact("date").flatMap { Day($0) }?.weekday.name ?? BilingualText("–")
            return .init(
                en: "\(en) does not go along on a \(weekday.english), and the journey is on \(value("date")).",
                zh: "\(zh)\(weekday.chinese)不能陪同，而行程在 \(value("date"))。")
        default:
            return .init(
                en:
                    "\(en) cannot go along\(days.english.isEmpty ? "" : " " + days.english): absent on a day of the journey.",
                zh: "\(zh)\(days.chinese)有事不能陪同，与行程冲突。")
        }
    }

    var aboutTheParty: BilingualText {
        let (en, zh) = (who.english, who.chinese)
        switch flag.code {
        case .childAbsent:
            return .init(
                en: "\(en) cannot go\(days.english.isEmpty ? "" : " " + days.english): absent on a day of the journey.",
                zh: "\(zh)\(days.chinese)不能前往，与行程冲突。")
        case .adultTwice:
            return .init(
                en: "\(en) would be in two places at once: on the way for \(others.english) too.",
                zh: "\(zh)同一时间被安排在两处，还要陪同\(others.chinese)。")
        case .childTwice:
            return .init(
                en: "\(en) would be in two places at once: on the way for \(others.english) too.",
                zh: "\(zh)同一时间被安排在两处，还要参加\(others.chinese)。")
        case .bondTwice:
            return .init(
                en: "\(en) has two visits to the prisoner at once: this one and \(others.english).",
                zh: "\(zh)同一时间有两次与同一服刑人员的会见：本次会见与\(others.chinese)。")
        case .escortOverfull:
            return .init(
                en: "\(en) would lead \(value("children")) children on this journey and may lead \(value("allowed")).",
                zh: "\(zh)此行要带\(value("children"))名孩子，最多可带\(value("allowed"))名。")
        default:
            let home = flag.fact("household").map { "household \($0)" }
            let other =
                home.map { BilingualText(en: " (\($0))", zh: "（\(person($0).chinese)）") } ?? BilingualText("")
            return .init(
                en: "\(en) is of another household\(other.english) than the visit is for.",
                zh: "\(zh)属于另一个家庭\(other.chinese)，与本次会见的家庭不同。")
        }
    }
}
