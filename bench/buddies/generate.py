#!/usr/bin/env python3
"""generate.py SIZE ROSTER SEED FILE: a problem for `walktalk solve buddies`.

SIZE pilot (Lambeth and Southwark: 25 officers, 120 requests, 2 weeks), bcu (one command unit: 120,
600, 4 weeks) or london (12 command units: 1,300, 8,000, 4 weeks). ROSTER scarce, normal, abundant or
pathological. Boroughs, wards and streets are those of $WALKTALK_SHARED; a borough without wards
gets those of a grid, one without streets random places.
"""
import csv
import datetime
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("WALKTALK_SHARED", ROOT / "../shared")) / "data"
SIZES = {"pilot": (25, 120, 2), "bcu": (120, 600, 4), "london": (1300, 8000, 4)}  # officers, requests, weeks
MONDAY = datetime.date(2026, 11, 23)
LATE_SHIFTS = {"scarce": 1, "normal": 2, "abundant": 4, "pathological": 2}  # of an officer, a week
LANGUAGES = ["bn", "cy", "es", "fr", "pl", "pt", "so", "ur"]
GRID = 4  # wards along each side of a borough that has none


def rings(geometry):
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [polygon[0] for polygon in polygons]


def is_inside(outlines, lon, lat):
    inside = False
    for ring in outlines:
        for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:]):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def bounds(outlines):
    xs = [point[0] for ring in outlines for point in ring]
    ys = [point[1] for ring in outlines for point in ring]
    return min(xs), min(ys), max(xs), max(ys)


def features(name):
    return json.loads((DATA / "areas" / name).read_text())["features"]


class Ward:
    """A ward with the places in it where women walk."""

    def __init__(self, number, bcu, places):
        self.number, self.bcu, self.places = number, bcu, places
        self.lat = sum(place[0] for place in places) / len(places)
        self.lon = sum(place[1] for place in places) / len(places)


def street_points():
    """Places of real streets: nodes of the maps (by osmium, where it is there) and postcodes."""
    with open(DATA / "places/postcodes-lambeth-southwark-2014.csv", newline="", encoding="utf-8") as file:
        names = {"lat": ("lat", "latitude"), "lon": ("lon", "lng", "longitude")}
        rows = list(csv.DictReader(file))
        key = {want: next(k for k in rows[0] if k.lower() in those) for want, those in names.items()}
        points = [(float(row[key["lat"]]), float(row[key["lon"]])) for row in rows]
    if shutil.which("osmium"):
        lines = subprocess.run(["osmium", "cat", "-t", "node", "-f", "opl", DATA / "streets/camden.osm.pbf"],
                               capture_output=True, text=True, check=True).stdout.splitlines()
        for line in lines[::5]:
            parts = {part[0]: part[1:] for part in line.split() if part[0] in "xy"}
            points.append((float(parts["y"]), float(parts["x"])))
    return points


def make_wards(generator):
    """All wards of London by command unit."""
    streets = street_points()
    real = {"Lambeth": features("lambeth-wards-2013.geojson"), "Southwark": features("southwark-wards-2013.geojson")}
    boroughs = {f["properties"]["gss_code"]: f for f in features("london-boroughs.geojson")}
    wards, units = [], {}
    with open(DATA / "areas/met-bcus.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            bcu = units.setdefault(row["bcu"], len(units) + 1)
            outline = rings(boroughs[row["borough_gss"]]["geometry"])
            pieces = [rings(f["geometry"]) for f in real.get(row["borough"], [])] or grid_of(outline)
            west, south, east, north = bounds(outline)
            near = [p for p in streets if south <= p[0] <= north and west <= p[1] <= east]
            for piece in pieces:
                places = places_in(piece, outline, near, generator)
                if places:
                    wards.append(Ward(len(wards) + 1, bcu, places))
    return wards, units


def grid_of(outline):
    west, south, east, north = bounds(outline)
    wide, high = (east - west) / GRID, (north - south) / GRID
    return [[[[west + i * wide, south + j * high], [west + (i + 1) * wide, south + j * high],
              [west + (i + 1) * wide, south + (j + 1) * high], [west + i * wide, south + (j + 1) * high],
              [west + i * wide, south + j * high]]] for i in range(GRID) for j in range(GRID)]


def places_in(piece, outline, streets, generator):
    west, south, east, north = bounds(piece)
    found = [p for p in streets if south <= p[0] <= north and west <= p[1] <= east
             and is_inside(piece, p[1], p[0])][:200]
    for _ in range(0 if len(found) > 9 else 60):
        lon, lat = generator.uniform(west, east), generator.uniform(south, north)
        if is_inside(piece, lon, lat) and is_inside(outline, lon, lat):
            found.append((lat, lon))
    return found


def moment(day, hour):
    minutes = round(hour * 60)
    when = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minutes)
    return when.strftime("%Y-%m-%dT%H:%M:00Z")


