import Synchronization
import VisitModel
import VisitRules

/// The rule packs that a process which lives for long answers from: the last good ones.
///
/// They are read at the start and again when the operator asks for it. Where a pack then has a fault, the packs that
/// were read before go on being used, all of them: half of an old and half of a new body of rules is neither.
public final class RulesInForce: Sendable {
    /// What is in use, and what the last reading found.
    public struct State: Sendable {
        /// The identifiers of the packs in use; empty where there are none.
        public var packs: [String] = []
        /// The digest of the packs in use.
        public var fingerprint: String?
        /// Why the last reading was not taken over; nil where it was.
        public var refusal: (any Failure)?
    }

    private struct Contents {
        var book: RuleBook?
        var refusal: (any Failure)?
    }

    private let configuration: String?
    private let contents = Mutex(Contents())

    /// The packs of the configuration folder `configuration`, or of the usual places where it is nil.
    ///
    /// A machine without any configuration folder has no packs; what needs them then says so.
    ///
    /// - Throws: `RuleError` where packs are there and have faults: a start has no last good ones to keep.
    public init(configuration: String?) throws {
        self.configuration = configuration
        do {
            let book = try Self.load(configuration)
            contents.withLock { $0.book = book }
        } catch let failure as DeskError {
            contents.withLock { $0.refusal = failure }
        }
    }

    /// Reads the packs anew. What cannot be taken over leaves the packs in use as they are.
    ///
    /// - Returns: the state afterwards.
    public func reload() -> State {
        do {
            let book = try Self.load(configuration)
            contents.withLock { $0 = Contents(book: book, refusal: nil) }
        } catch let failure as any Failure {
            contents.withLock { $0.refusal = failure }
        } catch {
            preconditionFailure("Packs are refused with a failure of the house only; found \(type(of: error)).")
        }
        return state
    }

    /// What is in use, and what the last reading found.
    public var state: State {
        contents.withLock { contents in
            State(
                packs: contents.book?.packs.map(\.id) ?? [], fingerprint: contents.book?.fingerprint,
                refusal: contents.refusal)
        }
    }

    /// The packs in use.
    ///
    /// - Throws: why there are none.
    func book() throws -> RuleBook {
        let (book, refusal) = contents.withLock { ($0.book, $0.refusal) }
        guard let book else { throw refusal ?? DeskError.noConfiguration }
        return book
    }

    private static func load(_ configuration: String?) throws -> RuleBook {
        try RuleBook.load(folder: ConfigurationFolder(configuration).rules)
    }
}
