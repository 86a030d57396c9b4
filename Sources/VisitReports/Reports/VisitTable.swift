import VisitModel

/// Visits as rows for a spreadsheet.
struct VisitTable {
    let details: [VisitDetail]
    let language: Language

    private var phrases: Phrases { Phrases(language) }

    /// The rows with their heading. Dates and times are written so that a spreadsheet reads them as such.
    var csv: String { CSVText(heading: heading, rows: details.map(row)).text }

    private var heading: [String] {
        language == .english
            ? [
                "date", "start", "end", "session", "prison", "form", "status", "visit", "prisoner id", "prisoner",
                "children", "names", "ages", "companion", "telephone", "papers", "household", "leave home", "gate",
                "home", "journey",
            ]
            : [
                "日期", "开始", "结束", "场次", "监狱", "形式", "状态", "会见编号", "服刑人员编号", "服刑人员", "儿童人数", "儿童姓名", "年龄",
                "陪同人", "电话", "证件", "家庭", "离家", "到监狱门口", "回到家", "行程",
            ]
    }

    private func row(_ detail: VisitDetail) -> [String] {
        let visit = detail.visit
        let ages = detail.children.map { String($0.age(on: visit.date)) }
        return [
            visit.date.description, visit.start?.description ?? "", visit.ends?.clock.description ?? "",
            visit.session?.text ?? "", detail.prison.name[language], visit.mode.name[language],
            visit.status.name[language], visit.id.text, detail.prisoner.id.text, detail.prisoner.name,
            String(visit.children.count), detail.children.map(\.name).joined(separator: "; "),
            ages.joined(separator: "; "), detail.companionName ?? "", detail.companionPhone ?? "",
            visit.documents.map { $0.name[language] }.joined(separator: "; "), detail.household.name,
            time(visit.trip?.leavesHome), time(visit.trip?.arrives), time(visit.trip?.isHome),
            journey(visit),
        ]
    }

    /// What the visits of one journey have in common: its first meeting. Empty where nobody travels.
    private func journey(_ visit: Visit) -> String {
        guard let trip = visit.trip else { return "" }
        guard let first = trip.shared?.meetings.first else { return visit.id.text }
        let leader = details.first { first.isMade(by: $0.visit) && $0.visit.trip?.shared == trip.shared }
        return leader?.visit.id.text ?? "\(first.session)/\(first.prisoner)"
    }

    private func time(_ time: CivilTime?) -> String { time.map { "\($0.day) \($0.clock)" } ?? "" }
}

extension VisitDetail {
    /// The order of every list of visits: date, start (those without a time first), identifier.
    static func isBefore(_ a: VisitDetail, _ b: VisitDetail) -> Bool {
        let (x, y) = (a.visit, b.visit)
        return (x.date, x.start?.minutes ?? -1, x.id) < (y.date, y.start?.minutes ?? -1, y.id)
    }
}
