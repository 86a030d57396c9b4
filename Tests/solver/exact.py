#!/usr/bin/env python3
"""exact.py [--time SECONDS] PROBLEM...: the best plan of small problems by integer programming, a JSON line each.

A line says `bound`, which no plan exceeds, the `score` that the judge gives the plan found, whether it is `optimal` and
`feasible`, and the plan itself. The model holds the whole score: gaps as flows along paths, links as pairs. It needs
highspy (pip install highspy), and some seconds for two dozen households over six weeks.
"""

import argparse
import json
import os
import sys
from collections import defaultdict

import judge
import problem as problems

# A solution value above this is a one; HiGHS keeps integers to one millionth.
IS_ONE = 0.5


class Model:
    """A linear model in the making: what is gained is maximised."""

    def __init__(self):
        self.gains = []
        self.upper = []
        self.is_whole = []
        self.rows = []  # least, most, coefficients by variable

    def add(self, gain, upper=1, is_whole=True):
        self.gains.append(gain)
        self.upper.append(upper)
        self.is_whole.append(is_whole)
        return len(self.gains) - 1

    def limit(self, terms, most=None, least=None):
        terms = list(terms)
        if terms:
            self.rows.append((least, most, terms))

    def solve(self, seconds):
        """The values of the variables (none where no plan was found), the bound, and whether it is proved the best."""
        import highspy

        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("time_limit", float(seconds))
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("mip_rel_gap", 1e-6)
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        for gain, upper, is_whole in zip(self.gains, self.upper, self.is_whole):
            highs.addVar(0.0, float(upper))
            variable = highs.getNumCol() - 1
            highs.changeColCost(variable, float(gain))
            if is_whole:
                highs.changeColIntegrality(variable, highspy.HighsVarType.kInteger)
        for least, most, terms in self.rows:
            highs.addRow(
                -highspy.kHighsInf if least is None else float(least),
                highspy.kHighsInf if most is None else float(most), len(terms),
                [variable for variable, _ in terms], [float(factor) for _, factor in terms])
        highs.run()
        is_optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        solution = highs.getSolution()
        values = list(solution.col_value) if solution.value_valid else []
        return values, highs.getInfo().mip_dual_bound, is_optimal


