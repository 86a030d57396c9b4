"""The self-test of the outside judge, the generator and the exact solver: python3 -m unittest (in this folder)."""

import copy
import itertools
import json
import os
import subprocess
import sys
import tempfile
import unittest

import generate
import judge
import problem as problems

HERE = os.path.dirname(os.path.abspath(__file__))


def small():
    """Two prisons, three households; A and B share the prisoner X, and C needs an escort. 2027-03-01 is a Monday."""
    def session(id, prison, start):
        return {"id": id, "prison": prison, "start": start, "minutes": 60, "tables": 2}

    def request(id, family, prisoner, **more):
        return {
            "id": id, "family": family, "prisoner": prisoner, "party": 2, "children": 1, "priority": 1,
            "lastVisit": "2027-02-10", "maxGap": 30, "options": {"rule": {"cost": 10, "money": 100}}, **more,
        }

    return {
        "format": "visitd-problem/1", "start": "2027-03-01", "days": 42, "catchUp": 7,
        "prisons": [
            {"id": "P", "tableSeats": 2, "noticeDays": 2, "closures": [["2027-03-20", "2027-03-21"]]},
            {"id": "Q", "tableSeats": 4, "noticeDays": 0, "closures": []},
        ],
        "sessions": [
            session("p6", "P", "2027-03-06T10:00"), session("p13", "P", "2027-03-13T10:00"),
            session("p13b", "P", "2027-03-13T14:00"), session("p20", "P", "2027-03-20T10:00"),
            session("p27", "P", "2027-03-27T10:00"), session("p2", "P", "2027-03-02T10:00"),
            session("q7", "Q", "2027-03-07T15:00"), session("q14", "Q", "2027-03-14T15:00"),
            session("q6", "Q", "2027-03-06T17:00"),
        ],
        "prisoners": [
            {"id": "X", "prison": "P", "quota": {"visits": 3}, "minGap": 7},
            {"id": "Y", "prison": "Q", "quota": {"visits": 9}, "minGap": 0},
        ],
        "calendars": [{"id": "school", "days": ["2027-03-06"]}],
        "requests": [
            request("A", "FA", "X"), request("B", "FB", "X"), request("A2", "FA", "Y"),
            request("C", "FC", "Y", escortHome="H", children=3, party=4),
        ],
        "escorts": [{"home": "H", "from": "2027-03-01", "to": "2027-04-11", "count": 1, "maxChildren": 3}],
        "trips": [{"home": "H", "prison": "Q", "cost": 40, "money": 500}],
        "objective": {"covered": 1000, "visit": 100, "minute": 1, "neglect": 2, "spacing": 1, "change": 30, "cost": 1},
    }


def plan(*visits):
    """A plan of visits written as `A@p6`."""
    pairs = (visit.split("@") for visit in visits)
    rows = [{"request": request, "session": session} for request, session in pairs]
    return {"format": "visitd-plan/1", "visits": rows}


