import VisitModel
import VisitPlanning
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// Findings about the data in the store, the gravest first: cancelled visits of which a family must still be told,
    /// visits with flags, and the rest.
    public func check(today: Day) throws -> [Finding] {
        let view = try reading()
        let snapshot = try view.snapshot()
        let register = snapshot.register
        let book = try rules()
        let horizon = PlanningParameters(register.parameters).horizon(from: today + 1)
        let names = FlagNames(prisons: register.prisonNames)
        let toTell = try view.visitsToTell(from: today - Visit.daysShownAfterDate).map {
            $0.calledOff.searched(in: snapshot, today: today)
        }
        let flags = try CurrentFlags(view, snapshot, book: book, today: today).noted
        return toTell.compactMap { $0.finding(naming: names) } + flags.map { $0.finding(naming: names) }
            + DataCheck(register, today: today).findings
            + LawCheck(register.prisons, book: book, today: today).findings
            + ParameterCheck(register.parameters, book: book).findings
            + TimetableCheck.findings(snapshot.timetables, days: horizon)
            + templateFindings
    }
}

extension CalledOff {
    /// The same, with how far the search for another date has come.
    func searched(in snapshot: PlanningSnapshot, today: Day) -> CalledOff {
        guard let flag else { return self }
        if flag.code == .prisonerElsewhere,
            let remedy = UnshownTransfer.remedies(in: snapshot.register)[visit.prisoner]
        {
            var waiting = self
            waiting.search = .waiting(remedy)
            return waiting
        }
        guard let plan = snapshot.plan, plan.published > flag.since else { return self }
        let other = (snapshot.register.visits + plan.visits).first { other in
            other.id != visit.id && other.status.isAhead && other.date >= today && other.prisoner == visit.prisoner
                && !Set(other.children).isDisjoint(with: visit.children)
        }
        var known = self
        known.search = other.map { .found($0.label) } ?? .failed
        return known
    }

    /// The visit among the findings of a check; nil where nobody says what it was called off for.
    fileprivate func finding(naming names: FlagNames) -> Finding? {
        guard let flag else { return nil }
        let before = flag.calledOff?.name ?? visit.status.name
        let why = why(naming: names)
        var finding = Finding(
            .warning, code: flag.code.rawValue, subject: "visit \(visit.label)",
            sentence: BilingualText(
                en:
                    "The visit \(visit.label) on \(visit.date), which was \(before.english), is called off: \(why.english)",
                zh: "\(visit.date) 的会见 \(visit.label)（原状态：\(before.chinese)）已取消：\(why.chinese)"),
            advice: BilingualText(
                en:
                    "Perhaps tell the household \(visit.household), and then: visitctl visit told \(visit.label)."
                    + (outlook.map { " " + $0.english } ?? ""),
                zh: "请告知家庭 \(visit.household)，然后运行 visitctl visit told \(visit.label)。\(outlook?.chinese ?? "")"))
        finding.visits = [visit.id]
        return finding
    }
}

extension ReviewOutcome.Noted {
    /// The flag among the findings of a check.
    fileprivate func finding(naming names: FlagNames) -> Finding {
        let what = flag.sentence(naming: names)
        let head = BilingualText(
            en: "The visit \(visit.label) on \(visit.date) (\(visit.status.name.english)) does not hold: ",
            zh: "\(visit.date) 的会见 \(visit.label)（\(visit.status.name.chinese)）存在问题：")
        let passed = flag.waiver.map { BilingualText(en: " It was let pass: \($0.reason)", zh: "已放行：\($0.reason)") }
        let advice = self.advice
        var finding = Finding(
            flag.waiver == nil ? .warning : .note, code: flag.code.rawValue, subject: "visit \(visit.label)",
            sentence: BilingualText(
                en: head.english + what.english + (passed?.english ?? ""),
                zh: head.chinese + what.chinese + (passed?.chinese ?? "")),
            advice: flag.waiver != nil
                ? nil
                : BilingualText(
                    en: "\(advice.english) Or let it pass with visitctl visit waive --check \(flag.code.rawValue) "
                        + "and a reason.",
                    zh: "\(advice.chinese)也可用 visitctl visit waive --check \(flag.code.rawValue) 说明理由后放行。"))
        finding.visits = [visit.id]
        finding.check = flag.code
        return finding
    }
}
