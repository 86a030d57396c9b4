import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// What to explain.
    public enum ExplanationSubject: Hashable, Sendable {
        /// A visit: every child's entitlement on its date.
        case visit(Identifier<Visit>)
        /// A child and a prisoner.
        case bond(Identifier<Child>, Identifier<Prisoner>)
    }

    /// Why a bond has what it has, on `date`, else on the date of its visit, else on `today`.
    public func explain(_ subject: ExplanationSubject, on date: Day?, today: Day) throws -> [Explanation] {
        let view = try reading()
        let snapshot = try view.snapshot()
        let register = snapshot.register
        let planned = snapshot.horizon(on: today)
        let facts = RegisterIndex(register)
        let book = try rules()
        let bonds: [Bond]
        var subjectVisit: VisitDetail?
        switch subject {
        case .visit(let id):
            let detail = try view.visitDetail(id)
            subjectVisit = detail
            bonds = register.bonds.filter {
                $0.prisoner == detail.visit.prisoner && detail.visit.children.contains($0.child)
            }
        case .bond(let child, let prisoner):
            bonds = register.bonds.filter { $0.child == child && $0.prisoner == prisoner }
            if bonds.isEmpty {
                throw DeskError.unknown(
                    what: BilingualText(en: "bond of a child and a prisoner", zh: "儿童与服刑人员的关系"),
                    id: "\(child) – \(prisoner)")
            }
        }
        return try bonds.sorted { $0.child < $1.child }.compactMap { bond in
            let outlook = try view.outlooks(
                OutlookSelection(children: [bond.child.text], prisoner: bond.prisoner), today: today
            ).first
            let detail = subjectVisit ?? outlook?.next
            let day = date ?? detail?.visit.date ?? today
            // Who would have gone along on a day of the past, or beyond the plan, is asked of that day alone.
            let horizon = day < today || day > planned.last ? DayRange(day, day) : planned
            var choice = CompanionChoice(facts, book: book, horizon: horizon)
            let named = detail.flatMap { $0.visit.date == day ? $0.visit.companion : nil }
            let companion = choice.companion(of: bond, on: day, named: named)
            guard let question = facts.contactCase(for: bond, on: day, companion: companion),
                let child = facts.children[bond.child], let prisoner = facts.prisoners[bond.prisoner]
            else { return nil }
            var explanation = Explanation(
                child: child, prisoner: prisoner, relation: bond.relation, date: day,
                entitlement: book.entitlement(for: question), visit: detail, refusal: outlook?.refusal)
            let considered = choice.adults(for: bond, on: day)
            let asked = Question(
                bond: bond, child: child, prisoner: prisoner, day: day, isDayNamed: date != nil || detail != nil,
                visit: detail.map(\.visit).flatMap { $0.date == day ? $0 : nil }, named: named ?? companion.adult)
            let judged = try asked.judged(
                considered, view, templates: register.templates.filter { $0.prison == prisoner.prison }, book: book,
                today: today)
            (explanation.companions, explanation.obstacles) = (judged.adults, judged.obstacles)
            explanation.calledOff = outlook?.calledOff
            explanation.prisonNames = register.prisonNames
            if explanation.entitlement.visitOrders != nil {
                explanation.account = try account(of: prisoner.id, today: today)
            }
            return explanation
        }
    }
}
