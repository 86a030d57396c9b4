import VisitModel

/// Looks through a register for what keeps children from visits: papers, people, sessions, places that are missing.
package struct DataCheck {
    /// What was found, the gravest first, then by subject.
    package let findings: [Finding]

    package init(_ register: Register, today: Day) {
        var findings: [Finding] = []
        let bonded = Set(register.bonds.map(\.child))
        for child in register.children where !bonded.contains(child.id) {
            findings.append(
                Self.finding(
                    .warning, "child-without-bond", "child \(child.id)",
                    en: "The child \(child.id) has no bond with a prisoner, so nothing is planned.",
                    zh: "儿童 \(child.id) 没有登记与服刑人员的关系，因此不会安排会见。",
                    advice: ("Perhaps add a row to bonds.csv.", "可在 bonds.csv 中添加一行。")))
        }
        let visited = Set(register.prisoners.map(\.prison))
        let open = Set(register.templates.filter { $0.validTo.map { $0 >= today } ?? true }.map(\.prison))
        for prison in register.prisons where visited.contains(prison.id) && !open.contains(prison.id) {
            findings.append(
                Self.finding(
                    .warning, "prison-without-sessions", "prison \(prison.id)",
                    en: "The prison \(prison.id) holds parents and has no visiting session from \(today) on.",
                    zh: "监狱 \(prison.id) 关押着家长，但自 \(today) 起没有会见场次。",
                    advice: ("Perhaps ask its visits office for the timetable.", "可向该监狱会见科索取会见时间表。")))
        }
        let coordinates = Set(register.places.filter { $0.coordinate != nil }.map(\.id))
        let measured = Set(register.distances.flatMap { [$0.from, $0.to] })
        let used = Set(register.prisons.map(\.place) + register.households.map(\.place))
        for place in register.places
        where used.contains(place.id) && !coordinates.contains(place.id) && !measured.contains(place.id) {
            findings.append(
                Self.finding(
                    .warning, "place-without-position", "place \(place.id)",
                    en: "The place \(place.id) has neither a coordinate nor a distance, so no journey can be planned.",
                    zh: "地点 \(place.id) 既无坐标也无距离，无法安排行程。", advice: nil))
        }
        findings += Self.people(register, today: today)
        let order: [Finding.Severity: Int] = [.error: 0, .warning: 1, .note: 2]
        self.findings = findings.sorted {
            (order[$0.severity] ?? 3, $0.code, $0.subject) < (order[$1.severity] ?? 3, $1.code, $1.subject)
        }
    }

    private static func people(_ register: Register, today: Day) -> [Finding] {
        var findings: [Finding] = []
        let accompanied = Set(register.guardians.filter(\.accompanies).map(\.household))
        let escorted = Set(register.escorts.map(\.home))
        for household in register.households
        where !accompanied.contains(household.id) && !escorted.contains(household.escortsFrom ?? household.id) {
            findings.append(
                finding(
                    .warning, "household-without-companion", "household \(household.id)",
                    en: "Nobody can take the children of the household \(household.id) to a visit.",
                    zh: "没有人能陪同家庭 \(household.id) 的孩子去会见。",
                    advice: ("Perhaps assign it a charity's escorts (escorts_from).", "可为其指定公益机构的陪同人员（escorts_from）。")))
        }
        findings += SamePerson.all(of: register.guardians, register.escorts).map(\.finding)
        findings += DuplicateRecord.all(of: register).map(\.finding)
        for escort in register.escorts {
            guard let end = escort.vettedUntil, end < today + 60 else { continue }
            findings.append(
                finding(
                    .warning, "vetting-ends", "escort \(escort.id)",
                    en: "The vetting of the escort \(escort.id) ends on \(end).",
                    zh: "陪同人员 \(escort.id) 的审查有效期至 \(end)。", advice: nil))
        }
        for event in register.events where event.isBan && event.until == nil {
            findings.append(
                finding(
                    .note, "ban-without-end", "prisoner event \(event.id)",
                    en:
                        "The event \(event.id) keeps a visitor away from the prisoner \(event.prisoner), and no last day is on record.",
                    zh: "事件 \(event.id) 暂停了一名会见人会见服刑人员 \(event.prisoner) 的资格，但未登记截止日期。",
                    advice: (
                        "Perhaps ask the prison how long, and fill in until in prisoner_events.csv.",
                        "可向监狱询问期限，并在 prisoner_events.csv 中填写截止日期。"
                    )))
        }
        findings += events(register) + UnshownTransfer.all(of: register).map(\.finding)
        for bond in register.bonds where bond.contact == .allowed && bond.papers.isEmpty {
            findings.append(
                finding(
                    .note, "bond-without-papers", "bond \(bond.id)",
                    en: "No paper is on file for the bond \(bond.id); the first visit needs proof of the relationship.",
                    zh: "关系 \(bond.id) 没有存档的证件；首次会见需要亲属关系证明。", advice: nil))
        }
        for prisoner in register.prisoners {
            guard let release = prisoner.release, release < today else { continue }
            findings.append(
                finding(
                    .note, "prisoner-released", "prisoner \(prisoner.id)",
                    en: "The prisoner \(prisoner.id) was released on \(release).",
                    zh: "服刑人员 \(prisoner.id) 已于 \(release) 释放。", advice: nil))
        }
        return findings
    }

    /// What events leave open that visits rest on: where a transfer leads, and whom a suspension keeps away.
    package static func events(_ register: Register) -> [Finding] {
        let prisons = Set(register.prisons.map(\.id.text))
        return register.events.compactMap { event in
            let (id, prisoner) = (event.id, event.prisoner)
            if event.isBanOfEverybody {
                return finding(
                    .warning, "ban-of-everybody", "prisoner event \(id)",
                    en:
                        "The suspension \(id) names no visitor, so it keeps everybody away from the prisoner \(prisoner).",
                    zh: "暂停会见人资格的事件 \(id) 未写明会见人，因此所有人都不能会见服刑人员 \(prisoner)。",
                    advice: (
                        "Perhaps fill in visitor in prisoner_events.csv: the id of the guardian or escort.",
                        "请在 prisoner_events.csv 的“被限制会见人”中填写该监护人或陪同人员的编号。"
                    ))
            }
            guard event.kind == .transferred, !prisons.contains(event.note) else { return nil }
            return finding(
                .warning, "transfer-to-unknown-prison", "prisoner event \(id)",
                en:
                    "The note of the transfer \(id) of the prisoner \(prisoner) on \(event.date) names no prison of the "
                    + "register; expected the id of the prison to which the prisoner was moved.",
                zh: "服刑人员 \(prisoner) 于 \(event.date) 调监的事件 \(id)，备注中没有登记资料中的监狱；应填调入监狱的编号。",
                advice: (
                    "Perhaps write the id from prisons.csv into note; until then its visits are to be verified.",
                    "请在“备注”中填写 prisons.csv 中的监狱编号；在此之前，其会见须先核实。"
                ))
        }
    }

    private static func finding(
        _ severity: Finding.Severity, _ code: String, _ subject: String, en: String, zh: String,
        advice: (en: String, zh: String)?
    ) -> Finding {
        Finding(
            severity, code: code, subject: subject, sentence: BilingualText(en: en, zh: zh),
            advice: advice.map { BilingualText(en: $0.en, zh: $0.zh) })
    }
}
