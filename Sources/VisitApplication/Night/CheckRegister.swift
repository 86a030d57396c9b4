import VisitModel
import VisitPlanning
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// Findings about the data in the store, the gravest first.
    public func check(today: Day) throws -> [Finding] {
        let view = try reading()
        let snapshot = try view.snapshot()
        let register = snapshot.register
        let book = try rules()
        let parameters = PlanningParameters(register.parameters)
        let horizon = parameters.horizon(from: today + 1)
        let flags = try StandingFlags(view, snapshot, book: book, today: today).noted
        return flags.map(\.finding) + DataCheck(register, today: today).findings + parameters.findings
            + ContactParameters(register.parameters).findings
            + TravelParameters(register.parameters).findings
            + TimetableCheck.findings(snapshot.timetables, days: horizon)
            + book.check(register.parameters)
            + templateFindings
    }
}

extension ReviewOutcome.Noted {
    /// The flag among the findings of a check.
    fileprivate var finding: Finding {
        let name = visit.number.map(VisitNumber.text) ?? visit.id.text
        let head = BilingualText(
            en: "The visit on \(visit.date) (\(visit.status.name.english)) does not hold: ",
            zh: "\(visit.date) 的会见（\(visit.status.name.chinese)）存在问题：")
        let passed = flag.waiver.map { BilingualText(en: " It was let pass: \($0.reason)", zh: "已放行：\($0.reason)") }
        var finding = Finding(
            flag.waiver == nil ? .warning : .note, code: flag.code.rawValue, subject: "visit \(name)",
            sentence: BilingualText(
                en: head.english + flag.sentence.english + (passed?.english ?? ""),
                zh: head.chinese + flag.sentence.chinese + (passed?.chinese ?? "")),
            advice: flag.waiver != nil
                ? nil
                : BilingualText(
                    en: "Perhaps move it, call it off, or let it pass with visitctl visit waive and a reason.",
                    zh: "或许应改期、取消，或用 visitctl visit waive 说明理由后放行。"))
        finding.visits = [visit.id]
        return finding
    }
}
