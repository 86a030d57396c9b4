"""Problems of the format visitd-problem/1, read into named values (Docs/guides/solver-format.md).

Days are whole numbers counted from the problem's first day, minutes are counted from midnight, money is in cents and
cost in points. Members that the format does not know are passed over.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

FORMAT = "visitd-problem/1"
# A session that starts at this minute or later does not cost a school day.
SCHOOL_ENDS = 16 * 60


@dataclass(frozen=True)
class Prison:
    table_seats: int
    notice_days: int
    closures: list


@dataclass(frozen=True)
class Session:
    id: str
    prison: str
    day: int
    start: int
    minutes: int
    tables: int
    seats: int | None


@dataclass(frozen=True)
class Prisoner:
    id: str
    prison: str
    visits: int
    minutes: int | None
    period_days: int | None  # None counts calendar months
    anchor: int
    used: dict
    min_gap: int
    unavailable: list


@dataclass(frozen=True)
class Option:
    session: str
    cost: int
    money: int


@dataclass(frozen=True)
class Request:
    id: str
    family: str
    prisoner: str
    party: int
    children: int
    last_visit: int | None
    max_gap: int
    escort_home: str | None
    options: dict  # by session


@dataclass(frozen=True)
class EscortRow:
    home: str
    weekdays: frozenset
    first_day: int
    last_day: int
    trips: int
    max_children: int


@dataclass(frozen=True)
class TripCharge:
    cost: int = 0
    money: int = 0
    days_before: int = 0
    days_after: int = 0


@dataclass(frozen=True)
class Link:
    first: str
    second: str
    max_days_apart: int
    saving: int


@dataclass
class Problem:
    start: date
    days: int
    catch_up: int
    weights: dict
    prisons: dict
    sessions: dict
    prisoners: dict
    requests: dict
    escorts: list
    trips: dict  # by home, prison and session; the session is None where the charge holds for the whole prison
    budgets: list
    links: list
    fixed: list = field(default_factory=list)
    published: list = field(default_factory=list)

    def month(self, day):
        return (self.start + timedelta(days=day)).isoformat()[:7]

    def weekday(self, day):
        """0 is Monday."""
        return (self.start + timedelta(days=day)).weekday()

    def period(self, prisoner, day):
        """The name of the quota period of a day: its month, or the first day of its n days."""
        if prisoner.period_days is None:
            return self.month(day)
        first = prisoner.anchor + (day - prisoner.anchor) // prisoner.period_days * prisoner.period_days
        return (self.start + timedelta(days=first)).isoformat()

    def quota_left(self, prisoner, period):
        return prisoner.visits - prisoner.used.get(period, 0)

    def tables(self, request):
        seats = self.prisons[self.prisoners[request.prisoner].prison].table_seats
        return -(-request.party // seats)

    def last_visit(self, request):
        """A household that was never there counts as if its gap ended on the first day."""
        return -request.max_gap if request.last_visit is None else request.last_visit

    def due(self, request):
        return max(self.last_visit(request) + request.max_gap, self.catch_up)

    def escort(self, home, day):
        """Trips of a home's escorts on a day and children per trip; None where no escort goes."""
        rows = [
            row for row in self.escorts
            if row.home == home and row.first_day <= day <= row.last_day and self.weekday(day) in row.weekdays
        ]
        if not rows or not 0 <= day < self.days:
            return None
        return sum(row.trips for row in rows), max(row.max_children for row in rows)

    def charge(self, home, session):
        own = self.trips.get((home, session.prison, session.id))
        return own or self.trips.get((home, session.prison, None)) or TripCharge()

    def days_away(self, home, session):
        """The days of the horizon on which a trip to the session keeps the escort away."""
        charge = self.charge(home, session)
        first = max(0, session.day - charge.days_before)
        return range(first, min(self.days - 1, session.day + charge.days_after) + 1)


def load(path):
    with open(path, encoding="utf-8") as file:
        return read(json.load(file))


def read(document):
    """Reads a problem from its JSON document; raises ValueError or KeyError where it is none."""
    if document.get("format") != FORMAT:
        raise ValueError(f"the format is {document.get('format')!r}; expected {FORMAT}")
    return _Reader(document).problem()


