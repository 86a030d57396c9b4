#!/usr/bin/env python3
"""judge.py [--report] PROBLEM PLAN [PROBLEM PLAN]...: a JSON line on which rules a plan breaks and what it reaches.

Ends with status 0 where every plan keeps to every rule, 1 where one does not (with --report, 0 as well), 2 for what
it cannot read. It counts from the definitions of Docs/guides/solver-format.md and shares nothing with the solver, not
even the language.
"""

import json
import sys
from collections import Counter, defaultdict

import problem as problems

# So many violations are told in full; their number is always told.
MOST_TOLD = 20


def judge(problem, plan):
    """The violations of a plan, as rows of rule, subject, what was found and what is allowed, and its objective."""
    sheet = _Sheet(problem, plan)
    violations = list(sheet.strangers)
    for rule in (_sessions, _quotas, _gaps, _families, _fixed, _escorts, _budgets):
        violations += rule(sheet)
    return violations, _objective(sheet)


class _Sheet:
    """The visits of a plan that are options, grouped as the rules ask for them."""

    def __init__(self, problem, plan):
        self.problem = problem
        self.strangers = []
        self.visits = {}  # the option by request and session
        for visit in plan["visits"]:
            self._enter(visit["request"], visit["session"])
        self.by_session = defaultdict(list)
        self.by_request = defaultdict(list)
        self.by_prisoner = defaultdict(list)
        self.by_family = defaultdict(list)
        self.children_on_trip = Counter()
        for request_id, session_id in self.visits:
            request, session = problem.requests[request_id], problem.sessions[session_id]
            self.by_session[session_id].append(request)
            self.by_request[request_id].append(session)
            self.by_prisoner[request.prisoner].append(session)
            self.by_family[request.family].append(session)
            if request.escort_home:
                self.children_on_trip[request.escort_home, session_id] += request.children

    def _enter(self, request_id, session_id):
        visit = (request_id, session_id)
        request = self.problem.requests.get(request_id)
        if request is None or session_id not in self.problem.sessions:
            self.strangers.append(("unknown-id", visit, 0, 0))
        elif visit in self.visits:
            self.strangers.append(("duplicate", visit, 0, 0))
        elif session_id not in request.options:
            self.strangers.append(("not-an-option", visit, 0, 0))
        else:
            self.visits[visit] = request.options[session_id]

    def trips(self):
        """Home, session and number of each group of escort trips; where no escort goes nobody is charged."""
        for (home, session_id), children in self.children_on_trip.items():
            session = self.problem.sessions[session_id]
            escort = self.problem.escort(home, session.day)
            yield home, session, -(-children // escort[1]) if escort else 0

    def days(self, request_id):
        return sorted(session.day for session in self.by_request.get(request_id, []))


def _sessions(sheet):
    for session_id, requests in sheet.by_session.items():
        session = sheet.problem.sessions[session_id]
        tables = sum(sheet.problem.tables(request) for request in requests)
        if tables > session.tables:
            yield "tables", session_id, tables, session.tables
        persons = sum(request.party for request in requests)
        if session.seats is not None and persons > session.seats:
            yield "seats", session_id, persons, session.seats


def _quotas(sheet):
    for prisoner_id, sessions in sheet.by_prisoner.items():
        prisoner = sheet.problem.prisoners[prisoner_id]
        periods = defaultdict(list)
        for session in sessions:
            periods[sheet.problem.period(prisoner, session.day)].append(session)
        for period, within in periods.items():
            left = sheet.problem.quota_left(prisoner, period)
            if len(within) > left:
                yield "quota-visits", (prisoner_id, period), len(within), max(0, left)
            minutes = sum(session.minutes for session in within)
            if prisoner.minutes is not None and minutes > prisoner.minutes:
                yield "quota-minutes", (prisoner_id, period), minutes, prisoner.minutes


def _gaps(sheet):
    for prisoner_id, sessions in sheet.by_prisoner.items():
        allowed = sheet.problem.prisoners[prisoner_id].min_gap
        days = sorted(session.day for session in sessions)
        for earlier, later in zip(days, days[1:]):
            if later - earlier < allowed:
                yield "min-gap", (prisoner_id, earlier), later - earlier, allowed


def _families(sheet):
    for family, sessions in sheet.by_family.items():
        days = sorted(session.day for session in sessions)
        for earlier, later in zip(days, days[1:]):
            if earlier == later:
                yield "twice-on-a-day", (family, earlier), 2, 1


def _fixed(sheet):
    for visit in sheet.problem.fixed:
        if visit not in sheet.visits:
            yield "fixed-missing", visit, 0, 1


def _escorts(sheet):
    trips_away = Counter()
    for home, session, trips in sheet.trips():
        for day in sheet.problem.days_away(home, session):
            trips_away[home, day] += trips
    for (home, day), trips in trips_away.items():
        escort = sheet.problem.escort(home, day)
        if escort is None:
            yield "no-escort", (home, day), trips, 0
        elif trips > escort[0]:
            yield "escorts", (home, day), trips, escort[0]


def _budgets(sheet):
    spent = Counter()
    for (_, session_id), option in sheet.visits.items():
        spent[sheet.problem.month(sheet.problem.sessions[session_id].day)] += option.money
    for home, session, trips in sheet.trips():
        spent[sheet.problem.month(session.day)] += trips * sheet.problem.charge(home, session).money
    for month, money in sheet.problem.budgets:
        if spent[month] > money:
            yield "budget", month, spent[month], money


def _objective(sheet):
    problem = sheet.problem
    reached = Counter(maxGapDays=0)
    for request in problem.requests.values():
        _add_request(reached, sheet, request)
    reached["visits"] = len(sheet.visits)
    reached["minutes"] = sum(problem.sessions[session_id].minutes for _, session_id in sheet.visits)
    reached["changes"] = sum(visit not in sheet.visits for visit in problem.published)
    reached["cost"] = (
        sum(option.cost for option in sheet.visits.values())
        + sum(trips * problem.charge(home, session).cost for home, session, trips in sheet.trips())
        - sum(link.saving * _pairs(sheet, link) for link in problem.links))
    names = (
        "covered", "dueChildren", "childrenSeen", "maxGapDays", "neglect", "visits", "minutes", "spacing", "changes",
        "cost")
    objective = {name: reached[name] for name in names}
    objective["score"] = score(problem.weights, objective)
    return objective


def score(weights, objective):
    """The weighted sum that solvers compete for; more is better."""
    gains = (("covered", "covered"), ("visit", "visits"), ("minute", "minutes"))
    losses = (("neglect", "neglect"), ("spacing", "spacing"), ("change", "changes"), ("cost", "cost"))
    return sum(weights[weight] * objective[name] for weight, name in gains) - sum(
        weights[weight] * objective[name] for weight, name in losses)


def _add_request(reached, sheet, request):
    problem = sheet.problem
    days = sheet.days(request.id)
    due = problem.due(request)
    if due < problem.days:
        reached["dueChildren"] += request.children
        if days and days[0] <= due:
            reached["covered"] += request.children
    if days:
        reached["childrenSeen"] += request.children
    # The end of the horizon closes the last gap.
    moments = [problem.last_visit(request), *days, problem.days]
    for earlier, later in zip(moments, moments[1:]):
        gap = later - earlier
        reached["neglect"] += request.children * overdue_sum(gap - request.max_gap)
        reached["spacing"] += gap * gap
        if request.options:
            reached["maxGapDays"] = max(reached["maxGapDays"], gap)


def overdue_sum(days):
    """1 + 2 + ... + days: every further overdue day weighs more than the one before."""
    return days * (days + 1) // 2 if days > 0 else 0


def _pairs(sheet, link):
    """How many visits of one request pair with one of the other, the earliest first, each at most once."""
    second = sheet.days(link.second)
    pairs = 0
    for day in sheet.days(link.first):
        while second and second[0] < day - link.max_days_apart:
            second.pop(0)
        if second and second[0] <= day + link.max_days_apart:
            second.pop(0)
            pairs += 1
    return pairs


def verdict(problem, plan):
    """What the program prints."""
    violations, objective = judge(problem, plan)
    told = [
        {"rule": rule, "subject": subject, "found": found, "allowed": allowed}
        for rule, subject, found, allowed in violations[:MOST_TOLD]
    ]
    rules = sorted({rule for rule, *_ in violations})
    return {
        "feasible": not violations, "violations": len(violations), "rules": rules, "first": told,
        "objective": objective,
    }


def main(arguments):
    is_report = arguments[:1] == ["--report"]
    paths = arguments[1:] if is_report else arguments
    if not paths or len(paths) % 2:
        print("usage: judge.py [--report] PROBLEM PLAN [PROBLEM PLAN]...", file=sys.stderr)
        return 2
    all_are_feasible = True
    for problem_path, plan_path in zip(paths[::2], paths[1::2]):
        try:
            with open(plan_path, encoding="utf-8") as file:
                answer = verdict(problems.load(problem_path), json.load(file))
        except (OSError, ValueError, KeyError, TypeError) as error:
            print(f"judge.py: {problem_path}, {plan_path}: {type(error).__name__}: {error}", file=sys.stderr)
            return 2
        all_are_feasible = all_are_feasible and answer["feasible"]
        print(json.dumps(answer))
    return 0 if all_are_feasible or is_report else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
