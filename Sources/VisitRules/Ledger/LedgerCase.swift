import Foundation
import VisitModel

/// A ledger to be replayed: a policy, what the account held before, and what happened, from a `visitd-ledger/1`
/// document.
public struct LedgerCase: Hashable, Sendable {
    /// Something that happened on a day.
    public struct Event: Hashable, Sendable {
        /// What happened.
        public enum Act: Hashable, Sendable {
            case booked(Identifier<Visit>)
            case cancelled(Identifier<Visit>)
            case adjusted(LedgerEntry.Unit, by: Int)
            case admitted
            /// Joined with a record of that balance.
            case merged(LedgerEntry.Unit, balance: Int)
        }

        /// The day.
        public var date: Day
        /// What happened.
        public var act: Act
    }

    /// The first day, and how many days there are.
    public var days: DayRange
    /// How orders are issued.
    public var policy: VisitOrderPolicy
    /// What the account held before the first day.
    public var opening: VisitAccount
    /// What happened, in the order of the days, within a day in the order of the document.
    public var events: [Event]

    /// The case of the document `json`. Throws `RuleError.faultyCase` with every fault and its path in the document:
    /// `$.events[2].type`.
    public static func read(_ json: [UInt8]) throws(RuleError) -> LedgerCase {
        let root = try CaseDocument.root(of: json)
        var reader = CaseReader()
        let ledger = reader.ledger(root)
        if let ledger, reader.findings.isEmpty { return ledger }
        throw .faultyCase(reader.findings)
    }

    /// The account on each day: first the day's events, then its night.
    public func replay() -> [LedgerDay] {
        var account = opening
        let events = Dictionary(grouping: events, by: \.date)
        return days.map { day in
            let before = account.entries.count
            for event in events[day, default: []] { account.apply(event, cap: policy.cap) }
            account.night(of: day, under: policy)
            return LedgerDay(date: day, balance: account.balance, entries: account.entries[before...])
        }
    }
}

extension VisitAccount {
    fileprivate mutating func apply(_ event: LedgerCase.Event, cap: Int) {
        switch event.act {
        case .booked(let visit): book(visit, on: event.date)
        case .cancelled(let visit): cancel(visit, on: event.date, cap: cap)
        case .adjusted(let unit, let amount): adjust(unit, by: amount, on: event.date, cap: cap)
        case .admitted: beginAnew(on: event.date)
        case .merged(let unit, let balance): merge(unit, balance: balance, on: event.date, cap: cap)
        }
    }
}

extension LedgerDay {
    /// A day with the entries that were made on it.
    fileprivate init(date: Day, balance: LedgerBalance, entries: some Sequence<LedgerEntry>) {
        func count(_ unit: LedgerEntry.Unit, where fits: (LedgerEntry) -> Bool) -> Int {
            entries.reduce(0) { $1.unit == unit && fits($1) ? $0 + $1.count : $0 }
        }
        func isIssue(_ entry: LedgerEntry) -> Bool { entry.kind == .granted && entry.cause == .night }
        func isLoss(_ entry: LedgerEntry) -> Bool { entry.kind == .expired }
        self.init(
            date: date, balance: balance, granted: count(.visitOrder, where: isIssue),
            privilegeGranted: count(.privilegeOrder, where: isIssue), expired: count(.visitOrder, where: isLoss),
            privilegeExpired: count(.privilegeOrder, where: isLoss))
    }
}
