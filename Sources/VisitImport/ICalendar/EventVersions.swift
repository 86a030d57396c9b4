import VisitModel

/// Of an event that the file holds in several versions, the one that is valid (RFC 5545, sections 3.8.4.4 and 3.8.7.4).
///
/// An event is its UID and its RECURRENCE-ID. The highest SEQUENCE goes before the rest, then the latest DTSTAMP, then what
/// comes last in the file. Some programs write one UID into events that have nothing to do with each other: where no
/// version is numbered and none is older, they are kept apart, and that is said.
enum EventVersions {
    private struct Key: Hashable {
        var identifier: String
        var replaced: Moment?
    }

    /// The events that are valid, in the order of the file.
    static func valid(among events: [CalendarEvent], _ faults: inout FaultLog) -> [CalendarEvent] {
        var versions: [Key: [Int]] = [:]
        for (index, event) in events.enumerated() where !event.identifier.isEmpty {
            versions[Key(identifier: event.identifier, replaced: event.replaced), default: []].append(index)
        }
        guard versions.contains(where: { $0.value.count > 1 }) else { return events }
        var isDropped = Array(repeating: false, count: events.count)
        for (_, indices) in versions where indices.count > 1 {
            for index in indices { isDropped[index] = true }
            for index in newest(of: indices, in: events, &faults) { isDropped[index] = false }
        }
        return events.indices.filter { !isDropped[$0] }.map { events[$0] }
    }

    private static func newest(
        of indices: [Int], in events: [CalendarEvent], _ faults: inout FaultLog
    ) -> [Int] {
        let highest = indices.map { events[$0].sequence ?? 0 }.max() ?? 0
        var left = indices.filter { (events[$0].sequence ?? 0) == highest }
        let latest = left.map { events[$0].stamp }.max { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? ""
        left = left.filter { events[$0].stamp == latest }
        guard let last = left.last else { return [] }
        if left.allSatisfy({ events[$0].isTwin(of: events[last]) }) { return [last] }
        let first = events[left[0]]
        // Whoever numbers versions means versions, and an occurrence cannot be put elsewhere twice.
        let isVersion = first.replaced != nil || left.allSatisfy { events[$0].sequence != nil }
        faults.add(
            .warning, .repeatedID, line: events[last].line,
            isVersion
                ? BilingualText(
                    en:
                        "The event of line \(first.line) has the same UID, SEQUENCE and DTSTAMP; this one, the last, holds.",
                    zh: "第\(first.line)行的事件与此 UID、SEQUENCE、DTSTAMP 均相同；以最后这一个为准。")
                : BilingualText(
                    en:
                        "The event of line \(first.line) has the same UID, and nothing says which of the two is newer; both are taken.",
                    zh: "第\(first.line)行的事件与此 UID 相同，且无从判断哪个较新；两个都采用。"),
            advice: BilingualText(
                en: "Perhaps give each event a UID of its own, and each version a higher SEQUENCE.",
                zh: "也许应让每个事件有各自的 UID，每次修改递增 SEQUENCE。"))
        return isVersion ? [last] : distinct(left, in: events)
    }

    /// The events of these indices, without those that say the same as another or that a later one calls off.
    private static func distinct(_ indices: [Int], in events: [CalendarEvent]) -> [Int] {
        Dictionary(grouping: indices) { events[$0].start }.values.flatMap { sameStart in
            if let last = sameStart.last, events[last].isCancelled { return [last] }
            // Beyond so many the pairs would be too many to look at; what is said twice then does no harm.
            guard sameStart.count <= 100 else { return sameStart }
            var kept: [Int] = []
            for index in sameStart where !kept.contains(where: { events[$0].isTwin(of: events[index]) }) {
                kept.append(index)
            }
            return kept
        }
    }
}
