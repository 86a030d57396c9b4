import VisitModel

extension Problem {
    /// One payer's money for one month.
    public struct Purse: Hashable, Comparable, Sendable {
        /// Whose money it is; 0 where there is one payer only.
        public var payer: Int
        /// The month.
        public var month: Month

        /// The money of that payer for that month.
        public init(payer: Int = 0, month: Month) {
            self.payer = payer
            self.month = month
        }

        /// Orders by payer, then by month.
        public static func < (a: Self, b: Self) -> Bool { (a.payer, a.month) < (b.payer, b.month) }
    }

    /// The money that may be spent on the visits and trips of one payer in one month.
    public struct Budget: Sendable {
        /// Whose money for which month.
        public var purse: Purse
        /// Cents.
        public var money: Int
        /// What people call it.
        public var name: String

        /// The month.
        public var month: Month { purse.month }

        /// A budget; where nobody calls it anything, the month is its name.
        public init(month: Month, money: Int, payer: Int = 0, name: String? = nil) {
            purse = Purse(payer: payer, month: month)
            self.money = money
            self.name = name ?? month.description
        }
    }

    /// The purse from which a request pays for a visit on that day.
    func purse(of request: Request, onDay day: Int) -> Purse {
        Purse(payer: request.payer, month: (start + day).month)
    }
}
