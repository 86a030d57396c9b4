import VisitModel

/// How the store is kept, in figures for whoever watches the machine.
struct UpkeepFigures: Sendable {
    let upkeep: Upkeep
    /// Whether the store refuses the day that the service takes for today.
    let isDayRefused: Bool
    /// The moment at which it is asked.
    let now: Instant

    /// The figures as Prometheus reads them. What is not known has no line: no night yet is not a night long ago.
    var lines: [String] {
        var lines = RequestMetrics.gauge(
            "visitd_day_refused", "Whether the store refuses the day of the clock, so that nothing is planned.",
            isDayRefused ? 1 : 0)
        lines += RequestMetrics.gauge(
            "visitd_store_simulated", "Whether the store takes any day.", upkeep.isSimulated == true ? 1 : 0)
        if let published = upkeep.published {
            lines += RequestMetrics.gauge(
                "visitd_plan_age_seconds", "How long ago the plan was published.", now.seconds - published.seconds)
        }
        if let night = upkeep.night {
            lines += RequestMetrics.gauge(
                "visitd_night_ended_timestamp_seconds", "When the last night ended, in Unix time.", night.ended.seconds)
            lines += RequestMetrics.gauge(
                "visitd_night_success", "Whether the last night went well.", night.fault == nil ? 1 : 0)
        }
        lines += RequestMetrics.gauge(
            "visitd_outbox_waiting", "Messages that wait to be delivered.", upkeep.waitingMessages)
        lines += RequestMetrics.gauge(
            "visitd_outbox_oldest_waiting_seconds", "How long the oldest of them waits.",
            upkeep.waitingSince.map { now.seconds - $0.seconds } ?? 0)
        if let backedUp = upkeep.backedUp {
            lines += RequestMetrics.gauge(
                "visitd_backup_verified_timestamp_seconds", "When the last verified backup was made, in Unix time.",
                backedUp.seconds)
        }
        if let free = upkeep.freeBytes {
            lines += RequestMetrics.gauge("visitd_disk_free_bytes", "What is left of the disk of the store.", free)
        }
        return lines
    }
}
