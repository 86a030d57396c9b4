import VisitModel
import VisitStore

extension Desk {
    /// The next visit of every bond that `selection` names, by child and prisoner; of those without one what keeps them from
    /// meeting, as the judge says.
    public func outlooks(_ selection: OutlookSelection, today: Day) throws -> [Outlook] {
        let view = try reading()
        return try judged([try view.outlooks(selection, today: today)], view, today: today)[0]
    }

    /// The answers to the questions of several who ask, each as if it had been asked alone.
    public func outlooks(_ questions: [OutlookQuestion], today: Day) throws -> [Result<[Outlook], any Error>] {
        let view = try reading()
        let answers = try view.store.outlooks(questions, today: today)
        var judged = try judged(answers.map { (try? $0.get()) ?? [] }, view, today: today)[...]
        return answers.map { answer in
            let outlooks = judged.removeFirst()
            return answer.map { _ in outlooks }.mapError { $0 }
        }
    }

    /// The answers, with what keeps those from meeting who have no visit. Without rules nobody can judge, and nothing is added.
    private func judged(_ answers: [[Outlook]], _ view: StoreView, today: Day) throws -> [[Outlook]] {
        let hypothetical = answers.joined().filter { $0.next == nil }.map { $0.hypothetical(on: today) }
        guard !hypothetical.isEmpty, let book = rulesIfAny() else { return answers }
        let each = Dictionary(hypothetical.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
        let found = try HypotheticalVisits(each, view, book: book, today: today)
        return answers.map { outlooks in
            outlooks.map { outlook in
                guard outlook.next == nil else { return outlook }
                var outlook = outlook
                outlook.obstacles = found.flags(of: outlook.hypothetical(on: today).id).filter(\.isWhoeverGoes)
                if !outlook.obstacles.isEmpty {
                    outlook.prisonNames.merge(found.prisonNames) { first, _ in first }
                }
                if outlook.obstacles.contains(where: { $0.code == .prisonerElsewhere }) {
                    outlook.remedy = found.remedies[outlook.prisoner.id]
                }
                return outlook
            }
        }
    }
}

extension Outlook {
    /// A visit of the two on that day, about which the judge is asked.
    fileprivate func hypothetical(on day: Day) -> Visit {
        Visit(
            hypothetical: Bond(
                id: Identifier("\(child.id) \(prisoner.id)"), child: child.id, prisoner: prisoner.id,
                relation: relation), of: child, to: prisoner, on: day)
    }
}
