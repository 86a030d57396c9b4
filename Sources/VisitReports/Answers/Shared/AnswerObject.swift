import VisitFormats

/// An object of an answer, described once: its members by name, what each looks like, and how each comes from `Subject`.
///
/// The object (``json(_:)``) and its schema (``schema``) are both made of this one list, so that a member is added in one
/// place.
struct AnswerObject<Subject>: Sendable {
    /// One member.
    private struct Member: Sendable {
        let name: String
        let schema: JSONSchema
        let isRequired: Bool
        let value: @Sendable (Subject) -> JSON?
    }

    /// The document that it is; nil for an object within one.
    private let format: String?
    private var members: [Member] = []

    /// An object with the members that `describe` names, in that order.
    ///
    /// - Parameter format: The name of the document that it is, which it begins with; nil for an object within one.
    init(format: String? = nil, _ describe: (inout Self) -> Void) {
        self.format = format
        describe(&self)
    }

    /// It always has the member `name`. This is a promise: it is never taken back under the same format.
    mutating func has(_ name: String, _ schema: JSONSchema, _ value: @escaping @Sendable (Subject) -> JSON) {
        members.append(Member(name: name, schema: schema, isRequired: true, value: value))
    }

    /// It may have the member `name`, which nobody is promised; where the value is nil, it has not.
    mutating func mayHave(_ name: String, _ schema: JSONSchema, _ value: @escaping @Sendable (Subject) -> JSON?) {
        members.append(Member(name: name, schema: schema, isRequired: false, value: value))
    }

    /// It always has the member `name`, a list of objects.
    mutating func has<Element>(
        _ name: String, listOf object: AnswerObject<Element>, _ elements: @escaping @Sendable (Subject) -> [Element]
    ) {
        has(name, .list(object.schema)) { subject in .array(elements(subject).map(object.json)) }
    }

    /// It may have the member `name`, a list of objects.
    mutating func mayHave<Element>(
        _ name: String, listOf object: AnswerObject<Element>, _ elements: @escaping @Sendable (Subject) -> [Element]?
    ) {
        mayHave(name, .list(object.schema)) { subject in elements(subject).map { .array($0.map(object.json)) } }
    }

    /// It always has the member `name`, an object.
    mutating func has<Part>(
        _ name: String, object: AnswerObject<Part>, _ part: @escaping @Sendable (Subject) -> Part
    ) {
        has(name, object.schema) { object.json(part($0)) }
    }

    /// It may have the member `name`, an object.
    mutating func mayHave<Part>(
        _ name: String, object: AnswerObject<Part>, _ part: @escaping @Sendable (Subject) -> Part?
    ) {
        mayHave(name, object.schema) { part($0).map(object.json) }
    }

    /// It has the members of `object` as well, in this place.
    mutating func has<Part>(
        membersOf object: AnswerObject<Part>, _ part: @escaping @Sendable (Subject) -> Part
    ) {
        members += object.members.map { member in
            Member(name: member.name, schema: member.schema, isRequired: member.isRequired) { member.value(part($0)) }
        }
    }

    /// It may have the members of `object` as well, in this place; where the value is nil, it has none of them.
    mutating func mayHave<Part>(
        membersOf object: AnswerObject<Part>, _ part: @escaping @Sendable (Subject) -> Part?
    ) {
        members += object.members.map { member in
            Member(name: member.name, schema: member.schema, isRequired: false) { part($0).flatMap(member.value) }
        }
    }

    /// The object of `subject`.
    func json(_ subject: Subject) -> JSON { .object(members(of: subject)) }

    /// The members that the object of `subject` has, in order.
    func members(of subject: Subject) -> [JSON.Member] {
        var told: [JSON.Member] = []
        told.reserveCapacity(members.count + 1)
        if let format { told.append(.init("format", .string(format))) }
        for member in members {
            if let value = member.value(subject) { told.append(.init(member.name, value)) }
        }
        return told
    }

    /// What the object looks like: first what it always has, then what it may have.
    var schema: JSONSchema {
        func named(_ isRequired: Bool) -> [JSON.Member] {
            members.filter { $0.isRequired == isRequired }.map { .init($0.name, $0.schema.json) }
        }
        return .object(format: format, required: named(true), optional: named(false))
    }

    /// The document that it is, for the interface.
    var document: DocumentSchema {
        guard let format else { preconditionFailure("An object without a format is no document of its own.") }
        return DocumentSchema(format, schema)
    }
}
