import VisitModel

extension FeedDraft {
    /// `agency.txt`: who runs the lines, and by which clock.
    mutating func readAgency(_ table: inout FeedTable) {
        let name = table.required("agency_name")
        let zone = table.required("agency_timezone")
        while table.advance() {
            if publisher.isEmpty { publisher = table.requiredText(name) ?? "" }
            guard let text = table.requiredText(zone) else { continue }
            if self.zone.isEmpty {
                self.zone = text
                if (try? Zone(named: text)) == nil {
                    table.fault(
                        zone, .invalidZone,
                        BilingualText(
                            en: "is “\(text)”; expected the name of a time zone such as Asia/Shanghai.",
                            zh: "为“\(text)”；应为时区名，如 Asia/Shanghai。"))
                }
            } else if text != self.zone {
                table.fault(
                    zone, .contradiction,
                    BilingualText(
                        en:
                            "is “\(text)”, but another agency has “\(self.zone)”; expected one zone for the whole feed.",
                        zh: "为“\(text)”，而另一机构为“\(self.zone)”；整个数据包应使用同一时区。"))
            }
        }
    }

    /// `feed_info.txt`: who publishes the feed, and for which days.
    mutating func readFeedInfo(_ table: inout FeedTable) {
        let name = table.column("feed_publisher_name")
        let (first, last) = (table.column("feed_start_date"), table.column("feed_end_date"))
        while table.advance() {
            if let text = table.text(name) { publisher = text }
            feedDays = (table.day(first) ?? feedDays.first, table.day(last) ?? feedDays.last)
            if let start = feedDays.first, let end = feedDays.last, end < start {
                table.fault(
                    last, .wrongOrder,
                    BilingualText(en: "is before feed_start_date.", zh: "早于 feed_start_date。"))
            }
        }
    }
}
