import VisitModel

extension VisitRow {
    /// The household in which the children live, all of them the same.
    static func household(
        of children: [Identifier<Child>], _ row: inout RowReader<Column>, _ draft: Draft
    ) -> Identifier<Household>? {
        let homes = children.compactMap { child in draft.child(child).map { (child, $0.household) } }
        guard let (first, household) = homes.first else { return nil }
        for (child, other) in homes where other != household {
            row.fault(
                .children, .otherHousehold, found: child.text,
                expected: BilingualText(
                    en: "children of one household; \(first) lives in \(household) and \(child) in \(other)",
                    zh: "同一家庭的儿童；\(first) 在 \(household)，\(child) 在 \(other)"),
                advice: BilingualText(
                    en: "Perhaps write one visit for each household.", zh: "也许应按家庭分成两条会见记录。"))
            return nil
        }
        return household
    }

    /// Nobody visits before birth.
    static func checkBirths(
        of children: [Identifier<Child>], before date: Day, _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        for child in children {
            guard let born = draft.child(child)?.birthDate, date < born else { continue }
            row.fault(
                .date, .contradiction, found: "\(date)",
                expected: BilingualText(
                    en: "a day not before \(born), when the child \(child) was born",
                    zh: "不早于儿童 \(child) 的出生日期（\(born)）"),
                advice: BilingualText(en: "Perhaps the year is wrong.", zh: "也许年份有误。"))
        }
    }

    /// Who goes along should be of the children's household, and able to.
    static func checkAdults(
        _ adults: [Visit.Companion], of household: Identifier<Household>, count: Int, on date: Day,
        _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        for case .guardian(let id) in adults {
            guard let home = draft.guardian(id)?.household, home != household else { continue }
            row.fault(
                .guardian, .otherHousehold, severity: .warning, found: id.text,
                expected: BilingualText(
                    en: "a guardian of \(household), where the children live; this one is of \(home)",
                    zh: "儿童所在家庭 \(household) 的监护人；此人属于 \(home)"),
                advice: BilingualText(en: "Perhaps another guardian was meant.", zh: "也许应为另一位监护人。"))
        }
        let escorts = adults.compactMap { adult in
            if case .escort(let id) = adult { draft.escort(id) } else { nil }
        }
        // Where a guardian is along, or an escort is not known, nobody can say that there are too few.
        let isEnough = escorts.count < adults.count || escorts.reduce(0) { $0 + $1.maxChildren } >= count
        let unable = isEnough ? escorts.filter { !$0.canTravel(on: date) } : escorts
        for escort in unable {
            row.fault(
                .escort, .contradiction, severity: .warning, found: escort.id.text,
                expected: BilingualText(
                    en: "an escort who can take \(count) children on \(date)", zh: "\(date) 能带领\(count)名儿童的陪同人员"),
                advice: BilingualText(
                    en: "Perhaps the escort's dates, weekdays or limit are out of date, or a second escort goes along.",
                    zh: "也许该陪同人员的日期、星期或人数上限已过时，或另有一名陪同人员同行。"))
        }
    }

    /// A visit of the past may have been in another prison; one that is ahead is where the prisoner is.
    static func checkPrison(
        _ prison: Identifier<Prison>?, _ session: SessionTemplate?, _ status: Visit.Status,
        _ row: inout RowReader<Column>
    ) {
        guard let prison, let session, session.prison != prison, status.isAhead else { return }
        row.fault(
            .session, .otherPrison, severity: .warning, found: session.id.text,
            expected: BilingualText(
                en: "a session of \(prison), where the prisoner is; this one is of \(session.prison)",
                zh: "服刑人员所在监狱 \(prison) 的时段；该时段属于 \(session.prison)"),
            advice: BilingualText(
                en: "Perhaps the prisoner was transferred and the visit is to be moved.", zh: "也许服刑人员已调监，会见需改期。"))
    }
}

extension VisitRow.Column {
    var definition: ColumnDefinition {
        switch self {
        case .id, .prisoner, .children, .date, .start, .minutes: meeting
        case .mode, .status, .session, .escort, .guardian: circumstances
        }
    }

    private var meeting: ColumnDefinition {
        switch self {
        case .prisoner:
            ColumnDefinition(
                "prisoner", .required, zh: ["服刑人员", "服刑人员编号"],
                BilingualText(en: "whom the children visit", zh: "服刑人员的编号"), examples: ["M1", "M2"])
        case .children:
            ColumnDefinition(
                "children", .required, zh: ["儿童", "儿童编号"], also: ["child"],
                BilingualText(en: "the children who go, all of one household, as a list", zh: "参加的儿童编号，须同一家庭，可多项"),
                examples: ["C1", "C2"])
        case .date:
            ColumnDefinition(
                "date", .required, zh: ["日期", "会见日期"],
                BilingualText(en: "the date", zh: "会见日期"), examples: ["2026-09-05", "2026-10-06"])
        case .start:
            ColumnDefinition(
                "start", .optional, zh: ["开始时间", "开始"],
                BilingualText(
                    en: "when it begins, local to the prison (empty: the session's start)", zh: "开始时间（监狱当地；空：同时段）"),
                examples: ["09:30", ""])
        case .minutes:
            ColumnDefinition(
                "minutes", .required, zh: ["分钟", "时长", "时长分钟"],
                BilingualText(en: "how long it lasts", zh: "会见分钟数"), examples: ["30", "120"])
        default:
            ColumnDefinition(
                "id", .required, zh: ["编号", "会见编号"], also: ["visit id"],
                BilingualText(
                    en: "the identifier of the visit; not of the form V-1", zh: "会见的编号，不得写成 V-1 这类会见号"),
                examples: ["V1", "V2"])
        }
    }

    private var circumstances: ColumnDefinition {
        switch self {
        case .status:
            ColumnDefinition(
                "status", .required, zh: ["状态"], words: Words.status.list,
                BilingualText(en: "how far it has come", zh: "会见状态"), examples: ["held", "confirmed"],
                zhExamples: ["已会见", "已确认"])
        case .session:
            ColumnDefinition(
                "session", .optional, zh: ["时段", "时段编号"],
                BilingualText(en: "the session, an @ and the date", zh: "时段编号、@ 和日期"),
                examples: ["S1@2026-09-05", "S2@2026-10-06"])
        case .escort:
            ColumnDefinition(
                "escort", .optional, zh: ["陪同人员", "陪同人员编号"], also: ["escorts"],
                BilingualText(en: "the escorts who go along, as a list; the first leads", zh: "陪同人员的编号，可多项，首位领队"),
                examples: ["", ""])
        case .guardian:
            ColumnDefinition(
                "guardian", .optional, zh: ["监护人", "监护人编号"], also: ["guardians"],
                BilingualText(en: "the guardians who go along, as a list", zh: "陪同的监护人编号，可多项"),
                examples: ["G1", "G2"])
        default:
            ColumnDefinition(
                "mode", .optional, zh: ["会见方式", "方式"], words: Words.mode.list,
                BilingualText(en: "the form of the meeting (empty: table)", zh: "会见方式（空：桌边会见）"),
                examples: ["table", "family-room"], zhExamples: ["桌边会见", "亲情会见室"])
        }
    }
}
