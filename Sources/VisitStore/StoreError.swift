import VisitModel

/// An act of the store that could not be done. Holds paths, identifiers and numbers; never names of people.
public enum StoreError: Failure, Hashable {
    /// What was asked for and does not exist.
    public enum Entity: String, Sendable, CaseIterable {
        case child, prisoner, household, prison, escort, guardian, visit, feed, token, session, message, organisation
    }

    /// There is no file at that path.
    case missing(path: String)
    /// The path names a folder.
    case isAFolder(path: String)
    /// The file is something else.
    case notAStore(path: String)
    /// A newer program wrote the store.
    case newerSchema(path: String, found: Int, known: Int)
    /// An older program wrote the store, and it was opened for reading, which must not change it.
    case olderSchema(path: String, found: Int, known: Int)
    /// The operating system does not let this user read the file.
    case notReadable(path: String)
    /// The store was not closed properly, and this user may not write what must be written before it can be read.
    case needsRecovery(path: String)
    /// Something is to be written, and the file or its folder cannot be.
    case notWritable(path: String)
    /// The folder in which the store is to be created does not exist.
    case folderMissing(path: String)
    /// The store cannot be created at that path.
    case cannotCreate(path: String)
    /// There is no space left.
    case diskFull(path: String)
    /// Another process is writing, and did not end in time.
    case busy(path: String)
    /// Another process is planning; its number, if it wrote one.
    case planningElsewhere(path: String, process: Int?)
    /// The data changed between the reading of what an act was made from and the act.
    case changedMeanwhile(madeFrom: Int, found: Int)
    /// Reading or writing failed with that SQLite code.
    case inputOutput(path: String, code: Int)
    /// Completing a change failed with that SQLite code, and whether the change is there could not be found out.
    case completionUnknown(path: String, code: Int)
    /// The file is damaged.
    case damaged(path: String)
    /// One row holds what no program of this version writes.
    case damagedRow(table: String, key: String, column: String)
    /// The schema refused a row, by the named rule.
    case refused(table: String, key: String, rule: String)
    /// There is no such thing. `asked` is nil where it may be a person's name; `nearest` are identifiers like it.
    case noSuch(Entity, asked: String?, nearest: [String])
    /// A visit of that status cannot take the other one.
    case transitionNotAllowed(visit: Identifier<Visit>, from: Visit.Status, to: Visit.Status)
    /// A visit whose day has not come cannot have been held or missed.
    case stillAhead(visit: Identifier<Visit>, date: Day)
    /// A visit whose day has passed is to be asked for or confirmed.
    case alreadyOver(visit: Identifier<Visit>, date: Day)
    /// A visit of that status has no other date any more.
    case notMovable(visit: Identifier<Visit>, status: Visit.Status)
    /// Only of a visit that is agreed can people say who goes along: a proposal is planned anew.
    case notAgreed(visit: Identifier<Visit>, status: Visit.Status)
    /// A session of another prison than the visit's.
    case otherPrison(visit: Identifier<Visit>, prison: Identifier<Prison>, session: Identifier<Session>)
    /// The tables of a session are taken.
    case sessionFull(Identifier<Session>, tables: Int, taken: Int)
    /// The seats of a session are taken.
    case seatsTaken(Identifier<Session>, seats: Int, taken: Int)
    /// The judge objects to the visit, and nobody has let it pass. The gravest first.
    case doesNotHold(visit: Identifier<Visit>, flags: [VisitFlag])
    /// The visit has no such flag. The codes of those that it has.
    case nothingToWaive(visit: Identifier<Visit>, code: VisitFlag.Code, current: [String])
    /// The program did not call the visit off, or nobody had asked for it.
    case nothingToTell(visit: Identifier<Visit>)
    /// SQLite refused for a reason that is this program's fault.
    case failed(path: String, code: Int)

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .missing, .isAFolder, .noSuch: .noInput
        case .notAStore, .newerSchema, .olderSchema, .damaged, .damagedRow, .refused: .badData
        case .notReadable, .needsRecovery, .notWritable: .notAllowed
        case .folderMissing, .cannotCreate: .cannotCreate
        case .diskFull, .inputOutput, .completionUnknown: .inputOutput
        case .busy: .tryAgain
        case .planningElsewhere, .changedMeanwhile: .overtaken
        case .transitionNotAllowed, .stillAhead, .alreadyOver, .notMovable, .notAgreed, .otherPrison, .sessionFull,
            .seatsTaken, .doesNotHold, .nothingToWaive, .nothingToTell:
            .conflict
        case .failed: .bug
        }
    }

    /// Whether it is the file that fails, and not what was asked of it.
    public var isOfMachine: Bool {
        switch self {
        case .missing, .isAFolder, .notAStore, .newerSchema, .olderSchema, .notReadable, .needsRecovery, .notWritable,
            .diskFull, .busy, .inputOutput, .completionUnknown, .damaged:
            true
        case .folderMissing, .cannotCreate, .planningElsewhere, .changedMeanwhile, .damagedRow, .refused, .noSuch,
            .transitionNotAllowed, .stillAhead, .alreadyOver, .notMovable, .notAgreed, .otherPrison, .sessionFull,
            .seatsTaken, .doesNotHold, .nothingToWaive, .nothingToTell, .failed:
            false
        }
    }

    /// What became of the transaction that ended with it.
    public var outcome: FailureOutcome {
        if case .completionUnknown = self { .unknown } else { .notDone }
    }

    /// Whether one reading that went wrong can look like it, while the file is whole.
    var mayBeOfOneReading: Bool {
        switch self {
        case .notAStore, .damaged, .damagedRow: true
        default: false
        }
    }

    /// A stable word for it, in kebab case.
    public var code: String {
        switch self {
        case .missing: "store-missing"
        case .isAFolder: "store-is-a-folder"
        case .notAStore: "not-a-store"
        case .newerSchema: "store-is-newer"
        case .olderSchema: "store-is-older"
        case .notReadable: "store-not-readable"
        case .needsRecovery: "store-needs-recovery"
        case .notWritable: "store-not-writable"
        case .folderMissing: "folder-missing"
        case .cannotCreate: "cannot-create-store"
        case .diskFull: "disk-full"
        case .busy: "store-busy"
        case .planningElsewhere: "planning-elsewhere"
        case .changedMeanwhile: "changed-meanwhile"
        case .inputOutput: "store-input-output"
        case .completionUnknown: "store-completion-unknown"
        case .damaged: "store-damaged"
        case .damagedRow: "row-damaged"
        case .refused: "row-refused"
        case .noSuch(let entity, _, _): "no-such-\(entity.rawValue)"
        case .transitionNotAllowed: "transition-not-allowed"
        case .stillAhead: "visit-still-ahead"
        case .alreadyOver: "visit-already-over"
        case .notMovable: "visit-not-movable"
        case .notAgreed: "visit-not-agreed"
        case .otherPrison: "session-of-other-prison"
        case .sessionFull: "session-full"
        case .seatsTaken: "seats-taken"
        case .doesNotHold: "visit-does-not-hold"
        case .nothingToWaive: "nothing-to-waive"
        case .nothingToTell: "nothing-to-tell"
        case .failed: "store-failed"
        }
    }
}

