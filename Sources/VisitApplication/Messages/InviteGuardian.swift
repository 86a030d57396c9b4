import VisitCalendar
import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Writes the visits that a guardian goes along to as messages for the guardian's calendar (iTIP), one file each:
    /// requests, and cancellations of the last 30 days. Files of visits that are over are removed.
    public func exportInvitations(
        for guardian: Identifier<Guardian>, to folder: String, today: Day, language: Language?, showsNames: Bool
    ) throws -> ExportReport {
        let view = try reading()
        let contact = try view.contact(of: .guardian(guardian))
        let parameters = ContactParameters(try view.store.parameters())
        let name = showsNames ? contact.name : nil
        let attendee =
            contact.email.map { Invitation.Party(address: $0, name: name) }
            ?? Invitation.Party(withoutAddress: guardian.text, name: name)
        let options = CalendarOptions(
            name: BilingualText(en: "Visits", zh: "会见"), language: language ?? contact.language,
            showsNames: showsNames, perspective: .household, today: today)
        let writer = InvitationWriter(options, Invitation(organizer: parameters.organizer, attendee: attendee))
        var publication = try FolderPublication(into: folder)
        for detail in try view.visitDetails(
            .accompanied(by: guardian), from: today, keepCancelledSince: today - Visit.daysShownAfterCallingOff)
        {
            let method = InvitationWriter.method(of: detail.visit).lowercased()
            try publication.put(
                FileContent(
                    FileName(method, detail.visit.id.text, "ics").text,
                    writer.message(about: detail, in: try Zone(named: detail.prison.zone))))
        }
        let summary = try publication.finish()
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }
}
