import VisitModel
import VisitPlanning
import VisitRules
import VisitStore
import VisitTravel

/// The nightly run, from the lock to the messages. It reads from top to bottom as the night goes:
///
///     lock → rules and parameters → what no longer holds → visit accounts → snapshot → plan → judge → publish
///     → calendars and reports that changed → messages that people must get
///
/// `visitctl night` does all of it, `visitctl plan` and the service's own runs leave out the files. Killed at any point, the
/// store holds the old plan or the new one, whole, and the next run does what is left. Run again on unchanged data, it
/// changes no byte.
struct NightlyRun {
    let desk: Desk
    let request: PlanRequest
    /// Where calendars and reports go; nil for none.
    let output: PublishedFolder?
    /// The language of what is not written for one household.
    var language = Language.english
    let control: RunControl

    /// Does it.
    ///
    /// - Throws: `StoreError` where another run holds the lock or the data go on changing, `RuleError` where a pack is
    ///   faulty, `DeskError` where parameters are faulty, `PlanningError` where the run was stopped. The published plan
    ///   stays.
    func run() throws -> NightReport {
        try desk.requireFullReach()
        let lock = request.isDryRun ? nil : try PlanningLock.acquire(desk.store)
        return try withExtendedLifetime(lock) {
            let view = request.isDryRun ? try desk.reading() : try desk.reviewing(on: request.today)
            let book = try desk.rules()
            // A day has passed, and rules may be others than last night.
            if !request.isDryRun { _ = try view.store.review(at: desk.now()) }

            let plan = try makePlan(view, book)
            guard !request.isDryRun else { return NightReport(plan: plan) }

            // Families are told even where the disk is full.
            let files = Result { try output.map { try publishFiles(in: $0) } }
            return try Desk.afterwards(Self.words(for: plan)) {
                let messages = try Desk.postMessages(view, today: request.today, at: desk.now())
                control.progress(PlanProgress(.publishing, 1))
                return NightReport(plan: plan, files: try files.get(), messages: messages)
            }
        }
    }

    /// What is done when the plan is there.
    private static func words(for plan: PlanReport) -> BilingualText {
        let number = plan.plan.number
        return plan.outcome == .published
            ? BilingualText(en: "Plan \(number) is published.", zh: "第 \(number) 号计划已发布。")
            : BilingualText(en: "Plan \(number) stands.", zh: "第 \(number) 号计划仍然有效。")
    }

    // MARK: The plan

    /// How often a run starts again because rules, parameters or the register changed meanwhile: rules of a prison,
    /// distances, parameters.
    private static let mostAttempts = 3

    private func makePlan(_ view: StoreView, _ book: RuleBook) throws -> PlanReport {
        var attempt = 1
        while true {
            control.progress(PlanProgress(.reading, 0))
            let snapshot = try view.snapshot()
            try requireSoundParameters(snapshot.register, book)
            let accounts = try bringAccountsUpToDate(view, snapshot, book)
            let input = PlanningInput(
                snapshot: snapshot, book: book, request: request, accounts: accounts, stamp: desk.now(),
                identifiers: VisitIdentifiers(
                    taken: try identifiersInUse(view, snapshot), derive: try view.store.identifierDerivation()))
            if let plan = PlanningRun(input, control: control).planInForce {
                return PlanReport(.unchanged, plan, snapshot, accounts.faults)
            }

            let (screened, findings) = try planThatHolds(input, flags: try view.flags())
            if request.isDryRun { return PlanReport(.dryRun, screened.plan, snapshot, accounts.faults, findings) }
            if let published = try publish(screened, madeFrom: snapshot, accounts, to: view) {
                let left = published.isWhole ? [] : [Self.peopleWereFaster]
                return PlanReport(.published, published.plan, snapshot, accounts.faults, findings + left)
            }
            guard attempt < Self.mostAttempts else {
                throw StoreError.changedMeanwhile(
                    madeFrom: snapshot.dataRevision, found: try view.store.dataRevision())
            }
            attempt += 1
        }
    }

    /// How often a plan is made again because the judge objects to so much of it that children are left without a visit.
    private static let mostRounds = 3

    /// A plan of which the judge objects to nothing. What it objects to is not proposed again, and the planner looks for another
    /// date, as long as that helps.
    private func planThatHolds(
        _ input: PlanningInput, flags: [VisitFlag]
    ) throws -> (screened: PlanScreening.Screened, findings: [Finding]) {
        var input = input
        let screening = PlanScreening(input.snapshot, flags: flags, book: input.book, today: request.today)
        var best: (screened: PlanScreening.Screened, warnings: [Finding])?
        for _ in 1...Self.mostRounds {
            let (proposed, warnings) = try PlanningRun(input, control: control).plan()
            control.progress(PlanProgress(.judging, 0.92))
            let screened = screening.screen(proposed)
            if screened.bondsLeft < best?.screened.bondsLeft ?? .max { best = (screened, warnings) }
            guard screened.bondsLeft > 0, !screened.takenBack.isEmpty else { break }
            input.notHolding += screened.takenBack
        }
        guard let best else { preconditionFailure("At least one round is made.") }
        return (best.screened, best.warnings + best.screened.findings)
    }

    /// The identifiers that no new visit may have: those of all facts, and of what was called off lately. A visit that was
    /// moved before its session is of a day that is over, while its session is still to come.
    private func identifiersInUse(_ view: StoreView, _ snapshot: PlanningSnapshot) throws -> Set<Identifier<Visit>> {
        try view.visitIdentifiers(from: request.today - 2 * 366).union(snapshot.register.visits.map(\.id))
    }

