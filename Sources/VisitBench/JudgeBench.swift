import ArgumentParser
import VisitApplication
import VisitFormats
import VisitJudge
import VisitModel
import VisitRules
import VisitStore

/// Injects every breach into many small worlds without flags, counts how many the judge finds, and measures the judge
/// on a large world.
struct JudgeBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Plants breaches in plans that hold and counts which the judge finds; times it on a large plan.")

    @Option(help: "In how many worlds every breach is planted.")
    var worlds: Int = 100

    @Option(help: "How many children the large plan has; 0 leaves it out.")
    var children: Int = 100_000

    @Option(
        help: ArgumentHelp("A planned store whose visits are judged too, as on the day of its plan.", valueName: "path")
    )
    var store: String?

    @Option(help: "The seed of the first world.")
    var seed: UInt64 = 1

    @Option(help: "How many threads.")
    var threads: Int = 2

    @Option(help: ArgumentHelp("The configuration folder, for the rules.", valueName: "path"))
    var config: String = "Config"

    func validate() throws {
        guard worlds >= 0, children >= 0, threads > 0 else {
            throw ValidationError("--worlds and --children are numbers from 0, --threads is one above 0.")
        }
    }

    func run() throws {
        let book = try RuleBook.load(folder: ConfigurationFolder(config).rules)
        if worlds > 0 { injectBreaches(book) }
        if children > 0 { measure(book) }
        if let store { try judge(store, book) }
    }

    /// What does not hold of the visits of a store, by code.
    private func judge(_ path: String, _ book: RuleBook) throws {
        let store = try VisitStore(openingAt: path, readOnly: true)
        let snapshot = try store.view(for: .everything).snapshot()
        try store.close()
        guard let plan = snapshot.plan else { throw ValidationError("\(path) has no plan.") }
        let visits = snapshot.register.visits + snapshot.planned
        let world = JudgedWorld(
            register: snapshot.register, visits: visits, book: book, timetables: snapshot.timetables, today: plan.today)
        let (seconds, judge) = timed { Judge(world, threads: threads) }
        let flags = judge.flags()
        let codes = Dictionary(grouping: flags, by: \.code).sorted { $0.key < $1.key }
        Figure(
            name: "judge.store", value: Double(flags.count), unit: "flags",
            facts: [
                "visits": .int(judge.judged), "seconds": .double(seconds),
                "codes": .object(codes.map { JSON.Member($0.key.rawValue, .int($0.value.count)) }),
                "first": .array(
                    codes.compactMap(\.value.first).map { flag in
                        .string(
                            "\(flag.visit) \(flag.code.rawValue) \(flag.subject) "
                                + flag.facts.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
                    }),
            ]
        ).write()
    }

    private func injectBreaches(_ book: RuleBook) {
        var counts = BreachCount()
        let (seconds, _) = timed {
            for seed in seed..<seed + UInt64(worlds) { counts.add(BreachCount(seed: seed, book: book)) }
        }
        let facts: KeyValuePairs<String, JSON?> = [
            "worlds": .int(worlds), "seed": .int(Int(seed)), "codes": .int(InjectedBreach.all.count),
            "planted": .int(counts.injected), "missed": .int(counts.missed), "invented": .int(counts.invented),
            "seconds": .double(seconds),
        ]
        let found = counts.injected - counts.missed
        Figure(name: "judge.breaches", value: Double(found), unit: "breaches found", facts: facts).write()
    }

    private func measure(_ book: RuleBook) {
        // Three children in two families, on average.
        let plan = JudgedPlan(families: children * 2 / 3, seed: seed)
        let (looking, world) = timed { plan.world(book) }
        let (asking, judge) = timed { Judge(world, threads: threads) }
        let (judging, flags) = timed { judge.flags() }
        let (some, _) = timed { judge.flags(of: [plan.visits[0].id]) }
        let facts: KeyValuePairs<String, JSON?> = [
            "children": .int(plan.register.children.count), "visits": .int(judge.judged), "checks": .int(Judge.checks),
            "threads": .int(threads), "seed": .int(Int(seed)), "lookup": .double(looking), "rules": .double(asking),
            "checking": .double(judging), "flags": .int(flags.count), "oneVisitMilliseconds": .double(some * 1000),
        ]
        Figure(name: "judge.seconds", value: looking + asking + judging, unit: "s", facts: facts).write()
        let circle = JudgedPlan(families: 10, seed: seed)
        let (small, _) = timed { Judge(circle.world(book)).flags() }
        Figure(
            name: "judge.circle", value: small * 1000, unit: "ms",
            facts: ["families": 10, "visits": .int(circle.visits.count)]
        ).write()
        Figure(name: "judge.memory", value: Figure.peakMebibytes, unit: "MiB", facts: facts).write()
    }
}

/// What a judge makes of breaches that were planted.
struct BreachCount {
    private(set) var injected = 0
    /// Those that it did not see.
    private(set) var missed = 0
    /// Those that it saw and nobody planted.
    private(set) var invented = 0
    /// What was missed or invented, in a line each.
    private(set) var differences: [String] = []

    init() {}

    /// Every breach by itself in a small world of that seed, and the world without any.
    init(seed: UInt64, book: RuleBook) {
        let plan = JudgedPlan(families: 24, prisons: 2, seed: seed)
        compare([], plan, book, "world \(seed)")
        for breach in InjectedBreach.all {
            var broken = plan
            let expected = breach.inject(in: &broken, seed: seed)
            compare(expected, broken, book, "world \(seed), \(breach.code.rawValue)")
        }
    }

    private mutating func compare(
        _ expected: [InjectedBreach.Expected], _ plan: JudgedPlan, _ book: RuleBook, _ place: String
    ) {
        let found = Set(
            Judge(plan.world(book)).flags().map { InjectedBreach.Expected(visit: $0.visit, code: $0.code) })
        let unseen = Set(expected).subtracting(found).sorted()
        let strange = found.subtracting(expected).sorted()
        injected += expected.count
        missed += unseen.count
        invented += strange.count
        differences += unseen.map { "\(place): missed \($0)" } + strange.map { "\(place): invented \($0)" }
    }

    /// Adds what became of other breaches.
    mutating func add(_ other: BreachCount) {
        injected += other.injected
        missed += other.missed
        invented += other.invented
        differences += other.differences
    }
}
