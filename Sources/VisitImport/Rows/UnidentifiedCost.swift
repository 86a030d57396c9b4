import VisitFormats
import VisitModel

/// A payment of a file that was given no identifier. Which one it is can be said when all rows are read.
struct UnidentifiedCost {
    /// Which of the columns the file has that tell one payment from another.
    struct Columns: Hashable {
        var id: Bool
        var person: Bool
        var receipt: Bool

        /// Whether nothing that tells payments apart is left out.
        var tellPayments: Bool { person && receipt }
    }

    var cost: VisitCost
    var tells: Columns
    var location: SourceLocation

    /// The payment that `known` is, with what this file says of it.
    func merged(into known: VisitCost) -> VisitCost {
        var merged = known
        merged.cents = cost.cents
        return merged
    }

    /// What tells the payment from others, as one text.
    fileprivate var purpose: String {
        [cost.visit.text, cost.person, cost.kind.rawValue, cost.receipt ?? ""].joined(separator: "\u{1F}")
    }

    /// That nobody can say whether the payment is `known` with another amount, or a new one.
    fileprivate func ambiguous(_ known: VisitCost) -> Finding {
        let missing = [tells.person ? nil : "person", tells.receipt ? nil : "receipt"].compactMap { $0 }
        return Finding(
            .error, code: FaultCode.contradiction.rawValue, subject: "cost", at: location,
            sentence: BilingualText(
                en:
                    "The payment has another amount than \(known.id), which the store holds for the visit \(known.visit), "
                    + "and the file has no column \(missing.joined(separator: " and no column ")); expected what tells "
                    + "whether it is the same one.",
                zh: "该笔支出与数据库中会见 \(known.visit) 的 \(known.id) 金额不同，而文件没有"
                    + missing.map { $0 == "person" ? "“支付人”" : "“票据号”" }.joined(separator: "和")
                    + "列；应能说明是否为同一笔。"),
            advice: BilingualText(
                en: "Perhaps add that column, or the column id: an identifier of its own makes it a new payment.",
                zh: "也许应补上该列，或补上“编号”列：填新的编号即为新的一笔。"))
    }
}

extension Draft {
    /// Says of the payments without an identifier which ones they are, and adds them to the register. A payment is one that
    /// the store holds where all agrees that the file says of it; of several the one with the same amount. A column that the
    /// file does not have makes no second payment.
    ///
    /// - Returns: a finding of each of which nobody can say whether it is new.
    mutating func nameCosts() -> [Finding] {
        guard !namelessCosts.isEmpty else { return [] }
        var open = OpenPayments(knownCosts, without: Set(register.costs.map(\.id)))
        var rest: [UnidentifiedCost] = []
        for nameless in namelessCosts {
            if let same = open.first(like: nameless, ofAmount: true) {
                open.take(same)
                register.costs.append(nameless.merged(into: open.payments[same]))
            } else {
                rest.append(nameless)
            }
        }
        var identifiers = CostIdentifiers(taken: Set(register.costs.map(\.id)).union(knownCosts.map(\.id)))
        var findings: [Finding] = []
        for nameless in rest {
            guard let other = open.first(like: nameless, ofAmount: false) else {
                register.costs.append(identifiers.naming(nameless))
                continue
            }
            let known = open.payments[other]
            // Of another amount: a payment that is put right, unless the file leaves out what would say so.
            if nameless.tells.tellPayments || nameless.tells.receipt && known.receipt != nil {
                open.take(other)
                register.costs.append(nameless.merged(into: known))
            } else {
                findings.append(nameless.ambiguous(known))
            }
        }
        namelessCosts = []
        return findings
    }
}

/// Makes identifiers for payments that nobody knows yet: the same for the same payment at every import, and another one for the
/// next of the same kind.
private struct CostIdentifiers {
    private static let prefix = "cost-"
    private var taken: Set<Identifier<VisitCost>>
    private var numbers: [String: Int] = [:]

    init(taken: Set<Identifier<VisitCost>>) {
        self.taken = taken
    }

    /// Whether the program has made it: then its payment had none in a file.
    static func isMade(_ id: Identifier<VisitCost>) -> Bool { id.text.hasPrefix(prefix) }

    mutating func naming(_ nameless: UnidentifiedCost) -> VisitCost {
        let purpose = nameless.purpose
        var cost = nameless.cost
        repeat {
            numbers[purpose, default: 0] += 1
            let text = "\(purpose)\u{1F}\(numbers[purpose, default: 0])"
            cost.id = Identifier(Self.prefix + ContentDigest(of: Array(text.utf8)).text)
        } while !taken.insert(cost.id).inserted
        return cost
    }
}

/// The payments of the store that no row of the files has been found to be yet.
private struct OpenPayments {
    /// By what a file describes them.
    private struct Index: Hashable {
        let columns: UnidentifiedCost.Columns
        let isOfAmount: Bool
    }

    private struct Key: Hashable {
        let visit: Identifier<Visit>
        let kind: VisitCost.Kind
        let person: String?
        let receipt: String?
        let cents: Cents?

        init(_ cost: VisitCost, _ index: Index) {
            (visit, kind) = (cost.visit, cost.kind)
            person = index.columns.person ? cost.person : nil
            receipt = index.columns.receipt ? cost.receipt ?? "" : nil
            cents = index.isOfAmount ? cost.cents : nil
        }
    }

    /// All of them; the first by identifier stands last, where it is taken from.
    let payments: [VisitCost]
    private var isTaken: [Bool]
    private var indices: [Index: [Key: [Int]]] = [:]

    /// - Parameter named: those that the files name by their identifiers.
    init(_ known: [VisitCost], without named: Set<Identifier<VisitCost>>) {
        payments = known.filter { !named.contains($0.id) }.sorted { $1.id < $0.id }
        isTaken = Array(repeating: false, count: payments.count)
    }

    mutating func take(_ position: Int) { isTaken[position] = true }

    /// Where the first stands that `nameless` can be; of the same amount, or of any. One that people gave an identifier is meant
    /// only by a file without a column for it, and only where the amount is the same: otherwise it is another payment.
    mutating func first(like nameless: UnidentifiedCost, ofAmount isOfAmount: Bool) -> Int? {
        let index = Index(columns: nameless.tells, isOfAmount: isOfAmount)
        if indices[index] == nil {
            let isMade = nameless.tells.id || !isOfAmount
            let meant = payments.indices.filter { !isMade || CostIdentifiers.isMade(payments[$0].id) }
            indices[index] = Dictionary(grouping: meant) { Key(payments[$0], index) }
        }
        let key = Key(nameless.cost, index)
        while let last = indices[index]?[key]?.last {
            guard isTaken[last] else { return last }
            indices[index]?[key]?.removeLast()
        }
        return nil
    }
}