class _Reader:
    def __init__(self, document):
        self.document = document
        self.start = date.fromisoformat(document["start"])

    def problem(self):
        document = self.document
        problem = Problem(
            start=self.start, days=document["days"], catch_up=document["catchUp"], weights=self._weights(),
            prisons={row["id"]: self._prison(row) for row in document["prisons"]},
            sessions={row["id"]: self._session(row) for row in document["sessions"]},
            prisoners={row["id"]: self._prisoner(row) for row in document["prisoners"]}, requests={},
            escorts=[self._escort(row) for row in self._rows("escorts")],
            trips={self._way(row): self._trip(row) for row in self._rows("trips")},
            budgets=[(row["month"], row["money"]) for row in self._rows("budgets")],
            links=[Link(*row["requests"], row["maxDaysApart"], row["saving"]) for row in self._rows("links")],
            fixed=self._visits("fixed"), published=self._visits("published"))
        _Options(self, problem).read_requests()
        return problem

    def day(self, text):
        return (date.fromisoformat(text[:10]) - self.start).days

    def ranges(self, pairs):
        return [(self.day(first), self.day(last)) for first, last in pairs]

    def _rows(self, name):
        return self.document.get(name) or []

    def _visits(self, name):
        # A visit that is named twice is one visit.
        return list(dict.fromkeys((row["request"], row["session"]) for row in self._rows(name)))

    def _weights(self):
        given = self.document["objective"]
        names = ("covered", "visit", "minute", "neglect", "spacing", "change", "cost")
        return {name: given.get(name) or 0 for name in names}

    def _prison(self, row):
        return Prison(row["tableSeats"], row["noticeDays"], self.ranges(row.get("closures") or []))

    def _session(self, row):
        return Session(
            row["id"], row["prison"], self.day(row["start"]), minute(row["start"][11:]), row["minutes"], row["tables"],
            row.get("seats"))

    def _prisoner(self, row):
        quota = row["quota"]
        period = quota.get("period")
        counts_days = isinstance(period, dict)
        return Prisoner(
            row["id"], row["prison"], quota["visits"], quota.get("minutes"), period["days"] if counts_days else None,
            self.day(period["anchor"]) if counts_days else 0, row.get("used") or {}, row["minGap"],
            self.ranges(row.get("unavailable") or []))

    def _escort(self, row):
        return EscortRow(
            row["home"], weekdays(row), self.day(row["from"]), self.day(row["to"]), row["count"], row["maxChildren"])

    def _way(self, row):
        return row["home"], row["prison"], row.get("session")

    def _trip(self, row):
        return TripCharge(row["cost"], row["money"], row.get("daysBefore") or 0, row.get("daysAfter") or 0)


class _Options:
    """Which sessions each request can be given, and at what price."""

    def __init__(self, reader, problem):
        self.reader = reader
        self.problem = problem
        self.calendars = {
            row["id"]: {reader.day(day) for day in row["days"]} for row in reader._rows("calendars")
        }
        self.open_sessions = defaultdict(list)
        for session in problem.sessions.values():
            prison = problem.prisons[session.prison]
            is_open = prison.notice_days <= session.day < problem.days and not within(session.day, prison.closures)
            if is_open:
                self.open_sessions[session.prison].append(session)

    def read_requests(self):
        for row in self.reader.document["requests"]:
            last = row.get("lastVisit")
            request = Request(
                row["id"], row["family"], row["prisoner"], row["party"], row["children"],
                None if last is None else self.reader.day(last), row["maxGap"], row.get("escortHome"), {})
            for option in self._of(row, request):
                request.options[option.session] = option
            self.problem.requests[request.id] = request

    def _of(self, row, request):
        prisoner = self.problem.prisoners[request.prisoner]
        for option in self._offered(row["options"], prisoner):
            day = self.problem.sessions[option.session].day
            too_soon = request.last_visit is not None and day - request.last_visit < prisoner.min_gap
            is_fixed = (request.id, option.session) in self.problem.fixed
            if not within(day, prisoner.unavailable) and (is_fixed or not too_soon):
                yield option

    def _offered(self, options, prisoner):
        if isinstance(options, list):
            open_anywhere = {session.id for sessions in self.open_sessions.values() for session in sessions}
            return [
                Option(entry[0], entry[1], entry[2] if len(entry) > 2 else 0) for entry in options
                if entry[0] in open_anywhere
            ]
        rule = {} if options == "all" else options["rule"]
        priced = (self._by_rule(session, rule) for session in self.open_sessions[prisoner.prison])
        return [option for option in priced if option is not None]

    def _by_rule(self, session, rule):
        if self.problem.weekday(session.day) not in weekdays(rule):
            return None
        if session.start + session.minutes > minute(rule.get("latestEnd", "24:00")):
            return None
        if within(session.day, self.reader.ranges(rule.get("except") or [])):
            return None
        cost, money = rule.get("cost", 0), rule.get("money", 0)
        if session.start < minute(rule.get("earliest", "00:00")):
            night = rule.get("night")
            if not night:
                return None
            cost += night.get("cost", 0)
            money += night.get("money", 0)
        school_days = self.calendars[rule["calendar"]] if rule.get("calendar") else ()
        if session.day in school_days and session.start < SCHOOL_ENDS:
            cost += rule.get("schoolCost", 0)
        return Option(session.id, cost, money)


def minute(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def weekdays(row):
    named = row.get("weekdays")
    return frozenset(range(7) if named is None else named)


def within(day, ranges):
    return any(first <= day <= last for first, last in ranges)
