import VisitModel
import VisitStore

extension Desk {
    /// How old a plan, a backup or a message that waits may be before the operator is told, in days.
    private static let mostDays = 2

    /// What the operator should know of how a store of real people is kept: a day that it refuses, a night that failed,
    /// and what is older than nights leave it.
    func concerns(on today: Day, about upkeep: Upkeep) -> [Finding] {
        guard upkeep.isSimulated == false else { return [] }
        return [
            refusedDay(today, upkeep), failedNight(upkeep), oldPlan(today, upkeep), oldMessage(upkeep),
            oldBackup(today, upkeep),
        ].compactMap { $0 }
    }

    private func refusedDay(_ today: Day, _ upkeep: Upkeep) -> Finding? {
        guard let refusal = dayRefusal(today, by: upkeep) else { return nil }
        return Finding(
            .error, code: refusal.code, subject: "clock", sentence: refusal.sentence, advice: refusal.advice)
    }

    private func failedNight(_ upkeep: Upkeep) -> Finding? {
        guard let night = upkeep.night, let fault = night.fault else { return nil }
        return Finding(
            .warning, code: "night-failed", subject: "night \(night.day)",
            sentence: BilingualText(
                en: "The night of \(night.day) failed: \(fault).", zh: "\(night.day) 的夜间运行失败：\(fault)。"),
            advice: BilingualText(
                en: "Perhaps see what it said: journalctl -u visitd-plan.service",
                zh: "可查看其输出：journalctl -u visitd-plan.service"))
    }

    private func oldPlan(_ today: Day, _ upkeep: Upkeep) -> Finding? {
        guard let plan = upkeep.lastPlan, today - plan > Self.mostDays else { return nil }
        return Finding(
            .warning, code: "plan-old", subject: "plan",
            sentence: BilingualText(
                en: "The published plan was made on \(plan), \(today - plan) days ago; expected one of every night.",
                zh: "已发布的计划制定于 \(plan)，距今 \(today - plan) 天；应每晚制定一次。"),
            advice: BilingualText(
                en: "Perhaps enable the nightly run: systemctl enable --now visitd-plan.timer",
                zh: "可启用夜间运行：systemctl enable --now visitd-plan.timer"))
    }

    private func oldMessage(_ upkeep: Upkeep) -> Finding? {
        guard let since = upkeep.waitingSince, now() > since + Self.mostDays * 86_400 else { return nil }
        return Finding(
            .warning, code: "outbox-stuck", subject: "outbox",
            sentence: BilingualText(
                en: "\(upkeep.waitingMessages) messages wait, the oldest since \(since).",
                zh: "有 \(upkeep.waitingMessages) 条消息待发，最早的自 \(since) 起等待。"),
            advice: BilingualText(
                en: "Perhaps see why: visitctl outbox list", zh: "可查看原因：visitctl outbox list"))
    }

    private func oldBackup(_ today: Day, _ upkeep: Upkeep) -> Finding? {
        // Before the first plan there is little to lose.
        guard let published = upkeep.published else { return nil }
        guard now() > (upkeep.backedUp ?? published) + Self.mostDays * 86_400 else { return nil }
        let last = upkeep.backedUp.map { "\($0)" }
        return Finding(
            .warning, code: "backup-old", subject: "backup",
            sentence: BilingualText(
                en: "The last verified backup is of \(last ?? "no day that is known"); expected one of every night.",
                zh: "最近一次经核验的备份作于 \(last ?? "（未知）")；应每晚备份一次。"),
            advice: BilingualText(
                en: "Perhaps enable it: systemctl enable --now visitd-backup.timer",
                zh: "可启用备份：systemctl enable --now visitd-backup.timer"))
    }
}
