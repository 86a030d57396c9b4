/// The columns of text that cannot hold what people write about a child, so that no erasure looks into them.
///
/// Identifiers are among them: they stay in the audit log, and what is written about an erased child names it by none.
enum ImpersonalText {
    /// Why a column holds nothing about a child.
    enum Ground: CaseIterable {
        /// It holds identifiers of records.
        case identifier
        /// It holds one of a few words, or a list of them.
        case word
        /// It holds what the program writes by itself: codes, names of rules, facts of the audit log.
        case program
        /// It holds what something is called that is no person's: a prison, a time zone, a publisher of timetables.
        case entity
        /// It holds the name of somebody else who is known to the store by it: a prisoner.
        case otherPerson
        /// It is changed row by row, since more than text is at stake: a journey that others share.
        case journey
    }

    /// The columns, by table.
    static let all: [String: [Ground: [String]]] = [
        "absence": [.identifier: ["id", "guardian", "escort", "child", "prisoner"]],
        "alias": [.word: ["kind"], .identifier: ["id", "current"]],
        "auditEntry": [.program: ["actor", "act", "subject", "facts"]],
        "bond": [.identifier: ["id", "child", "prisoner"], .word: ["relation", "contact", "papers"]],
        "budget": [.identifier: ["organisation"], .word: ["month"]],
        "child": [.identifier: ["id", "household", "schoolCalendar"]],
        "closure": [.identifier: ["id", "prison", "template"]],
        "distance": [.identifier: ["fromPlace", "toPlace"]],
        "escort": [.identifier: ["id", "home"], .word: ["weekdays"]],
        "feed": [
            .identifier: ["id", "household", "prison", "child", "escort", "home", "prisoner"], .word: ["language"],
        ],
        "guardian": [.identifier: ["id", "household"], .word: ["relation", "weekdays"]],
        "household": [
            .identifier: ["id", "place", "escortsFrom", "organisation"], .word: ["kind", "language"],
        ],
        "ledgerEntry": [.identifier: ["prisoner", "visit"], .word: ["unit", "kind", "cause"], .program: ["rule"]],
        "message": [.identifier: ["id", "visit", "guardian", "escort", "household"], .word: ["kind", "state"]],
        "organisation": [.identifier: ["id"]],
        "parameter": [.program: ["name"]],
        "place": [.identifier: ["id"], .word: ["precision"], .entity: ["zone"]],
        "plan": [.program: ["fingerprint"]],
        "planChange": [.identifier: ["visit", "guardianBefore", "escortBefore"], .word: ["kind"]],
        "planLevel": [.word: ["name"]],
        "planPrice": [.word: ["kind"], .identifier: ["subject"]],
        "planPrison": [.identifier: ["prison"]],
        "planVisit": [.identifier: ["visit"]],
        "prison": [
            .identifier: ["id", "place"], .word: ["facility", "holds"],
            .entity: ["nameEnglish", "nameChinese", "jurisdiction", "zone", "phone"],
        ],
        "prisoner": [.identifier: ["id", "prison"], .word: ["sex", "grade", "sentence"], .otherPerson: ["name"]],
        "prisonerEvent": [.identifier: ["id", "prisoner", "guardian", "escort"], .word: ["kind", "misconduct"]],
        "refusal": [.identifier: ["child", "prisoner", "household"], .word: ["code"]],
        "schoolCalendar": [.identifier: ["id"]],
        "separation": [.identifier: ["id", "first", "second"]],
        "sessionTemplate": [.identifier: ["id", "prison", "site"], .word: ["modes"]],
        "timetable": [.identifier: ["id"], .entity: ["publisher", "zone"], .word: ["currency"]],
        "token": [.identifier: ["id", "organisation", "prison"], .word: ["role"]],
        "upkeep": [.program: ["nightFault"]],
        "visit": [
            .identifier: ["id", "prisoner", "household", "guardian", "escort", "prison", "session"],
            .word: ["origin", "status", "mode", "documents"], .journey: ["trip"],
        ],
        "visitAct": [.identifier: ["visit", "givenUp"], .word: ["kind", "party"]],
        "visitAdult": [.identifier: ["visit", "guardian", "escort"]],
        "visitChild": [.identifier: ["child", "visit"]],
        "visitCost": [.identifier: ["id", "visit", "person"], .word: ["kind"]],
        "visitFlag": [.identifier: ["visit", "subject"], .word: ["code"]],
        "visitWaiver": [.identifier: ["visit", "subject"], .word: ["code"], .program: ["actor"]],
    ]
}
