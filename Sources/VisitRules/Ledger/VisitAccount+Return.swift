import VisitModel

/// How what a wrong day has done is taken back.
extension VisitAccount {
    /// Takes back what was entered for days after `day`, and all that rests on it. What people put right by hand stays:
    /// it is entered again. The next night enters again what is due.
    ///
    /// - Parameter note: why.
    public mutating func revert(to day: Day, note: String) {
        guard let first = entriesInForce.firstIndex(where: { $0.day > day }) else { return }
        let lines = Array(entriesInForce[first...])
        takeBack(lines.count, on: day, note: note)
        for line in lines where line.cause == .adjustment {
            switch line.kind {
            case .granted, .repaid: adjust(line.unit, by: line.count, on: min(line.day, day), note: line.note)
            case .withdrawn, .owed: adjust(line.unit, by: -line.count, on: min(line.day, day), note: line.note)
            case .carried, .accumulated, .expired, .used, .refunded, .waived, .reverted: break
            }
        }
    }
}

extension LedgerEntry {
    /// The line that takes this one back.
    func takingBack(on day: Day, note: String) -> LedgerEntry {
        LedgerEntry(
            day: day, unit: unit, kind: .reverted, cause: .adjustment, count: count, since: self.day, visit: visit,
            rule: rule, note: note)
    }

    /// Whether this line, which takes another back, is about `line`.
    func takesBack(_ line: LedgerEntry) -> Bool {
        unit == line.unit && count == line.count && since == line.day && visit == line.visit
    }
}
