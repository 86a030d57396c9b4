#!/usr/bin/env python3
"""Writes a made-up problem of the format visitd-problem/1; the same arguments always give the same bytes.

The world is of the shape that charities describe: most households live hours away, many cannot come on school days,
some prisoners share their quota between two households, tables are short by the factor --load. Nobody in it exists.
"""

import argparse
import itertools
import json
import math
import random
import sys
from datetime import date, timedelta

import problem as problems

START = date(2027, 1, 4)  # a Monday
HOLIDAYS = [(42, 56), (84, 98), (147, 161), (180, 240), (300, 314), (350, 370)]
# Weekday (0 is Monday), start and minutes of the openings from which a prison's week is drawn.
OPENINGS = [
    (2, "13:30", 60), (2, "15:30", 60), (4, "14:00", 60), (5, "09:30", 90), (5, "14:00", 90), (6, "09:30", 90),
    (6, "11:15", 60), (6, "14:00", 90),
]
WEIGHTS = {"covered": 100_000, "visit": 2000, "minute": 0, "neglect": 20, "spacing": 1, "change": 300, "cost": 1}


def iso(day):
    return (START + timedelta(days=day)).isoformat()


def clock(minute):
    return f"{int(minute) // 60:02d}:{int(minute) % 60:02d}"


