import VisitModel

extension VisitStore {
    /// The answers to "when is the next visit?" for the selected bonds, by child and prisoner.
    ///
    /// The next visit is the earliest one on `today` or later that is proposed, requested or confirmed and that the
    /// child is part of; where there is none, the published plan's refusal stands in its place. The last visit is the
    /// latest one recorded as held.
    ///
    /// - Throws: `noSuch` for an unknown child, prisoner or household. A name is not repeated in it.
    public func outlooks(_ selection: OutlookSelection, today: Day) throws(StoreError) -> [Outlook] {
        try connection.read { try OutlookReading($0, within: selection.reach, today: today).outlooks(selection) }
    }
}
