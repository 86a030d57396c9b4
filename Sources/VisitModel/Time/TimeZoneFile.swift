import Foundation

/// A zone as its file has it: the changes of the clock that were written down, and a rule for later ones (RFC 9636).
///
/// This is the only file of VisitModel that reads the file system.
struct TimeZoneFile: Sendable, Equatable {
    /// When the clocks change, in seconds of POSIX time, ascending.
    private(set) var times: [Int] = []
    /// What is observed from the change of the same position on.
    private(set) var after: [Zone.Observance] = []
    /// What is observed before the first change.
    let first: Zone.Observance
    /// What is observed after the last change, where a rule says so.
    let rule: PosixRule?

    /// Reads the zone `name` below `folder`.
    static func read(_ name: String, in folder: String) throws(ZoneError) -> TimeZoneFile {
        guard isName(name) else { throw .badName(name) }
        let file = "\(folder)/\(name)"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
            guard FileManager.default.fileExists(atPath: folder) else { throw .noDatabase(folder: folder) }
            throw .unknown(name, folder: folder)
        }
        guard let content = FileManager.default.contents(atPath: file) else { throw .unreadable(name, file: file) }
        do {
            return try TimeZoneFile(Array(content))
        } catch {
            throw .damaged(name, file: file, error)
        }
    }

    /// Whether `name` can be a zone's: words of letters, digits, `_`, `+` and `-`, joined by `/`. That leaves no way to
    /// say `..`, so no name leads out of the folder.
    private static func isName(_ name: String) -> Bool {
        let words = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            !word.isEmpty
                && word.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }

    /// Understands the bytes of a zone's file, of version 1 to 4.
    init(_ bytes: [UInt8]) throws(ZoneError.Fault) {
        var reader = Reader(bytes: bytes)
        var heading = try Heading(&reader)
        var width = 4
        if heading.version > 0 {
            // A reader of version 2 passes over the block of 32-bit times (RFC 9636, section 4).
            try reader.skip(heading.length(width: width))
            heading = try Heading(&reader)
            width = 8
        }
        let block = try Block(&reader, heading, width: width)
        rule = width == 8 ? try Self.rule(&reader) : nil
        first = block.observances[0]
        for (time, kind) in zip(block.times, block.kinds) {
            times.append(time)
            after.append(block.observances[kind])
        }
    }

    /// The rule between the two line feeds at the end (RFC 9636, section 3.3); nil where there is none.
    private static func rule(_ reader: inout Reader) throws(ZoneError.Fault) -> PosixRule? {
        guard try reader.integer(1) == 0x0A else { throw .contradictory("footer") }
        var text: [UInt8] = []
        while true {
            let byte = UInt8(truncatingIfNeeded: try reader.integer(1))
            if byte == 0x0A { break }
            text.append(byte)
        }
        return text.isEmpty ? nil : try PosixRule(String(decoding: text, as: UTF8.self))
    }
}

extension TimeZoneFile {
    /// Takes big-endian numbers from bytes, in order.
    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func skip(_ count: Int) throws(ZoneError.Fault) {
            guard count <= bytes.count - position else { throw .truncated }
            position += count
        }

        /// The next `width` bytes as a number without a sign.
        mutating func integer(_ width: Int) throws(ZoneError.Fault) -> Int {
            let begin = position
            try skip(width)
            return bytes[begin..<position].reduce(0) { $0 << 8 | Int($1) }
        }

        /// The next `width` bytes as a number with a sign (two's complement).
        mutating func signed(_ width: Int) throws(ZoneError.Fault) -> Int {
            let unused = (8 - width) * 8
            return (try integer(width) << unused) >> unused
        }
    }

    /// The counts at the head of a block (RFC 9636, section 3.1).
    private struct Heading {
        let version: Int
        let utIndicators, standardIndicators, leapSeconds, times, kinds, characters: Int

        init(_ reader: inout Reader) throws(ZoneError.Fault) {
            guard reader.bytes.dropFirst(reader.position).starts(with: "TZif".utf8) else { throw .notAZone }
            try reader.skip(4)
            version = try reader.integer(1)
            try reader.skip(15)
            utIndicators = try reader.integer(4)
            standardIndicators = try reader.integer(4)
            leapSeconds = try reader.integer(4)
            times = try reader.integer(4)
            kinds = try reader.integer(4)
            characters = try reader.integer(4)
        }

        /// The bytes of the block that follows, where a time takes `width` bytes.
        func length(width: Int) -> Int {
            times * (width + 1) + kinds * 6 + characters + leapSeconds * (width + 4) + standardIndicators
                + utIndicators
        }
    }

    /// What a block says (RFC 9636, section 3.2).
    private struct Block {
        private(set) var times: [Int] = []
        private(set) var kinds: [Int] = []
        private(set) var observances: [Zone.Observance] = []

        init(_ reader: inout Reader, _ heading: Heading, width: Int) throws(ZoneError.Fault) {
            guard heading.length(width: width) <= reader.bytes.count - reader.position else { throw .truncated }
            guard heading.leapSeconds == 0 else { throw .leapSeconds }
            guard heading.kinds > 0 else { throw .contradictory("no types") }
            for _ in 0..<heading.times { times.append(try reader.signed(width)) }
            for _ in 0..<heading.times { kinds.append(try reader.integer(1)) }
            guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .contradictory("times") }
            guard kinds.allSatisfy({ $0 < heading.kinds }) else { throw .contradictory("types") }
            let characters = reader.position + heading.kinds * 6
            let names = reader.bytes[characters..<characters + heading.characters]
            for _ in 0..<heading.kinds {
                let offset = try reader.signed(4)
                let isDaylightSaving = try reader.integer(1) == 1
                let name = names.dropFirst(try reader.integer(1))
                guard (-89_999...93_599).contains(offset) else { throw .contradictory("offset \(offset)") }
                guard let end = name.firstIndex(of: 0) else { throw .contradictory("abbreviations") }
                observances.append(
                    Zone.Observance(
                        offsetSeconds: offset, isDaylightSaving: isDaylightSaving,
                        abbreviation: String(decoding: name[..<end], as: UTF8.self)))
            }
            try reader.skip(heading.characters + heading.standardIndicators + heading.utIndicators)
        }
    }
}