class World:
    """A problem while it grows, prison by prison."""

    def __init__(self, settings):
        self.settings = settings
        self.chance = random.Random(settings.seed)
        self.days = settings.weeks * 7
        self.numbers = itertools.count()
        weights = dict(WEIGHTS) if settings.spacing else dict(WEIGHTS, neglect=0, spacing=0)
        self.document = {
            "format": problems.FORMAT, "start": iso(0), "days": self.days, "catchUp": 28, "prisons": [], "sessions": [],
            "prisoners": [], "calendars": [{"id": "school", "days": self._school_days()}], "requests": [], "fixed": [],
            "published": [], "escorts": [], "trips": [], "budgets": [], "links": [], "objective": weights,
        }

    def grow(self):
        for number, families in enumerate(self._families_by_prison()):
            self._add_prison(number, families)
        if self.settings.layer == "full":
            self._add_second_parents()
            self._add_budgets()
        if self.settings.explicit or self.settings.published:
            self._use_options()
        return self.document

    def _school_days(self):
        return [
            iso(day) for day in range(self.days) if day % 7 < 5 and not any(a <= day < b for a, b in HOLIDAYS)
        ]

    def _families_by_prison(self):
        """Sizes of prisons scatter: a few hold many of the families."""
        shares = [math.exp(self.chance.gauss(0, 0.5)) for _ in range(self.settings.prisons)]
        families = [max(1, round(self.settings.families * share / sum(shares))) for share in shares]
        families[0] = max(1, families[0] + self.settings.families - sum(families))
        return families

    def _span(self, shortest, longest):
        """Some days of the horizon."""
        first = self.chance.randrange(self.days)
        return [iso(first), iso(min(self.days - 1, first + self.chance.randrange(shortest, longest)))]

    # Prisons and prisoners

    def _add_prison(self, number, families):
        prison = f"P{number}"
        self.document["prisons"].append({
            "id": prison, "tableSeats": self.chance.choice([3, 4, 4, 4]), "noticeDays": self.chance.choice([2, 3, 5]),
            "closures": [self._span(1, 4) for _ in range(max(1, self.settings.weeks // 13))],
        })
        openings = self.chance.sample(OPENINGS, self.chance.randrange(5, 8))
        wanted, requests = 0.0, []
        while len(requests) < families:
            prisoner = self._add_prisoner(prison)
            wanted += prisoner["quota"]["visits"] * self.days / 30.4
            shared = len(requests) + 1 < families and self.chance.random() < 0.08
            requests += [self._request(prisoner["id"]) for _ in range(2 if shared else 1)]
        self._add_sessions(prison, openings, wanted)
        self.document["requests"] += requests
        if self.settings.layer == "full":
            self._add_escorts(prison, [request for request in requests if self.chance.random() < 0.15])

    def _add_prisoner(self, prison):
        chance = self.chance
        visits = chance.choices([1, 2, 3], [45, 45, 10])[0]
        prisoner = {
            "id": f"I{len(self.document['prisoners'])}", "prison": prison, "quota": {"visits": visits},
            "minGap": chance.choice([7, 7, 10, 14]),
        }
        if chance.random() < 0.25:
            prisoner["quota"]["minutes"] = visits * chance.choice([60, 75, 90])
        if self.settings.period:
            prisoner["quota"]["period"] = {"days": self.settings.period, "anchor": iso(0)}
        if chance.random() < 0.1:
            prisoner["used"] = {iso(0) if self.settings.period else iso(0)[:7]: 1}
        if chance.random() < 0.05:
            prisoner["unavailable"] = [self._span(3, 21)]
        self.document["prisoners"].append(prisoner)
        return prisoner

    def _add_sessions(self, prison, openings, wanted):
        dated = [
            (day, start, minutes) for day in range(self.days) for weekday, start, minutes in sorted(openings)
            if weekday == day % 7
        ]
        tables = max(2, round(wanted / self.settings.load / max(1, len(dated))))
        for day, start, minutes in dated:
            session = {
                "id": f"S{len(self.document['sessions'])}", "prison": prison, "start": f"{iso(day)}T{start}",
                "minutes": minutes, "tables": max(1, tables + self.chance.choice([-1, 0, 0, 0, 1])),
            }
            if self.settings.layer == "full" and self.chance.random() < 0.1:
                session["seats"] = session["tables"] * 2
            self.document["sessions"].append(session)

    # Households

    def _request(self, prisoner):
        chance = self.chance
        number = next(self.numbers)
        children = chance.choices([1, 2, 3], [55, 32, 13])[0]
        max_gap = chance.choice([30, 45, 60, 90])
        never = chance.random() < 0.06
        return {
            "id": f"R{number}", "family": f"F{number}", "prisoner": prisoner, "party": children + 1,
            "children": children, "priority": 1,
            "lastVisit": None if never else iso(-chance.randrange(1, int(max_gap * 1.6))),
            "maxGap": max_gap, "options": {"rule": self._rule(children)},
        }

    def _rule(self, children):
        """When a household can come: it lives so many hours away, must be home in the evening, and misses school."""
        chance = self.chance
        hours = min(9.0, math.exp(chance.gauss(0.7, 0.7)))
        weekdays = [day for day in range(7) if chance.random() < (0.85 if day >= 5 else 0.7)]
        fare = int(hours * 1400) * (children + 1) // 2
        rule = {
            "weekdays": weekdays or [5, 6], "earliest": clock(max(360, min(420 + hours * 60, 960))),
            "latestEnd": clock(max(960, 1320 - hours * 60)), "cost": int(hours * 60),
            "money": fare if chance.random() < 0.5 else 0, "calendar": "school",
            "schoolCost": chance.choice([80, 150, 250]),
        }
        if hours > 2.5 and chance.random() < 0.6:
            rule["night"] = {"cost": 200, "money": 6000}
        if chance.random() < 0.4:
            rule["except"] = [self._span(2, 10)]
        return rule

    # Escorts, money, links

    def _add_escorts(self, prison, escorted):
        """Homes whose escorts take some fifteen households each; one in four needs the day before for its journey."""
        for number in range(-(-len(escorted) // 15)):
            home = f"H{prison}-{number}"
            for weekday, trips in ((2, 1), (4, 1), (5, 2), (6, 2)):
                self.document["escorts"].append({
                    "home": home, "weekdays": [weekday], "from": iso(0), "to": iso(self.days - 1), "count": trips,
                    "maxChildren": self.chance.choice([4, 5, 6]),
                })
            trip = {
                "home": home, "prison": prison, "cost": self.chance.randrange(60, 300),
                "money": self.chance.randrange(3000, 12000),
            }
            if self.settings.nights and self.chance.random() < 0.25:
                trip["daysBefore"] = 1
            self.document["trips"].append(trip)
            for request in escorted[number::-(-len(escorted) // 15)]:
                request["escortHome"] = home

    def _add_second_parents(self):
        """Three families in a hundred have the other parent in another prison, and save when both visits lie close."""
        held_in = {row["id"]: row["prison"] for row in self.document["prisoners"]}
        for first in list(self.document["requests"]):
            elsewhere = [id for id, prison in held_in.items() if prison != held_in[first["prisoner"]]]
            if not elsewhere or self.chance.random() >= 0.03:
                continue
            second = dict(self._request(self.chance.choice(elsewhere)), family=first["family"])
            self.document["requests"].append(second)
            self.document["links"].append({
                "requests": [first["id"], second["id"]], "maxDaysApart": 1, "saving": self.chance.randrange(30, 200),
            })

    def _add_budgets(self):
        once = sum(request["options"]["rule"]["money"] for request in self.document["requests"])
        for month in sorted({iso(day)[:7] for day in range(self.days)}):
            self.document["budgets"].append({"month": month, "money": once})

    def _use_options(self):
        read = problems.read(self.document)
        for row in self.document["requests"]:
            options = list(read.requests[row["id"]].options.values())
            if self.settings.published and options and self.chance.random() < 0.5:
                chosen = self.chance.choice(options)
                self.document["published"].append({"request": row["id"], "session": chosen.session})
            if self.settings.explicit:
                row["options"] = [[option.session, option.cost, option.money] for option in options]


def parse(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", type=int, default=100, help="households, over all prisons")
    parser.add_argument("--prisons", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--seed", type=int, default=1)
    layers = parser.add_argument("--layer", choices=["core", "full"], default="core")
    layers.help = "full: escorts, budgets, links, seats"
    parser.add_argument("--load", type=float, default=1.1, help="visits that quotas allow, per table")
    parser.add_argument("--period", type=int, default=0, help="quotas per so many days instead of calendar months")
    parser.add_argument("--spacing", action="store_true", help="let neglect and spacing count")
    parser.add_argument("--explicit", action="store_true", help="lists of options in place of rules")
    parser.add_argument("--nights", action="store_true", help="some escort trips take the day before as well")
    parser.add_argument("--published", action="store_true", help="half of the requests have a published visit")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    json.dump(World(parse()).grow(), sys.stdout, separators=(",", ":"))
    print()