def shifts_of(weeks, roster, generator):
    """Late and night shifts, and early ones that touch the dark at their ends."""
    shifts = []
    for week in range(weeks):
        days = generator.sample(range(7), min(7, LATE_SHIFTS[roster] + 1))
        for place, day in enumerate(days):
            date = MONDAY + datetime.timedelta(days=7 * week + day)
            if place == len(days) - 1:
                from_hour, to_hour = 7, 15
            elif roster == "pathological":  # lengths and beginnings that never fit one another
                from_hour = generator.choice([15, 16.5, 17.75, 19.25, 20.5])
                to_hour = from_hour + generator.choice([2, 3.25, 4.5, 6])
            else:
                from_hour, to_hour = generator.choice([(14, 22), (15, 23), (16, 24), (18, 26)])
            shifts.append({"from": moment(date, from_hour), "to": moment(date, to_hour)})
    return shifts


def make_officers(count, wards, weeks, roster, generator):
    units = sorted({ward.bcu for ward in wards})
    officers = []
    for number in range(1, count + 1):
        bcu = units[number % len(units)]
        home = generator.choice([ward for ward in wards if ward.bcu == bcu])
        near = sorted((ward for ward in wards if ward.bcu == bcu),
                      key=lambda ward: (ward.lat - home.lat) ** 2 + (ward.lon - home.lon) ** 2)
        known = near[:generator.randint(3, 8)]
        if roster == "pathological" and number % 3:  # two of three know next to nothing
            known = near[:generator.randint(0, 1)]
        shifts = shifts_of(weeks, roster, generator)
        busy = [generator.choice(shifts)] if generator.random() < 0.1 else []
        officers.append({"id": number, "bcu": bcu, "wards": sorted(ward.number for ward in known),
                         "languages": generator.sample(LANGUAGES, generator.choice([0, 0, 1, 1, 2])),
                         "shifts": shifts, "busy": busy})
    return officers


def evening(generator, roster):
    if generator.random() < 0.1:
        return 5, generator.choice([7, 7.5, 8])
    start = generator.choice([17, 18, 18.5, 19, 19.5, 20, 20.5, 21])
    long = generator.choice([1, 1.25]) if roster == "pathological" else generator.choice([1.5, 2, 2.5, 3, 4])
    return start, min(start + long, 23.75)


def clock(hour):
    return f"{int(hour):02}:{round(hour % 1 * 60):02}"


def make_request(number, wards, weeks, roster, officers, generator):
    ward = generator.choice(wards)
    lat, lon = generator.choice(ward.places)
    request = {"id": number, "bcu": ward.bcu, "ward": ward.number, "place": {"lat": round(lat, 6), "lon": round(lon, 6)},
               "waiting_since": moment(MONDAY - datetime.timedelta(days=generator.randint(3, 60)), 12),
               "people": generator.choice([1, 1, 1, 1, 2, 2, 3, 4]), "step_free": generator.random() < 0.1,
               "postponed": generator.choice([0, 0, 0, 0, 1, 2])}
    if generator.random() < 0.2:
        for _ in range(generator.randint(1, 3)):
            start, end = evening(generator, roster)
            day = MONDAY + datetime.timedelta(days=generator.randrange(7 * weeks))
            request.setdefault("dated", []).append({"day": day.isoformat(), "from": clock(start), "to": clock(end)})
    else:
        for weekday in sorted(generator.sample(range(1, 8), generator.choice([1, 1, 2, 2, 3, 4]))):
            start, end = evening(generator, roster)
            request.setdefault("weekly", []).append({"weekday": weekday, "from": clock(start), "to": clock(end)})
    if generator.random() < 0.3:
        request["may_share"] = True
        request["welcomes_guests"] = generator.random() < 0.3
    if generator.random() < 0.1:
        request["party"] = "guest"
    elif request["people"] > 1:
        request["party"] = "group"
    if generator.random() < 0.15:
        request["language"] = generator.choice(LANGUAGES)
        request["needs_language"] = generator.random() < 0.3
    if generator.random() < (0.3 if roster == "pathological" else 0.05):
        own = [officer["id"] for officer in officers if officer["bcu"] == ward.bcu]
        request["refused"] = sorted(generator.sample(own, min(len(own), generator.randint(1, 2))))
    return request


def make_problem(size, roster, seed):
    generator = random.Random(f"{size} {roster} {seed}")
    officers, requests, weeks = SIZES[size]
    wards, units = make_wards(generator)
    if size != "london":
        wards = [ward for ward in wards if ward.bcu == units["Central South"]]
        for ward in wards:
            ward.bcu = 1
    team = make_officers(officers, wards, weeks, roster, generator)
    return {"planned_at": moment(MONDAY - datetime.timedelta(days=3), 9), "time_zone": "Europe/London",
            "days": {"first": MONDAY.isoformat(),
                     "last": (MONDAY + datetime.timedelta(days=7 * weeks - 1)).isoformat()},
            "wards": [{"id": ward.number, "lat": round(ward.lat, 6), "lon": round(ward.lon, 6)} for ward in wards],
            "officers": team,
            "requests": [make_request(number, wards, weeks, roster, team, generator)
                         for number in range(1, requests + 1)]}


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in SIZES or sys.argv[2] not in LATE_SHIFTS:
        sys.exit(__doc__)
    pathlib.Path(sys.argv[4]).write_text(json.dumps(make_problem(*sys.argv[1:4])))
