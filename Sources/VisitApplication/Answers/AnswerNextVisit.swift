import VisitModel
import VisitStore

extension Desk {
    /// The next visit of every bond that `selection` names, by child and prisoner.
    public func outlooks(_ selection: OutlookSelection, today: Day) throws -> [Outlook] {
        try reading().outlooks(selection, today: today)
    }

    /// The answers to the questions of several who ask, each as if it had been asked alone.
    public func outlooks(_ questions: [OutlookQuestion], today: Day) throws -> [Result<[Outlook], any Error>] {
        try reading().store.outlooks(questions, today: today).map { $0.mapError { $0 } }
    }
}