class EveryRule(unittest.TestCase):
    """For each hard rule a plan that keeps it and the nearest one that breaks it, and it alone."""

    def rules(self, document, *visits):
        return judge.verdict(problems.read(document), plan(*visits))["rules"]

    def expect(self, rule, keeping, breaking, change=lambda document: None):
        document = small()
        change(document)
        self.assertEqual(self.rules(document, *keeping), [])
        self.assertEqual(self.rules(document, *breaking), [rule])

    def test_a_session_must_be_an_option(self):
        self.expect("not-an-option", ["A@p6"], ["A@q7"])

    def test_closures_and_notice_close_sessions(self):
        self.expect("not-an-option", ["A@p27"], ["A@p20"])
        self.expect("not-an-option", ["A@p6"], ["A@p2"])

    def test_a_visit_stands_once(self):
        self.expect("duplicate", ["A@p6"], ["A@p6", "A@p6"])

    def test_names_must_be_known(self):
        self.expect("unknown-id", ["A@p6"], ["A@p6", "nobody@p6"])
        self.expect("unknown-id", ["A@p6"], ["A@p6", "A@nowhere"])

    def test_tables_count_parties_and_not_persons(self):
        def one_big_table(document):
            document["sessions"][0]["tables"] = 1
            document["prisoners"][0]["minGap"] = 0
        self.expect("tables", ["A@p6", "B@p27"], ["A@p6", "B@p6"], one_big_table)

        def a_party_of_three(document):
            document["sessions"][0]["tables"] = 1
            document["requests"][0]["party"] = 3
        self.expect("tables", ["A@p13"], ["A@p6"], a_party_of_three)

    def test_seats_count_persons(self):
        def three_seats(document):
            document["sessions"][0]["seats"] = 3
            document["prisoners"][0]["minGap"] = 0
        self.expect("seats", ["A@p6"], ["A@p6", "B@p6"], three_seats)

    def test_a_quota_is_shared_and_knows_what_is_used(self):
        def one_is_used(document):
            document["prisoners"][0]["used"] = {"2027-03": 1}
        self.expect("quota-visits", ["A@p6", "B@p13"], ["A@p6", "B@p13", "A@p27"], one_is_used)

    def test_a_period_of_days_counts_from_its_anchor(self):
        def every_ten_days(document):
            document["prisoners"][0]["quota"] = {"visits": 1, "period": {"days": 10, "anchor": "2027-02-24"}}
        # 2027-03-06 begins a period, in which 2027-03-13 lies too.
        self.expect("quota-visits", ["A@p6", "A@p27"], ["A@p6", "A@p13"], every_ten_days)

    def test_minutes_are_counted_too(self):
        def two_hours(document):
            document["prisoners"][0]["quota"]["minutes"] = 120
        self.expect("quota-minutes", ["A@p6", "A@p13"], ["A@p6", "A@p13", "A@p27"], two_hours)

    def test_visits_to_a_prisoner_keep_apart(self):
        def eight_days(document):
            document["prisoners"][0]["minGap"] = 8
        self.expect("min-gap", ["A@p6", "B@p27"], ["A@p6", "B@p13"], eight_days)

    def test_a_household_makes_one_visit_a_day(self):
        self.expect("twice-on-a-day", ["A@p6", "A2@q7"], ["A@p6", "A2@q6"])

    def test_fixed_visits_stay(self):
        def fix(document):
            document["fixed"] = [{"request": "A", "session": "p6"}, {"request": "A", "session": "p6"}]
        self.expect("fixed-missing", ["A@p6"], ["A@p13"], fix)

    def test_an_escort_must_go(self):
        def not_on_sundays(document):
            document["escorts"][0]["weekdays"] = [5]
        self.expect("no-escort", ["C@q6"], ["C@q7"], not_on_sundays)

    def test_an_escort_makes_so_many_trips(self):
        def two_places(document):
            document["escorts"][0]["maxChildren"] = 2
            document["requests"][3]["children"] = 2
            document["requests"].append(dict(document["requests"][3], id="D", family="FD"))
        self.expect("escorts", ["C@q7", "D@q6"], ["C@q7", "D@q7"], two_places)

    def test_a_trip_takes_the_days_around_it(self):
        def away_the_day_before(document):
            document["trips"][0]["daysBefore"] = 1
        self.expect("escorts", ["C@q6", "C@q14"], ["C@q6", "C@q7"], away_the_day_before)

    def test_a_budget_pays_visits_and_trips(self):
        def six_hundred(document):
            document["budgets"] = [{"month": "2027-03", "money": 600}]
        self.expect("budget", ["C@q7"], ["C@q7", "A@p6"], six_hundred)


class Options(unittest.TestCase):
    """What a rule of options means."""

    def option(self, rule, session="p6", request="A", **more):
        document = small()
        document["requests"][0].update({"options": {"rule": rule}, **more})
        found = problems.read(document).requests[request].options.get(session)
        return found and (found.cost, found.money)

    def test_a_rule_limits_days_and_times(self):
        self.assertEqual(self.option({"weekdays": [5]}), (0, 0))
        self.assertIsNone(self.option({"weekdays": [6]}))
        self.assertEqual(self.option({"latestEnd": "11:00"}), (0, 0))
        self.assertIsNone(self.option({"latestEnd": "10:59"}))
        self.assertIsNone(self.option({"except": [["2027-03-06", "2027-03-06"]]}))

    def test_an_early_session_needs_a_night(self):
        self.assertEqual(self.option({"earliest": "10:00"}), (0, 0))
        self.assertIsNone(self.option({"earliest": "10:01"}))
        self.assertEqual(self.option({"earliest": "10:01", "night": {"cost": 7, "money": 9}}), (7, 9))

    def test_a_school_day_costs_before_four_in_the_afternoon(self):
        rule = {"calendar": "school", "schoolCost": 50}
        self.assertEqual(self.option(rule), (50, 0))
        self.assertEqual(self.option(rule, session="p13"), (0, 0))
        document = small()
        document["requests"][2]["options"] = {"rule": rule}
        options = problems.read(document).requests["A2"].options
        self.assertEqual(options["q6"].cost, 0)

    def test_an_option_keeps_away_from_the_last_visit_unless_it_is_fixed(self):
        self.assertIsNone(self.option({}, lastVisit="2027-02-28"))
        self.assertEqual(self.option({}, lastVisit="2027-02-27"), (0, 0))
        document = small()
        document["requests"][0]["lastVisit"] = "2027-02-28"
        document["fixed"] = [{"request": "A", "session": "p6"}]
        self.assertIn("p6", problems.read(document).requests["A"].options)

    def test_a_prisoner_can_be_unavailable(self):
        document = small()
        document["prisoners"][0]["unavailable"] = [["2027-03-13", "2027-03-13"]]
        self.assertEqual(sorted(problems.read(document).requests["A"].options), ["p27", "p6"])

    def test_lists_and_all(self):
        document = small()
        document["requests"][0]["options"] = [["p6", 3], ["p20", 1, 1], ["p27", 4, 5]]
        document["requests"][1]["options"] = "all"
        read = problems.read(document).requests
        listed = [(option.session, option.cost, option.money) for option in read["A"].options.values()]
        self.assertEqual(listed, [("p6", 3, 0), ("p27", 4, 5)])
        self.assertEqual(sorted(read["B"].options), ["p13", "p13b", "p27", "p6"])

    def test_another_format_is_refused(self):
        with self.assertRaises(ValueError):
            problems.read(dict(small(), format="visitd-problem/2"))


