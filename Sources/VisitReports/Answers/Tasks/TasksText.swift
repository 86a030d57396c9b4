import VisitModel

/// What is to be done by when and why, for a person. It holds identifiers, no names.
public struct TasksText: Sendable {
    /// The list.
    public var list: TaskList
    /// The language.
    public var language: Language

    /// A text of that list.
    public init(_ list: TaskList, language: Language) {
        self.list = list
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text: overdue, coming, to be watched; the counts at the end.
    public var text: String {
        let late = list.tasks.filter { $0.duty.due.map { $0 < list.today } ?? false }
        let coming = list.tasks.filter { $0.duty.due.map { $0 >= list.today } ?? false }
        let watched = list.tasks.filter { $0.duty.due == nil }
        return calledOff + flagged + decisions + section(phrases.choose("Overdue", "已逾期"), late)
            + section(phrases.choose("To be done", "待办"), coming)
            + section(phrases.choose("To be watched", "需关注"), watched) + summary(late.count)
    }

    /// The visits that are called off and of which somebody must tell the family, before everything else.
    private var calledOff: String {
        guard !list.calledOff.isEmpty else { return "" }
        let lines = list.calledOff.map { calledOff in
            let visit = calledOff.visit
            let before = calledOff.flag?.calledOff?.name[language]
            let which =
                visit.label + phrases.bracketed(["\(visit.date)", before].compactMap { $0 }.joined(separator: comma))
            let family = phrases.choose("household \(visit.household)", "家庭 \(visit.household)")
            let why = calledOff.why(naming: list.names)[language]
            let outlook = calledOff.outlook?[language] ?? ""
            return "  \(phrases.labelled(which, phrases.paragraph([why, phrases.sentence(family), outlook])))\n"
        }
        let title = phrases.choose(
            "Called off: tell the family (then: visitctl visit told V-…)",
            "已取消：请告知家属（告知后运行 visitctl visit told V-…）")
        return title + "\n" + lines.joined() + "\n"
    }

    /// The visits about which somebody must decide, before the tasks.
    private var flagged: String {
        guard !list.flagged.isEmpty else { return "" }
        let lines = list.flagged.map { noted in
            let visit = noted.visit
            let which = visit.label + phrases.bracketed("\(visit.date)\(comma)\(visit.status.name[language])")
            let passed = noted.flag.waiver == nil ? "" : phrases.bracketed(phrases.choose("let pass", "已放行"))
            let found = noted.flag.since.utcDay
            let sentence = phrases.paragraph([
                noted.flag.sentence(naming: list.names)[language],
                phrases.choose("Known since \(found).", "发现于 \(found)。"),
            ])
            let advice = noted.flag.waiver == nil ? "    \(noted.advice[language])\n" : ""
            return "  \(phrases.labelled(which, sentence)) \(noted.flag.code.inBrackets)\(passed)\n" + advice
        }
        return phrases.choose("Visits that do not hold", "存在问题的会见") + "\n" + lines.joined() + "\n"
    }

    /// Decisions against contact that are due to be reviewed.
    private var decisions: String {
        guard !list.decisions.isEmpty else { return "" }
        let lines = list.decisions.map { bond in
            let who = "\(bond.child), \(bond.prisoner)".onOneLine
            let day = bond.reviewOn?.description ?? "—"
            return "  \(day)  \(phrases.labelled(who, bond.reviewSentence[language]))\n"
        }
        return phrases.choose("Decisions to be looked at again", "需复核的决定") + "\n" + lines.joined() + "\n"
    }

    private var comma: String { phrases.choose(", ", "，") }

    private func section(_ title: String, _ tasks: [CaseTask]) -> String {
        tasks.isEmpty ? "" : title + "\n" + tasks.map(lines).joined() + "\n"
    }

    private func lines(_ task: CaseTask) -> String {
        let duty = task.duty
        let day = duty.due?.description ?? "—"
        let people = [task.prisoner.text] + task.children.map(\.text) + [task.visit.map(visit)].compactMap { $0 }
        let source = [duty.citation[language].onOneLine, duty.force.name[language], duty.confidence.name[language]]
        return """
              \(day)  \(duty.task.name[language])\(phrases.bracketed(people.map(\.onOneLine).joined(separator: comma)))
                \(phrases.sentence(duty.sentence[language]))
                [\(duty.rule.onOneLine)] \(source.joined(separator: phrases.choose("; ", "；")))

            """
    }

    /// A visit by its number, with its day.
    private func visit(_ visit: Visit) -> String {
        phrases.choose("\(visit.label) on \(visit.date)", "\(visit.label)（\(visit.date)）")
    }

    private func summary(_ late: Int) -> String {
        if list.tasks.isEmpty {
            guard list.flagged.isEmpty, list.decisions.isEmpty, list.calledOff.isEmpty else { return "" }
            return phrases.choose(
                "Nothing to be done within \(phrases.days(list.within)).\n", "\(list.within)天内没有待办事项。\n")
        }
        return phrases.choose(
            "\(phrases.count(list.tasks.count, "task", "tasks", "")), \(late) of them overdue.\n",
            "共\(list.tasks.count)项，其中\(late)项已逾期。\n")
    }
}

extension Duty.Task {
    /// What is to be done, in a few words.
    var name: BilingualText {
        switch self {
        case .notifyFamily: BilingualText(en: "the family is told of the admission", zh: "通知家属收监情况")
        case .explainVisiting: BilingualText(en: "relatives are told how to visit", zh: "告知亲属会见事项")
        case .firstContact: BilingualText(en: "first contact, and care for the children", zh: "首次联系并安排子女照料")
        case .notifyTransfer: BilingualText(en: "tell the family of the transfer, check visits", zh: "告知转监并核对会见")
        case .nursingEnds: BilingualText(en: "the time outside for nursing ends: plan visits", zh: "监外哺乳期满：安排会见")
        case .nurseryEnds: BilingualText(en: "the child leaves the nursery: plan visits", zh: "儿童离开育婴监区：安排会见")
        case .separationPriority: BilingualText(en: "visits come first after the separation", zh: "分离后优先安排会见")
        case .fosterCareClock: BilingualText(en: "foster care nears its limit", zh: "寄养时间临近上限")
        case .unattendedChild: BilingualText(en: "a child without care in fact?", zh: "核查是否事实无人抚养")
        case .guardianshipReview: BilingualText(en: "look at the case again", zh: "复核个案")
        case .noContact: BilingualText(en: "no contact for too long: ask why", zh: "长期没有联系：了解原因")
        case .paroleNote: BilingualText(en: "note on the children for the parole file", zh: "为假释材料准备子女照料说明")
        case .endOfRestriction: BilingualText(en: "ask for the end of a restriction", zh: "核实限制的截止日期")
        case .setParameter: BilingualText(en: "set a figure", zh: "设定参数")
        case .papers: BilingualText(en: "papers are missing", zh: "补齐证件")
        case .requestVisit: BilingualText(en: "request the visit", zh: "申请会见")
        }
    }
}