    /// Said where a part of the plan was left as it was.
    private static let peopleWereFaster = Finding(
        .warning, code: "people-were-faster", subject: "plan",
        sentence: BilingualText(
            en: "While the plan was made, people changed what a part of it rests on. That part stays as it is now; the "
                + "figures of the plan’s quality are those from before. The next run plans it anew.",
            zh: "制定计划期间有人改动了部分数据。相关部分保持现状；计划质量的数字仍是改动之前的。下次运行时会重新安排这一部分。"))

    private func requireSoundParameters(_ register: Register, _ book: RuleBook) throws {
        let faults = ParameterCheck(register.parameters, book: book).findings.filter { $0.severity == .error }
        guard faults.isEmpty else { throw DeskError.faultyParameters(faults) }
    }

    private func bringAccountsUpToDate(
        _ view: StoreView, _ snapshot: PlanningSnapshot, _ book: RuleBook
    ) throws -> LedgerSurvey {
        var accounts = LedgerSurvey(snapshot, book: book, ledgers: try view.ledgers(), today: request.today)
        if !request.isDryRun { accounts.faults += try accounts.write(to: view) }
        return accounts
    }

    /// Publishes a plan. What people did while it was made stays: the parts of the plan that their steps touch are left as
    /// they are now, and the rest is published.
    ///
    /// - Returns: the plan as published, and whether no part of it was left; nil where so much has changed that it must be
    ///   made again.
    private func publish(
        _ screened: PlanScreening.Screened, madeFrom snapshot: PlanningSnapshot, _ accounts: LedgerSurvey,
        to view: StoreView
    ) throws -> (plan: Plan, isWhole: Bool)? {
        control.progress(PlanProgress(.publishing, 0.95))
        let plan = screened.plan
        var (rebased, revision) = (plan, snapshot.dataRevision)
        for _ in 0..<Self.mostSteps {
            if control.isCancelled() { throw PlanningError.stopped }
            do throws(StoreError) {
                // A plan that was put onto other data is judged again.
                let flags = rebased == plan ? screened.flags : nil
                return (try view.store.publish(rebased, madeFrom: revision, flags: flags), rebased == plan)
            } catch .changedMeanwhile {
                let now = try view.snapshot()
                let corrected = accounts.prisoners(differingFrom: try view.ledgers())
                guard let next = PlanRebase(from: snapshot, onto: now).rebased(plan, touching: corrected) else {
                    return nil
                }
                (rebased, revision) = (next, now.dataRevision)
            }
        }
        return nil
    }

    /// So many steps of people may fall between a look at the store and the publishing, one after the other.
    private static let mostSteps = 20

    // MARK: The files

    /// Writes the calendars and reports that changed.
    private func publishFiles(in output: PublishedFolder) throws -> NightReport.Files {
        control.progress(PlanProgress(.writing, 0.97))
        return try output.publish(from: desk, today: request.today, language: language)
    }
}

extension Desk {
    /// Makes a plan and publishes it: the nightly run without its files.
    ///
    /// - Throws: as the nightly run.
    public func plan(
        _ request: PlanRequest, progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws -> PlanReport {
        let control = RunControl(progress: progress, isCancelled: isCancelled, elapsed: SystemClock.stopwatch())
        return try NightlyRun(desk: self, request: request, output: nil, control: control).run().plan
    }

    /// The whole night: accounts, plan, calendars and reports that changed, messages.
    ///
    /// - Parameters:
    ///   - output: the folder of what is published; where it is nil the setting `output` says it. It is made where it is
    ///     missing.
    ///   - language: that of what is not written for one household.
    /// - Throws: as `plan`; `FollowUpFailure` where the plan is published and what comes after it fails, as
    ///   `DeskError.cannotWrite` does where a file cannot be written. The next night does what is missing.
    public func night(
        _ request: PlanRequest, output: String? = nil, language: Language = .english,
        progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws -> NightReport {
        let control = RunControl(progress: progress, isCancelled: isCancelled, elapsed: SystemClock.stopwatch())
        let folder = PublishedFolder(try output ?? publishedPath())
        let run = NightlyRun(desk: self, request: request, output: folder, language: language, control: control)
        do {
            let report = try run.run()
            noteNight(of: request.today, fault: nil)
            return report
        } catch StoreError.planningElsewhere(let path, let process) {
            // The night is another process's.
            throw StoreError.planningElsewhere(path: path, process: process)
        } catch let failure as any Failure {
            noteNight(of: request.today, fault: failure.code)
            throw failure
        }
    }

    /// Notes what became of a night, for the operator. A disk that cannot be written is no reason to hide how the night
    /// ended.
    private func noteNight(of day: Day, fault: String?) {
        try? writing().store.noteNight(of: day, ended: now(), fault: fault)
    }

    /// The folder of what is published, as the setting `output` names it; the usual one where nothing does.
    func publishedPath() throws -> String { try setting("output") ?? PublishedFolder.usualPath }
}

extension PlanReport {
    fileprivate init(
        _ outcome: Outcome, _ plan: Plan, _ snapshot: PlanningSnapshot, _ faults: [LedgerFault],
        _ warnings: [Finding] = []
    ) {
        let register = snapshot.register
        let agreed = register.visits.filter { $0.status == .confirmed && $0.date >= plan.today }
        let ahead = plan.visits.filter { $0.status.holdsTable && $0.date >= plan.today } + agreed
        self.init(
            outcome: outcome, plan: plan, children: Set(register.bonds.map(\.child)).count,
            childrenWithVisit: Set(ahead.flatMap(\.children)).count,
            currency: TravelParameters(register.parameters).currency, warnings: warnings,
            findings: DataCheck(register, today: plan.today).findings.filter { $0.severity != .note }
                + TimetableCheck.findings(snapshot.timetables, days: plan.horizon) + faults.map(\.finding))
    }
}
