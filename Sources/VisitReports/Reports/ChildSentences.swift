import VisitModel

/// What a child is told of a visit, one thing after the other, each with its picture.
///
/// The words are for a child of about seven: short sentences, what happens and why, no promise that nobody can keep.
struct ChildSentences {
    let detail: VisitDetail
    /// What the prisoner is to the child, where known.
    let relation: Bond.Relation?
    let today: Day
    let phrases: Phrases

    private var visit: Visit { detail.visit }

    /// The day: "Saturday 5 December".
    var day: String {
        let civil = visit.date.civil
        return phrases.choose(
            "\(visit.date.weekday.name.english) \(phrases.shortDate(visit.date).split(separator: " ").dropLast().joined(separator: " "))",
            "\(civil.month)月\(civil.day)日（\(visit.date.weekday.name.chinese)）")
    }

    /// How long to wait, as children count it.
    var sleeps: String? {
        let nights = visit.date - today
        guard nights > 0, nights <= 30 else { return nil }
        return phrases.choose(nights == 1 ? "one more sleep" : "\(nights) more sleeps", "再睡\(nights)个晚上")
    }

    /// Whom the child sees: "your mother", "妈妈".
    private var parent: String {
        relation.map { phrases.choose("your \($0.familiarName.english)", $0.familiarName.chinese) }
            ?? detail.prisoner.name.onOneLine
    }

    /// "her", "him".
    private var them: String { detail.prisoner.sex == .female ? "her" : "him" }

    var whom: String {
        visit.mode.isAtPrison
            ? phrases.choose("You are going to see \(parent).", "你要去看\(parent)。")
            : phrases.choose("You are going to talk with \(parent).", "你要和\(parent)说话。")
    }

    var unsure: String {
        phrases.choose("It is not quite sure yet: the prison still has to say yes.", "还没有完全定下来，要等监狱同意。")
    }

    private var companion: String {
        detail.companionName?.onOneLine ?? phrases.choose("a grown-up you know", "一位你认识的大人")
    }

    /// What happens, from packing to being home again.
    var scenes: [Scene] {
        guard visit.mode.isAtPrison else { return way + [meeting, goodbye] + home }
        return [packing] + way + [gate, waiting, meeting, goodbye] + home
    }

    private var packing: Scene {
        Scene(
            picture: .bag,
            words: phrases.choose(
                "\(companion) packs the papers. You pack something for the way: a book, something to eat.",
                "\(companion)带好证件。你带上路上用的东西：一本书、一点吃的。"))
    }

    private var way: [Scene] {
        guard let trip = visit.trip else { return [] }
        let leave = Scene(
            picture: .home, time: trip.leavesHome.clock.description,
            words: phrases.choose("You leave home with \(companion).", "你和\(companion)一起从家出发。"))
        return [leave] + rides(trip.outbound) + night(trip)
    }

    /// The rides of a journey; the short ways between them need no picture.
    private func rides(_ journey: Journey) -> [Scene] {
        journey.legs.filter { $0.mode != .walk && ($0.arrive - $0.depart) >= 10 }.prefix(3).map { leg in
            let time = about(leg.arrive - leg.depart)
            let mode = leg.mode.name
            return Scene(
                picture: Pictogram(leg.mode), time: leg.depart.clock.description,
                words: phrases.choose("You go \(mode.english), for \(time).", "\(mode.chinese)，\(time)。"))
        }
    }

    private func night(_ trip: Trip) -> [Scene] {
        guard trip.arrives.day < visit.date else { return [] }
        let town = detail.prisonPlace.name[phrases.language].onOneLine
        return [
            Scene(
                picture: .night,
                words: phrases.choose("You sleep in \(town) for the night.", "晚上住在\(town)。"))
        ]
    }

