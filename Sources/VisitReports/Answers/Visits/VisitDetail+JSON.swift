import VisitFormats
import VisitModel

extension VisitDetail {
    /// The visit as `visitd-next/1` shows it: identifiers, never names. What is not known is null.
    func json(_ language: Language) -> JSON {
        .members([
            "id": JSON(visit.id),
            "status": .string(visit.status.rawValue),
            "prison": JSON(visit.prison),
            "zone": .string(prison.zone),
            "date": JSON(visit.date),
            "start": visit.start.map { JSON($0) } ?? .null,
            "end": visit.ends.map { JSON($0.clock) } ?? .null,
            "minutes": .int(visit.minutes.count),
            "mode": .string(visit.mode.rawValue),
            "site": videoSite.map { JSON($0) },
            "party": .array(visit.party),
            "documents": .strings(visit.documents.map(\.rawValue)),
            "leaveHome": clock(visit.trip?.leavesHome),
            "arrive": clock(visit.trip?.arrives),
            "home": clock(visit.trip?.isHome),
            "leaveHomeDate": visit.trip.map { JSON($0.leavesHome.day) },
            "arriveDate": visit.trip.map { JSON($0.arrives.day) },
            "homeDate": visit.trip.map { JSON($0.isHome.day) },
            "trip": visit.trip.map(\.json) ?? .null,
            "because": .sentences(visit.reasons, language),
        ])
    }

    private func clock(_ time: CivilTime?) -> JSON { time.map { JSON($0.clock) } ?? .null }
}

extension Visit {
    /// Who travels: the children, then the adult.
    var party: [JSON] {
        var members = children.map { JSON.members(["id": JSON($0), "role": "child"]) }
        switch companion {
        case .guardian(let id): members.append(.members(["id": JSON(id), "role": "guardian"]))
        case .escort(let id): members.append(.members(["id": JSON(id), "role": "escort"]))
        case nil: break
        }
        return members
    }
}

extension Trip {
    /// The journey there and back: the legs of both in the order in which they are travelled.
    var json: JSON {
        .members([
            "legs": .array(outbound.legs.map { $0.json("outbound") } + homeward.legs.map { $0.json("homeward") }),
            "nights": .int(nights),
            "cents": .int(cents.count),
            "minutes": .int(travelMinutes.count),
            "estimated": .bool(isEstimated),
            "tickets": tickets.map {
                .members(["full": .int($0.full), "half": .int($0.half), "free": .int($0.free)])
            },
            "shared": shared.map { .array($0.meetings.map(\.json)) },
        ])
    }
}

extension SharedTrip.Meeting {
    /// One of the meetings of a journey that leads to several; the journey's cents are paid once for all of them.
    fileprivate var json: JSON {
        .members([
            "session": JSON(session), "prison": JSON(prison), "prisoner": JSON(prisoner),
            "children": .array(children.map { JSON($0) }), "date": JSON(begins.day), "start": JSON(begins.clock),
        ])
    }
}

extension Journey.Leg {
    /// The leg; `direction` is left out where the journey around it says it.
    func json(_ direction: String? = nil) -> JSON {
        .members([
            "mode": .string(mode.rawValue),
            "from": JSON(from),
            "to": JSON(to),
            "depart": JSON(depart.clock),
            "arrive": JSON(arrive.clock),
            "date": JSON(depart.day),
            "direction": direction.map { .string($0) },
            "metres": metres.map { .int($0.count) },
            "route": route.map { .string($0) },
            "trip": trip.map { .string($0) },
            "fromName": fromName.map { .string($0) },
            "toName": toName.map { .string($0) },
            "estimated": isEstimated ? .bool(true) : nil,
        ])
    }
}
