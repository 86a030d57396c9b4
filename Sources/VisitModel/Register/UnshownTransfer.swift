/// A transfer on record that the prisoner's own row does not show: it names another prison than the event does.
public struct UnshownTransfer: Hashable, Sendable {
    /// The transfer, whose note is the prison to which it leads.
    public var event: PrisonerEvent
    /// The prison that the prisoner's row names.
    public var registered: Identifier<Prison>

    /// The last transfer of each prisoner, where the register knows the prison to which it leads and the prisoner's row names
    /// another one. Where somebody has met the prisoner in that one since, the row is newer than the event. By event.
    public static func all(of register: Register) -> [UnshownTransfer] {
        let prisons = Set(register.prisons.map(\.id.text))
        let transfers = Dictionary(grouping: register.events.filter { $0.kind == .transferred }, by: \.prisoner)
        return register.prisoners.compactMap { prisoner -> UnshownTransfer? in
            let last = transfers[prisoner.id]?.max { ($0.date, $0.id) < ($1.date, $1.id) }
            guard let last, prisons.contains(last.note), last.note != prisoner.prison.text else { return nil }
            let isMet = register.visits.contains { visit in
                visit.prisoner == prisoner.id && visit.prison == prisoner.prison && visit.date >= last.date
                    && visit.status.isContact
            }
            return isMet ? nil : UnshownTransfer(event: last, registered: prisoner.prison)
        }.sorted { $0.event.id < $1.event.id }
    }

    /// What is said about it.
    public var finding: Finding {
        Finding(
            .warning, code: "transfer-not-in-register", subject: "prisoner event \(event.id)",
            sentence: BilingualText(
                en:
                    "The transfer \(event.id) moves the prisoner \(event.prisoner) to the prison \(event.note) on "
                    + "\(event.date); the register says \(registered). Nothing is planned at \(event.note) before it says so.",
                zh: "事件 \(event.id)：服刑人员 \(event.prisoner) 于 \(event.date) 调往监狱 \(event.note)，但登记资料仍为 "
                    + "\(registered)；更正之前，不会在 \(event.note) 安排会见。"),
            advice: Self.advice(event.prisoner, to: event.note))
    }

    /// What to do about the row of each prisoner that does not show a transfer.
    public static func remedies(in register: Register) -> [Identifier<Prisoner>: BilingualText] {
        Dictionary(
            all(of: register).map { ($0.event.prisoner, advice($0.event.prisoner, to: $0.event.note)) }
        ) { first, _ in first }
    }

    /// What to do about the row of `prisoner`, who is moved to `prison`.
    public static func advice(_ prisoner: Identifier<Prisoner>, to prison: String) -> BilingualText {
        BilingualText(
            en: "Perhaps change the prison of \(prisoner) to \(prison) in prisoners.csv and import it.",
            zh: "请在“服刑人员”表（prisoners.csv）中把 \(prisoner) 的监狱改为 \(prison)，再导入。")
    }
}
