import VisitCalendar
import VisitModel
import VisitStore

/// Makes the calendars of households and prisons from the store.
struct CalendarDesk {
    private let store: VisitStore
    private let today: Day
    private let language: Language
    private let showsNames: Bool

    /// For how many days back a calendar still shows visits, and cancellations.
    static let memory = 30

    init(store: VisitStore, today: Day, language: Language, showsNames: Bool) {
        self.store = store
        self.today = today
        self.language = language
        self.showsNames = showsNames
    }

    /// The calendar of one household or prison.
    func calendar(of scope: Feed.Scope) throws -> FeedCalendar {
        let visits: [VisitDetail]
        switch scope {
        case .household(let id): visits = try details(.household(id))
        case .prison(let id): visits = try details(.prison(id))
        }
        let bytes = try calendar(of: visits, scope)
        return FeedCalendar(
            bytes: bytes, entityTag: Self.tag(of: bytes),
            lastModified: visits.map(\.visit.changed).max() ?? Instant(seconds: 0))
    }

    /// The calendars of all households and prisons that have visits, each as a file.
    func files() throws -> [(name: String, bytes: [UInt8])] {
        let all = try details(.all)
        let households = Dictionary(grouping: all, by: \.visit.household).sorted { $0.key < $1.key }
        let prisons = Dictionary(grouping: all, by: \.visit.prison).sorted { $0.key < $1.key }
        return try households.map {
            (FileName("household", $0.key.text, "ics").text, try calendar(of: $0.value, .household($0.key)))
        }
            + prisons.map { (FileName("prison", $0.key.text, "ics").text, try calendar(of: $0.value, .prison($0.key))) }
    }

    private func details(_ scope: VisitStore.VisitScope) throws -> [VisitDetail] {
        try store.visitDetails(scope, from: today - Self.memory, keepCancelledSince: today - Self.memory)
    }

    private func calendar(of visits: [VisitDetail], _ scope: Feed.Scope) throws -> [UInt8] {
        let perspective: CalendarOptions.Perspective
        let name: BilingualText
        switch scope {
        case .household:
            perspective = .household
            name = BilingualText(en: "Visits", zh: "会见")
        case .prison(let id):
            perspective = .prison
            let prison = visits.first?.prison.name ?? BilingualText(id.text)
            name = BilingualText(en: "Visits – \(prison.english)", zh: "会见 – \(prison.chinese)")
        }
        return try CalendarWriter(
            CalendarOptions(
                name: name, language: language, showsNames: showsNames, perspective: perspective, today: today)
        ).calendar(of: visits)
    }

    /// A digest of the bytes (FNV-1a, 64 bit) and their number: enough to tell two versions of one calendar apart.
    private static func tag(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
    }
}