class PlanModel:
    """The model of one problem: a variable for every option, and whatever its rules and its score need."""

    def __init__(self, problem):
        self.problem = problem
        self.model = Model()
        # What a plan loses whatever it does: every published visit, until it is kept.
        self.constant = -problem.weights["change"] * len(problem.published)
        self.visits = {}  # the variable by request and session
        self.spending = defaultdict(list)  # terms by month
        for request in problem.requests.values():
            self._add_visits(request)
        self._limit_sessions()
        self._limit_prisoners()
        self._limit_families()
        for visit in problem.fixed:
            self.model.limit([(self.visits[visit], 1)], least=1)
        self._add_trips()
        for month, money in problem.budgets:
            self.model.limit(self.spending[month], most=money)
        for link in problem.links:
            self._add_link(link)

    def solve(self, seconds):
        values, bound, is_optimal = self.model.solve(seconds)
        visits = [
            {"request": request, "session": session} for (request, session), variable in self.visits.items()
            if values and values[variable] > IS_ONE
        ]
        return {"format": "visitd-plan/1", "visits": visits}, bound + self.constant, is_optimal

    def _session(self, visit):
        return self.problem.sessions[visit[1]]

    def _request(self, visit):
        return self.problem.requests[visit[0]]

    def _grouped(self, key):
        groups = defaultdict(list)
        for visit, variable in self.visits.items():
            groups[key(visit)].append((visit, variable))
        return groups

    # Visits and what they score

    def _add_visits(self, request):
        weights, problem = self.problem.weights, self.problem
        published = set(problem.published)
        for option in request.options.values():
            session = problem.sessions[option.session]
            gain = weights["visit"] + weights["minute"] * session.minutes - weights["cost"] * option.cost
            if (request.id, session.id) in published:
                gain += weights["change"]
            variable = self.model.add(gain)
            self.visits[request.id, session.id] = variable
            self.spending[problem.month(session.day)].append((variable, option.money))
        self._add_cover(request)
        if weights["neglect"] or weights["spacing"]:
            self._add_gaps(request)

    def _add_cover(self, request):
        due = self.problem.due(request)
        if due >= self.problem.days:
            return
        covered = self.model.add(self.problem.weights["covered"] * request.children)
        in_time = [
            (self.visits[request.id, id], -1) for id in request.options if self.problem.sessions[id].day <= due
        ]
        self.model.limit([(covered, 1), *in_time], most=0)

    def _add_gaps(self, request):
        """One unit flows from the last visit through the chosen ones to the end; each step pays for its gap."""
        problem, weights = self.problem, self.problem.weights
        sessions = sorted((problem.sessions[id] for id in request.options), key=lambda s: (s.day, s.start, s.id))
        days = [problem.last_visit(request), *(session.day for session in sessions), problem.days]
        end = len(days) - 1
        leaving, arriving = defaultdict(list), defaultdict(list)
        for earlier in range(end):
            for later in range(earlier + 1, end + 1):
                gap = days[later] - days[earlier]
                overdue = judge.overdue_sum(gap - request.max_gap)
                loss = weights["neglect"] * request.children * overdue + weights["spacing"] * gap * gap
                step = self.model.add(-loss, is_whole=False)
                leaving[earlier].append((step, 1))
                arriving[later].append((step, 1))
        self.model.limit(leaving[0], least=1, most=1)
        for position, session in enumerate(sessions, start=1):
            chosen = (self.visits[request.id, session.id], -1)
            self.model.limit([*leaving[position], chosen], least=0, most=0)
            self.model.limit([*arriving[position], chosen], least=0, most=0)

    def _add_link(self, link):
        """The most pairs of visits close together; pairing the earliest first finds as many."""
        pairs_of = defaultdict(list)
        for first in self.problem.requests[link.first].options:
            for second in self.problem.requests[link.second].options:
                apart = abs(self.problem.sessions[first].day - self.problem.sessions[second].day)
                if apart <= link.max_days_apart:
                    pair = self.model.add(self.problem.weights["cost"] * link.saving)
                    pairs_of[link.first, first].append((pair, 1))
                    pairs_of[link.second, second].append((pair, 1))
        for visit, pairs in pairs_of.items():
            self.model.limit([*pairs, (self.visits[visit], -1)], most=0)

    # Hard rules

    def _limit_sessions(self):
        for id, group in self._grouped(lambda visit: visit[1]).items():
            session = self.problem.sessions[id]
            tables = [(variable, self.problem.tables(self._request(visit))) for visit, variable in group]
            self.model.limit(tables, most=session.tables)
            if session.seats is not None:
                self.model.limit([(variable, self._request(visit).party) for visit, variable in group], session.seats)

    def _limit_prisoners(self):
        def period(visit):
            prisoner = self.problem.prisoners[self._request(visit).prisoner]
            return prisoner.id, self.problem.period(prisoner, self._session(visit).day)

        for (id, name), group in self._grouped(period).items():
            prisoner = self.problem.prisoners[id]
            left = max(0, self.problem.quota_left(prisoner, name))
            self.model.limit([(variable, 1) for _, variable in group], most=left)
            if prisoner.minutes is not None:
                minutes = [(variable, self._session(visit).minutes) for visit, variable in group]
                self.model.limit(minutes, most=prisoner.minutes)
        for id, group in self._grouped(lambda visit: self._request(visit).prisoner).items():
            self._keep_apart(group, self.problem.prisoners[id].min_gap)

    def _keep_apart(self, group, min_gap):
        """Of any days that lie closer together than the gap, one visit at most."""
        for first in sorted({self._session(visit).day for visit, _ in group}):
            close = [(variable, 1) for visit, variable in group if 0 <= self._session(visit).day - first < min_gap]
            self.model.limit(close, most=1)

    def _limit_families(self):
        def family_day(visit):
            return self._request(visit).family, self._session(visit).day

        for group in self._grouped(family_day).values():
            self.model.limit([(variable, 1) for _, variable in group], most=1)

    def _add_trips(self):
        away = defaultdict(list)
        escorted = self._grouped(lambda visit: (self._request(visit).escort_home, visit[1]))
        for (home, id), group in escorted.items():
            if home is None:
                continue
            session = self.problem.sessions[id]
            trips, places = self.problem.escort(home, session.day) or (0, 0)
            charge = self.problem.charge(home, session)
            variable = self.model.add(-self.problem.weights["cost"] * charge.cost, upper=trips)
            children = [(visit_variable, self._request(visit).children) for visit, visit_variable in group]
            self.model.limit([*children, (variable, -places)], most=0)
            self.spending[self.problem.month(session.day)].append((variable, charge.money))
            for day in self.problem.days_away(home, session):
                away[home, day].append((variable, 1))
        for (home, day), trips in away.items():
            self.model.limit(trips, most=(self.problem.escort(home, day) or (0, 0))[0])


def solve(problem, seconds):
    """The answer for one problem, as the program prints it."""
    plan, bound, is_optimal = PlanModel(problem).solve(seconds)
    verdict = judge.verdict(problem, plan)
    return {
        "bound": bound, "score": verdict["objective"]["score"], "optimal": is_optimal, "feasible": verdict["feasible"],
        "plan": plan,
    }


def main():
    parser = argparse.ArgumentParser(description="The best plan of small problems.")
    parser.add_argument("--time", type=float, default=60, help="seconds for each problem")
    parser.add_argument("problems", nargs="+", metavar="PROBLEM")
    arguments = parser.parse_args()
    # HiGHS greets on standard output; what the caller reads there is the answer alone.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for path in arguments.problems:
        print(json.dumps(solve(problems.load(path), arguments.time)), file=answers, flush=True)


if __name__ == "__main__":
    main()
