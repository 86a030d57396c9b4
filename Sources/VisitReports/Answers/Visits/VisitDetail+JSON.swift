import VisitFormats
import VisitModel

extension VisitDetail {
    /// A visit, told in a language.
    typealias Told = (detail: VisitDetail, language: Language)

    /// The visit as `visitd-next/1` shows it: identifiers, never names. What is not known is null.
    func json(_ language: Language) -> JSON { Self.answer.json((self, language)) }

    /// The visit as a list of visits shows it: with whose it is and where it comes from.
    func listed(_ language: Language) -> JSON {
        .object(Self.answer.members(of: (self, language)) + Self.owners.members(of: self))
    }

    /// What the visit looks like in a list of visits.
    static let listedSchema = JSONSchema.all(of: [answer.schema, owners.schema])

    /// What every document says about a visit.
    static let answer = AnswerObject<Told> { visit in
        visit.has("id", .text) { JSON($0.detail.visit.id) }
        visit.mayHave("number", .text) { $0.detail.visit.number.map { .string(VisitNumber.text($0)) } }
        visit.has("status", .words(of: Visit.Status.self)) { .string($0.detail.visit.status.rawValue) }
        visit.has("prison", .text) { JSON($0.detail.visit.prison) }
        visit.has("zone", .text) { .string($0.detail.prison.zone) }
        visit.has("date", .day) { JSON($0.detail.visit.date) }
        visit.has("start", .text.orNull) { $0.detail.visit.start.map { JSON($0) } ?? .null }
        visit.has("end", .text.orNull) { clock($0.detail.visit.ends) }
        visit.has("minutes", .whole) { .int($0.detail.visit.minutes.count) }
        visit.has("mode", .words(of: Mode.self)) { .string($0.detail.visit.mode.rawValue) }
        visit.mayHave("site", .text) { $0.detail.videoSite.map { JSON($0) } }
        visit.has("party", listOf: Visit.traveller) { $0.detail.visit.party }
        visit.has("documents", .list(.text)) { .strings($0.detail.visit.documents.map(\.rawValue)) }
        visit.has("leaveHome", .text.orNull) { clock($0.detail.visit.trip?.leavesHome) }
        visit.has("arrive", .text.orNull) { clock($0.detail.visit.trip?.arrives) }
        visit.has("home", .text.orNull) { clock($0.detail.visit.trip?.isHome) }
        visit.mayHave("leaveHomeDate", .day) { $0.detail.visit.trip.map { JSON($0.leavesHome.day) } }
        visit.mayHave("arriveDate", .day) { $0.detail.visit.trip.map { JSON($0.arrives.day) } }
        visit.mayHave("homeDate", .day) { $0.detail.visit.trip.map { JSON($0.isHome.day) } }
        visit.has("trip", Trip.answer.schema.orNull) { told in Trip.Told(told.detail).map(Trip.answer.json) ?? .null }
        visit.has("because", .list(.text)) { .sentences($0.detail.visit.reasons, $0.language) }
        visit.mayHave("flags", listOf: VisitFlag.answer) { told in
            told.detail.flags.isEmpty ? nil : told.detail.flags.map { (flag: $0, language: told.language) }
        }
    }

    /// Whose the visit is, and where it comes from.
    private static let owners = AnswerObject<VisitDetail> { detail in
        detail.has("prisoner", .text) { JSON($0.visit.prisoner) }
        detail.has("household", .text) { JSON($0.visit.household) }
        detail.mayHave("origin", .words(of: Visit.Origin.self)) { .string($0.origin.rawValue) }
        detail.mayHave("session", .text) { $0.visit.session.map { JSON($0) } }
        detail.mayHave("sequence", .whole) { .int($0.visit.sequence) }
    }

    private static func clock(_ time: CivilTime?) -> JSON { time.map { JSON($0.clock) } ?? .null }
}

extension Visit {
    /// Who travels: the children, then the adults; each by identifier, with what part they take.
    fileprivate var party: [(id: String, role: String)] {
        let adults = adults.map { adult in
            switch adult {
            case .guardian(let id): (id: id.text, role: "guardian")
            case .escort(let id): (id: id.text, role: "escort")
            }
        }
        return children.map { (id: $0.text, role: "child") } + adults
    }

    fileprivate static let traveller = AnswerObject<(id: String, role: String)> { traveller in
        traveller.has("id", .text) { .string($0.id) }
        traveller.has("role", .text) { .string($0.role) }
    }
}
