extension Plan {
    /// How far a plan is from perfect.
    public struct Certificate: Hashable, Sendable {
        /// What one level of the objective comes to in the plan, and what no plan betters, where that is known.
        public struct Level: Hashable, Sendable {
            /// The levels, in the order of their importance. The raw values are those of `visitd-plan/1`.
            public enum Name: String, Sendable, CaseIterable {
                /// Children who see their parent in time.
                case covered
                /// Overdue child-days, convex.
                case neglect
                case visits, minutes, changes, spacing, cost
            }

            /// Which level.
            public var name: Name
            /// What the plan comes to.
            public var value: Int
            /// No plan reaches more or, of what should be little, less; nil where that is not known.
            public var bound: Int?

            /// A level.
            public init(_ name: Name, value: Int, bound: Int?) {
                self.name = name
                self.value = value
                self.bound = bound
            }
        }

        /// One prison's part of the plan.
        public struct PrisonPart: Hashable, Sendable {
            /// The prison.
            public var prison: Identifier<Prison>
            /// Its part of the bound. Where prisons share budgets or escorts the parts are shares, and only their sum
            /// is a bound.
            public var bound: Int
            /// Its part of the score.
            public var score: Int

            /// A part.
            public init(_ prison: Identifier<Prison>, bound: Int, score: Int) {
                self.prison = prison
                self.bound = bound
                self.score = score
            }

            /// What the plan may lack there at most, in points.
            public var lack: Int { bound - score }
        }

        /// No plan can score more than this.
        public var bound: Int
        /// What this plan scores.
        public var score: Int
        /// Children who see their parent in time, of those whose visit falls due in the horizon.
        public var coveredChildren: Int
        /// Children whose visit falls due in the horizon.
        public var dueChildren: Int
        /// The levels of the objective, in the order of their importance.
        public var levels: [Level]
        /// The prisons' parts, in the order of the register.
        public var prisons: [PrisonPart]

        /// A certificate.
        public init(
            bound: Int, score: Int, coveredChildren: Int, dueChildren: Int, levels: [Level] = [],
            prisons: [PrisonPart] = []
        ) {
            self.bound = bound
            self.score = score
            self.coveredChildren = coveredChildren
            self.dueChildren = dueChildren
            self.levels = levels
            self.prisons = prisons
        }

        /// (bound − score) ÷ |bound|; 0 where the bound is 0.
        public var gap: Double { bound == 0 ? 0 : Double(bound - score) / Double(abs(bound)) }
    }
}
