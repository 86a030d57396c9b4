import VisitModel
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// The nightly run: reads, plans, judges, and publishes in one transaction.
    ///
    /// One run at a time: the lock is held across processes until the run ends. Run again on unchanged data, it
    /// publishes nothing and changes no byte of the store.
    ///
    /// - Throws: `StoreError` where another run holds the lock or the data changed meanwhile, `RuleError` where a
    ///   pack is faulty, `DeskError` where parameters are faulty or the run was stopped. The published plan stays.
    public func plan(
        _ request: PlanRequest, progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws -> PlanReport {
        let book = try rules()
        let store = request.isDryRun ? try reading() : try writing()
        try requireClock(store)
        let lock = request.isDryRun ? nil : try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            try plan(request, book, store, progress: progress, isCancelled: isCancelled)
        }
    }

    private func plan(
        _ request: PlanRequest, _ book: RuleBook, _ store: VisitStore,
        progress: @escaping @Sendable (PlanProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) throws -> PlanReport {
        progress(PlanProgress(.reading, 0))
        let snapshot = try store.snapshot()
        let parameters = PlanningParameters(snapshot.register.parameters)
        let travel = TravelParameters(snapshot.register.parameters)
        let findings =
            parameters.findings + travel.findings + ContactParameters(snapshot.register.parameters).findings
            + book.check(snapshot.register.parameters)
        let faults = findings.filter { $0.severity == .error }
        guard faults.isEmpty else { throw DeskError.faultyParameters(faults) }

        var accounts = LedgerSurvey(snapshot, book: book, ledgers: try store.ledgers(), today: request.today)
        if !request.isDryRun { accounts.faults += try accounts.write(to: store) }
        let run = PlanningRun(
            snapshot: snapshot, book: book, request: request, parameters: parameters, travel: travel,
            accounts: accounts, now: now, newIdentifier: newIdentifier, progress: progress, isCancelled: isCancelled)
        if let standing = run.standingPlan {
            if !request.isDryRun { _ = try Self.postMessages(store, today: request.today, at: now()) }
            return report(.unchanged, standing, snapshot, accounts.faults)
        }
        let (plan, warnings) = try run.plan()
        if request.isDryRun { return report(.dryRun, plan, snapshot, accounts.faults, warnings) }
        progress(PlanProgress(.publishing, 0.95))
        if isCancelled() { throw DeskError.stopped }
        let published = try store.publish(plan, madeFrom: snapshot.dataRevision)
        _ = try Self.postMessages(store, today: request.today, at: now())
        progress(PlanProgress(.publishing, 1))
        return report(.published, published, snapshot, accounts.faults, warnings)
    }

    private func report(
        _ outcome: PlanReport.Outcome, _ plan: Plan, _ snapshot: PlanningSnapshot, _ faults: [LedgerFault],
        _ warnings: [Finding] = []
    ) -> PlanReport {
        let register = snapshot.register
        let agreed = register.visits.filter { $0.status == .confirmed && $0.date >= plan.today }
        let ahead = plan.visits.filter { $0.status.takesPlace && $0.date >= plan.today } + agreed
        let withVisit = Set(ahead.flatMap(\.children))
        return PlanReport(
            outcome: outcome, plan: plan, children: Set(register.bonds.map(\.child)).count,
            childrenWithVisit: withVisit.count, warnings: warnings,
            findings: DataCheck(register, today: plan.today).findings.filter { $0.severity != .note }
                + TimetableCheck.findings(snapshot.timetables, days: plan.horizon) + faults.map(\.finding))
    }

    /// Findings about the data in the store, the gravest first.
    public func check(today: Day) throws -> [Finding] {
        let store = try reading()
        let register = try store.register()
        let parameters = PlanningParameters(register.parameters)
        let horizon = DayRange(from: today + 1, days: parameters.weeks * 7)
        return DataCheck(register, today: today).findings + parameters.findings
            + ContactParameters(register.parameters).findings
            + TravelParameters(register.parameters).findings
            + TimetableCheck.findings(try store.timetables(), days: horizon) + (try rules().check(register.parameters))
            + templateFindings
    }
}