class Score(unittest.TestCase):
    """Figures counted by hand."""

    def objective(self, document, *visits):
        return judge.verdict(problems.read(document), plan(*visits))["objective"]

    def test_one_visit_counted_by_hand(self):
        document = small()
        document["requests"] = document["requests"][:1]
        # Day -19, then day 5, then the end on day 42: gaps of 24 and 37 days, of which 7 are overdue. Due on day 11.
        self.assertEqual(self.objective(document, "A@p6"), {
            "covered": 1, "dueChildren": 1, "childrenSeen": 1, "maxGapDays": 37, "neglect": 28, "visits": 1,
            "minutes": 60, "spacing": 24 * 24 + 37 * 37, "changes": 0, "cost": 10,
            "score": 1000 + 100 + 60 - 2 * 28 - (24 * 24 + 37 * 37) - 10,
        })

    def test_in_time_is_up_to_the_due_day_itself(self):
        document = small()
        for last, covered in (("2027-02-11", 1), ("2027-02-10", 0)):
            document["requests"][0]["lastVisit"] = last  # due on day 12, or on day 11; the visit is on day 12
            self.assertEqual(self.objective(document, "A@p13")["covered"], covered)

    def test_who_was_never_seen_is_due_when_the_catch_up_ends(self):
        document = small()
        document["requests"][0]["lastVisit"] = None
        self.assertEqual(problems.read(document).due(problems.read(document).requests["A"]), 7)

    def test_a_published_visit_that_goes_is_a_change(self):
        document = small()
        document["published"] = [{"request": "A", "session": "p6"}]
        self.assertEqual(self.objective(document, "A@p6")["changes"], 0)
        self.assertEqual(self.objective(document, "A@p13")["changes"], 1)

    def test_trips_are_charged_once_for_all_children_on_them(self):
        document = small()
        document["requests"].append(dict(document["requests"][3], id="D", family="FD"))
        self.assertEqual(self.objective(document, "C@q7")["cost"], 50)
        self.assertEqual(self.objective(document, "C@q7", "D@q7")["cost"], 20 + 2 * 40)

    def test_a_session_can_have_a_charge_of_its_own(self):
        document = small()
        document["trips"].append({"home": "H", "prison": "Q", "session": "q7", "cost": 90, "money": 0})
        self.assertEqual(self.objective(document, "C@q7")["cost"], 100)
        self.assertEqual(self.objective(document, "C@q14")["cost"], 50)

    def test_linked_visits_pair_once(self):
        document = small()
        document["links"] = [{"requests": ["A", "A2"], "maxDaysApart": 1, "saving": 8}]
        self.assertEqual(self.objective(document, "A@p6", "A2@q7")["cost"], 12)
        self.assertEqual(self.objective(document, "A@p6", "A2@q14")["cost"], 20)
        self.assertEqual(self.objective(document, "A@p6", "A2@q7", "A@p13", "A2@q14")["cost"], 24)

    def test_what_breaks_the_first_rule_counts_for_nothing(self):
        self.assertEqual(self.objective(small(), "A@q7", "nobody@p6"), self.objective(small()))


