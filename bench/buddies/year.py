"""A year of a pilot: 25 officers, 20 requests a week, planned each Monday for the two weeks ahead.

She gives one to three evenings a week, of the hours that are dark and quiet then; every proposal is
accepted, and what is accepted is kept by the plans after it.
"""
import datetime
import json
import random
import subprocess

import generate

WEEKS, HORIZON = 52, 2


def at(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:00Z")


def plan(walktalk, folder, problem):
    (folder / "week.json").write_text(json.dumps(problem))
    subprocess.run([walktalk, "solve", "buddies", folder / "week.json", "--iterations", "5000", "--out",
                    folder / "week.plan.json"], check=True, stdout=subprocess.DEVNULL)
    return json.loads((folder / "week.plan.json").read_text())


def simulate(walktalk, folder):
    """A sentence with how soon they had a proposal and a walk."""
    generator = random.Random(1)
    generate.MONDAY = datetime.date(2026, 9, 28)
    wards, units = generate.make_wards(generator)
    wards = [ward for ward in wards if ward.bcu == units["Central South"]]
    for ward in wards:
        ward.bcu = 1
    officers = generate.make_officers(25, wards, WEEKS + HORIZON, "abundant", generator)
    waiting, held, to_proposal, to_walk, longest = [], [], {}, {}, 0.0
    number = 0
    for week in range(WEEKS):
        monday = generate.MONDAY + datetime.timedelta(days=7 * week)
        now = datetime.datetime.combine(monday, datetime.time(6))
        for _ in range(20):
            number += 1
            request = generate.make_request(number, wards, HORIZON, "normal", officers, generator)
            request.pop("dated", None)
            request["weekly"] = [  # of the dark and quiet hours that the form showed her
                {"weekday": day, "from": generator.choice(["19:00", "20:00", "21:00"]), "to": "23:59"}
                for day in generator.sample([1, 2, 3, 4, 7], generator.choice([1, 2, 2, 3]))]
            request["waiting_since"] = (now - datetime.timedelta(hours=generator.randrange(168))).strftime("%Y-%m-%dT%H:00:00Z")
            waiting.append(request)
        held = [walk for walk in held if at(walk["start"]) > now]
        kept = {request for walk in held for request in walk["requests"]}
        problem = {"planned_at": now.strftime("%Y-%m-%dT%H:%M:00Z"), "time_zone": "Europe/London",
                   "days": {"first": monday.isoformat(),
                            "last": (monday + datetime.timedelta(days=7 * HORIZON - 1)).isoformat()},
                   "officers": officers, "requests": [request for request in waiting
                                                      if request["id"] in kept or request["id"] not in to_walk],
                   "earlier": [dict(walk, confirmed=True) for walk in held]}
        made = plan(walktalk, folder, problem)
        longest = max(longest, made["seconds"])
        held = made["assignments"]
        for walk in held:
            for request in walk["requests"]:
                since = at(next(w["waiting_since"] for w in waiting if w["id"] == request))
                to_proposal.setdefault(request, (now - since).total_seconds() / 86400)
                to_walk[request] = (at(walk["start"]) - since).total_seconds() / 86400
    due = [request["id"] for request in waiting if request["id"] <= 20 * (WEEKS - HORIZON)]
    share = {what: 100 * sum(days.get(request, 1e9) <= limit for request in due) / len(due)
             for what, days, limit in (("proposal", to_proposal, 7), ("walk", to_walk, 21))}
    return (f"A year of a pilot, 25 officers, 20 requests a week: {share['proposal']:.1f}% have a proposal within 7 days, "
            f"{share['walk']:.1f}% a walk within 21; slowest of {WEEKS} plans {longest:.2f} s.")