extension StoreError.Entity {
    /// The word for people.
    var name: BilingualText {
        switch self {
        case .child: BilingualText(en: "child", zh: "儿童")
        case .prisoner: BilingualText(en: "prisoner", zh: "服刑人员")
        case .household: BilingualText(en: "household", zh: "家庭")
        case .prison: BilingualText(en: "prison", zh: "监狱")
        case .escort: BilingualText(en: "escort", zh: "陪同人员")
        case .guardian: BilingualText(en: "guardian", zh: "监护人")
        case .visit: BilingualText(en: "visit", zh: "会见")
        case .feed: BilingualText(en: "feed", zh: "日历订阅")
        case .organisation: BilingualText(en: "organisation", zh: "机构")
        case .token: BilingualText(en: "token", zh: "访问令牌")
        case .session: BilingualText(en: "session", zh: "会见场次")
        case .message: BilingualText(en: "message", zh: "消息")
        }
    }
}

extension StoreError {
    /// The refusal of a step with a visit of which `flags` would hold. A failure may be logged, and somebody's words may hold what
    /// concerns a person: they are left out.
    public static func refusing(_ visit: Identifier<Visit>, for flags: [VisitFlag]) -> StoreError {
        .doesNotHold(
            visit: visit,
            flags: flags.map { flag in
                var flag = flag
                flag.facts.removeAll { $0.name == "reason" }
                return flag
            })
    }
}
