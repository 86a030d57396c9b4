import VisitModel
import VisitRules
import VisitStore

extension Desk {
    /// Looks at all that must be sound for the service to go on for years: the store, its surroundings, the clock, the
    /// time zones of the prisons, the rule packs, the audit log. Empty where nothing is wrong.
    public func doctor() throws -> [Finding] {
        let store = try reading().store
        let damage = try store.integrityCheck()
        // A damaged store may not be readable as a register.
        let zones = damage.isEmpty ? try missingZones(store.openings().prisons) : []
        let packs = try RuleBook.check(ConfigurationFolder(configuration).rules)
        let upkeep = damage.isEmpty ? concerns(on: SystemClock.day(of: now()), about: try store.upkeep()) : []
        return try damage + store.surroundings() + clock(store) + upkeep + zones + packs + auditConcerns(store)
    }

    /// What should be known before a service answers: a clock that is behind the store, zones of prisons that the system
    /// lacks. Each is to be mended, and none keeps the service from answering.
    ///
    /// - Throws: `ZoneError.noDatabase` where the system has no zones at all, and so no calendar could be made.
    public func concerns() throws -> [Finding] {
        let store = try reading().store
        let prisons = try store.openings().prisons
        for prison in prisons.prefix(1) {
            do throws(ZoneError) {
                _ = try Zone(named: prison.zone)
            } catch .noDatabase(let folder) {
                throw ZoneError.noDatabase(folder: folder)
            } catch {}
        }
        let today = SystemClock.day(of: now())
        return try clock(store) + concerns(on: today, about: store.upkeep()).filter { $0.severity == .error }
            + missingZones(prisons)
    }

    private func clock(_ store: VisitStore) throws -> [Finding] {
        guard let latest = try store.latestStamp(), latest > now() else { return [] }
        return [
            Finding(
                .error, code: "clock-behind", subject: "clock",
                sentence: BilingualText(
                    en: "The store was written at \(latest), which this machine's clock says is still to come.",
                    zh: "数据库记录的写入时间为 \(latest)，晚于本机时钟的当前时间。"),
                advice: BilingualText(
                    en: "Perhaps the clock was set back; set it right before the next run.", zh: "时钟可能被调慢，请在下次排期前校准。"))
        ]
    }

    private func missingZones(_ prisons: [Prison]) -> [Finding] {
        let names = Set(prisons.map(\.zone)).sorted()
        return names.compactMap { name -> Finding? in
            do throws(ZoneError) {
                _ = try Zone(named: name)
                return nil
            } catch {
                return Finding(
                    .error, code: "zone-missing", subject: "zone \(name)", sentence: error.sentence,
                    advice: BilingualText(
                        en: "Perhaps install the time zones of the system: apt install tzdata",
                        zh: "可安装系统时区数据：apt install tzdata"))
            }
        }
    }
}
