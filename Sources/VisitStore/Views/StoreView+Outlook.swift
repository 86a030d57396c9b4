import VisitModel

extension StoreView {
    /// The answers to "when is the next visit?" for the selected bonds, by child and prisoner.
    ///
    /// The next visit is the earliest one on `today` or later that is proposed, requested or confirmed and that the
    /// child is part of; where there is none, the published plan's refusal stands in its place. The last visit is the
    /// latest one recorded as held.
    ///
    /// - Throws: `noSuch` for an unknown child, prisoner or household. A name is not repeated in it.
    public func outlooks(_ selection: OutlookSelection, today: Day) throws(StoreError) -> [Outlook] {
        // One answer to one question.
        try store.outlooks([OutlookQuestion(selection, within: reach)], today: today)[0].get()
    }
}

extension VisitStore {

    /// The answers to the questions of several who ask, each as if it had been asked alone: of one moment, and with the same few
    /// lookups, so that many cost little more than one. A question that names what does not exist fails alone.
    public func outlooks(
        _ questions: [OutlookQuestion], today: Day
    ) throws(StoreError) -> [Result<[Outlook], StoreError>] {
        do {
            return try connection.read { db in
                var answers = [Result<[Outlook], StoreError>](repeating: .success([]), count: questions.count)
                for (reach, places) in Dictionary(grouping: questions.indices, by: { questions[$0].reach }) {
                    let reading = OutlookReading(db, within: reach, today: today)
                    for (place, answer) in zip(places, try reading.outlooks(places.map { questions[$0].selection })) {
                        answers[place] = answer
                    }
                }
                return answers
            }
        } catch {
            // A damaged row is told only to those who asked for it.
            guard case .damagedRow = error, questions.count > 1 else { throw error }
            return questions.map { question in
                Result { () throws(StoreError) in
                    try view(for: question.reach).outlooks(question.selection, today: today)
                }
            }
        }
    }
}