class Programs(unittest.TestCase):
    """The programs, started as a user starts them."""

    def run_program(self, name, *arguments, seed="0"):
        return subprocess.run(
            [sys.executable, "-B", os.path.join(HERE, name), *arguments], capture_output=True, text=True,
            env=dict(os.environ, PYTHONHASHSEED=seed), check=False)

    def judged(self, *arguments, visits):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("problem.json", "plan.json")]
            for path, document in zip(paths, (small(), plan(*visits))):
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(document, file)
            return self.run_program("judge.py", *arguments, *paths)

    def test_the_status_tells_whether_a_plan_is_legal(self):
        legal, illegal = self.judged(visits=["A@p6"]), self.judged(visits=["A@p6", "A@p6"])
        self.assertEqual((legal.returncode, json.loads(legal.stdout)["feasible"]), (0, True))
        self.assertEqual((illegal.returncode, json.loads(illegal.stdout)["feasible"]), (1, False))
        self.assertEqual(self.judged("--report", visits=["A@p6", "A@p6"]).returncode, 0)
        self.assertEqual(self.run_program("judge.py", "/nowhere", "/nowhere").returncode, 2)
        self.assertEqual(self.run_program("judge.py").returncode, 2)

    def test_the_same_arguments_give_the_same_bytes(self):
        arguments = ("--families", "30", "--prisons", "3", "--weeks", "8", "--layer", "full", "--published", "--nights")
        first, second = (self.run_program("generate.py", *arguments, seed=seed) for seed in ("1", "2"))
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertEqual(first.stdout, second.stdout)


class Generator(unittest.TestCase):
    """What the generator makes is a problem in which every feature occurs."""

    def world(self, *arguments):
        document = generate.World(generate.parse(list(arguments))).grow()
        return document, problems.read(document)

    def test_rules_and_lists_offer_the_same(self):
        arguments = ("--families", "40", "--weeks", "10", "--prisons", "2", "--layer", "full")
        by_rule, by_list = self.world(*arguments)[1], self.world(*arguments, "--explicit")[1]
        self.assertEqual(
            {id: request.options for id, request in by_rule.requests.items()},
            {id: request.options for id, request in by_list.requests.items()})

    def test_every_feature_occurs(self):
        document, read = self.world(
            "--families", "200", "--prisons", "3", "--weeks", "26", "--layer", "full", "--nights", "--published")
        for name in ("escorts", "trips", "budgets", "links", "published"):
            self.assertTrue(document[name], name)
        self.assertTrue(any(trip.get("daysBefore") for trip in document["trips"]))
        self.assertTrue(any(session.seats is not None for session in read.sessions.values()))
        prisoners = [request.prisoner for request in read.requests.values()]
        self.assertLess(len(set(prisoners)), len(prisoners))
        self.assertTrue(any(prisoner.minutes for prisoner in read.prisoners.values()))
        self.assertTrue(any("used" in row for row in document["prisoners"]))
        self.assertTrue(any(row["lastVisit"] is None for row in document["requests"]))

    def test_a_heavier_load_means_fewer_tables(self):
        tables = [
            sum(session.tables for session in self.world("--families", "200", "--load", load)[1].sessions.values())
            for load in ("0.7", "1.5")
        ]
        self.assertGreater(tables[0], tables[1])


class ExactSolver(unittest.TestCase):
    """On tiny problems the exact solver's plan is the best of all plans, counted one by one."""

    def best(self, read):
        visits = [f"{request.id}@{session}" for request in read.requests.values() for session in request.options]
        best = None
        for size in range(len(visits) + 1):
            for chosen in itertools.combinations(visits, size):
                verdict = judge.verdict(read, plan(*chosen))
                if verdict["feasible"]:
                    best = max(verdict["objective"]["score"], best if best is not None else -sys.maxsize)
        return best

    def test_no_plan_is_better(self):
        try:
            import exact
            import highspy  # noqa: F401
        except ImportError:
            self.skipTest("python3 has no module highspy")
        linked = small()
        linked["links"] = [{"requests": ["A", "A2"], "maxDaysApart": 1, "saving": 500}]
        published = copy.deepcopy(linked)
        published["published"] = [{"request": "B", "session": "p13"}, {"request": "A2", "session": "q6"}]
        published["trips"][0]["daysBefore"] = 1
        paid = copy.deepcopy(published)
        paid["budgets"] = [{"month": "2027-03", "money": 900}]
        paid["fixed"] = [{"request": "B", "session": "p27"}]
        paid["sessions"][0]["seats"] = 2
        for document in (small(), linked, published, paid):
            read = problems.read(document)
            answer = exact.solve(read, seconds=20)
            self.assertTrue(answer["optimal"] and answer["feasible"])
            best = self.best(read)
            self.assertEqual(answer["score"], best)
            self.assertAlmostEqual(answer["bound"], best, delta=1)


if __name__ == "__main__":
    unittest.main()