    private var gate: Scene {
        Scene(
            picture: .gate, time: atGate?.clock.description,
            words: phrases.choose(
                "At the gate everybody shows papers, and somebody looks into bags and pockets. It is the same for "
                    + "everybody. Nobody has done anything wrong.",
                "到了门口，大家都要看证件，检查包和口袋。每个人都一样，不是因为谁做错了事。"))
    }

    /// When the child is at the gate: as the journey has it, otherwise as late as one may be.
    private var atGate: CivilTime? {
        let latest = visit.begins.map { $0 - detail.prison.checkIn }
        return visit.trip.map(\.arrives).flatMap { $0.day == visit.date ? $0 : nil } ?? latest
    }

    private var waiting: Scene {
        Scene(picture: .wait, words: phrases.choose("Then you wait until it is your turn.", "然后等着轮到你们。"))
    }

    private var meeting: Scene {
        let time = phrases.duration(visit.minutes)
        let words: String
        switch visit.mode {
        case .contact:
            words = phrases.choose(
                "There is \(parent)! You are in one room and may hug. You have \(time).",
                "见到\(parent)啦！你们在一间屋里，可以拥抱，有\(time)。")
        case .table:
            words = phrases.choose(
                "There is \(parent)! You sit at a table together. You have \(time).", "见到\(parent)啦！你们坐在一张桌旁，有\(time)。")
        case .glass:
            words = phrases.choose(
                "There is \(parent), behind glass. You talk over a telephone. You have \(time).",
                "见到\(parent)啦，中间隔着玻璃，用电话说话，有\(time)。")
        case .video, .call:
            words = phrases.choose("You talk with \(parent). You have \(time).", "你和\(parent)说话，有\(time)。")
        case .familyRoom, .childDay, .holidayStay:
            words = phrases.choose(
                "There is \(parent)! There is time to play and to talk: \(time).", "见到\(parent)啦！可以一起玩、一起说话，有\(time)。")
        }
        return Scene(picture: Pictogram(visit.mode), time: visit.start?.description, words: words)
    }

    private var goodbye: Scene {
        Scene(
            picture: .goodbye,
            words: phrases.choose(
                "Then you say goodbye. If you are sad, that is all right. Tell \(companion) about it.",
                "然后说再见。难过也没关系，可以告诉\(companion)。"))
    }

    private var home: [Scene] {
        guard let trip = visit.trip else { return [] }
        let isSameDay = trip.isHome.day == visit.date
        return [
            Scene(
                picture: .home, time: isSameDay ? trip.isHome.clock.description : nil,
                words: isSameDay
                    ? phrases.choose("You are home again.", "回到家啦。")
                    : phrases.choose(
                        "On \(trip.isHome.day.weekday.name.english) you are home again.",
                        "\(trip.isHome.day.weekday.name.chinese)回到家。"))
        ]
    }

    /// What the child may say and ask (Convention on the Rights of the Child, article 12).
    var questions: ReportList {
        let ask = phrases.choose("Ask \(companion) whatever you want to know.", "想知道什么，都可以问\(companion)。")
        let wish = phrases.choose("If you do not want to go, say so. You may.", "如果你不想去，可以说出来，没关系的。")
        let tell = phrases.choose(
            "Think of what you want to tell \(them): something you have learnt, something that made you laugh.",
            "想一想要告诉\(parent)什么：学会了什么，遇到了什么开心事。")
        return ReportList(
            title: phrases.choose("Good to know", "记住"),
            lines: [.init(tell), .init(ask, phone: detail.companionPhone?.onOneLine), .init(wish)])
    }

    /// A time as one tells it to a child: to the half hour, once it is longer than one.
    private func about(_ minutes: Minutes) -> String {
        guard minutes.count >= 60 else { return phrases.duration(minutes) }
        let halves = (minutes.count + 15) / 30
        let whole = halves / 2
        let half = halves % 2 == 1
        return phrases.choose(
            half ? "about \(whole) and a half hours" : whole == 1 ? "about an hour" : "about \(whole) hours",
            half ? "大约\(whole)个半小时" : "大约\(whole)个小时")
    }
}
