import VisitModel

/// Who looks at visits again whenever the register changes, in the transaction that changes it: what no longer holds is
/// flagged or ended at once, by whatever door the change came.
///
/// The store knows when a review is due and what it is about; what holds is for the judge to say.
public struct Reviewer: Sendable {
    /// What is judged.
    public struct Material: Sendable {
        /// The facts; of a part of the store, those that the visits in question depend on.
        public var register: Register
        /// All visits that can conflict with the judged ones, including these; none that was called off.
        public var visits: [Visit]
        /// The timetables; empty where a part of the store is judged.
        public var timetables: [Timetable]
        /// The visits in question; all that are ahead where nil.
        public var judged: Set<Identifier<Visit>>?
        /// The checks that can be made on the material.
        public var codes: Set<VisitFlag.Code>
    }

    /// The day on which it is judged: visits before it are over.
    public let today: Day
    let judge: @Sendable (Material) throws -> [VisitFlag]

    /// A reviewer.
    ///
    /// - Parameter judge: what does not hold of the visits in question, by the checks that can be made.
    public init(today: Day, judge: @escaping @Sendable (Material) throws -> [VisitFlag]) {
        self.today = today
        self.judge = judge
    }
}
