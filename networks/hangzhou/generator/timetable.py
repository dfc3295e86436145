# SPDX-License-Identifier: GPL-3.0-or-later
"""When services leave: published days and times, and the slots of all others."""

# n departures a week take the first n days; neighbours in the order lie far apart in the week.
NESTED_ORDER = "Tue;Fri;Sun;Wed;Sat;Mon;Thu"

# id, times of day (the first serves the first seven departures of a week, and so on), what for
SLOT_RULES = [
    ("air-night-1", "02:00;14:00;22:00;08:00;18:00;05:00;11:00;20:00;00:30", "freighters from mainland China"),
    ("air-night-2", "03:30;15:30;23:30;09:30;19:30;06:30;12:30;21:30;01:00", "freighters from mainland China"),
    ("air-night-3", "05:00;17:00;00:45;11:00;21:00;07:30;13:30;22:30;02:30", "freighters from mainland China"),
    ("air-bank-1", "03:00;23:00", "international night bank (rows marked night)"),
    ("air-bank-2", "04:00;00:00", "international night bank (rows marked night)"),
    ("air-express-1", "01:00;03:30", "domestic night bank (rows marked night bank)"),
    ("air-express-2", "02:00;04:30", "domestic night bank (rows marked night bank)"),
    ("air-return-1", "20:00;08:00", "freighters to mainland China"),
    ("air-return-2", "23:00;11:00", "freighters to mainland China"),
    ("air-return-3", "14:00;02:00", "freighters to mainland China"),
    ("air-day-1", "09:00;14:00;20:00;12:00;17:00", "holds of passenger flights from Hangzhou"),
    ("air-day-2", "11:00;16:00;22:00;08:00;19:00", "holds of passenger flights from Hangzhou"),
    ("air-day-3", "13:00;00:30;08:30;18:30;10:30", "holds of passenger flights from Hangzhou"),
    ("air-interline-1", "08:00;20:00", "assumed interline flights"),
    ("air-interline-2", "11:00;23:00", "assumed interline flights"),
    ("air-interline-3", "14:00;02:00", "assumed interline flights"),
    ("air-interline-4", "17:00;05:00", "assumed interline flights"),
    ("air-interline-5", "20:00;08:00", "assumed interline flights"),
    ("air-interline-6", "22:00;10:00", "assumed interline flights"),
    ("sea-1", "12:00;00:00;18:00;06:00", "deep-sea and short-sea ships"),
    ("sea-2", "20:00;08:00;02:00;14:00", "deep-sea and short-sea ships"),
    ("sea-3", "04:00;16:00;10:00;22:00", "deep-sea and short-sea ships"),
    ("feeder-1", "20:00;08:00;14:00;02:00", "feeders in Hangzhou Bay"),
    ("barge-1", "18:00;06:00;12:00;00:00", "inland barges"),
    ("sea-rail-1", "21:00;09:00;15:00;03:00;18:00", "sea-rail trains"),
    ("china-europe-1", "18:00;06:00;12:00;00:00", "trains to Europe and Central Asia"),
    ("truck-flight-1", "20:00;08:00", "truck flights between airports"),
    ("tir-1", "16:00;04:00", "TIR and border trucks"),
]


def rules_of(group):
    return [i for i, _, _ in SLOT_RULES if i.rsplit("-", 1)[0] == group]


def group_of(service, nodes, modes):
    """The slot group of a row: by mode, direction and what the dossier says of its time."""
    kind, i = service["mode"], service["id"]
    if i.startswith("AI-"):
        return "air-interline"
    if kind == "air-belly":
        return "air-day"
    if kind == "air-freighter":
        if service["days_times"] == "night bank" or i.startswith("AD-"):
            return "air-express"
        if service["days_times"] == "night":
            return "air-bank"
        return "air-night" if nodes[service["from"]]["country"] == "CN" else "air-return"
    if kind == "road":
        return "truck-flight" if i.startswith(("TF-", "TA-")) else "tir"
    return {"barge": "barge", "feeder": "feeder", "sea-rail train": "sea-rail",
            "china-europe train": "china-europe", "container ship": "sea"}[kind]


def on(days, time, quality, note, **more):
    return dict(days=days, time=time, quality=quality, note=note, **more)


TIME_KNOWN = "time published, days assumed"
DAYS_KNOWN = "days published, time assumed"

# Services whose source gives days or times of day. `assumed` names what it does not give.
SCHEDULES = {
    "AF-HGH-TAS": {"assumed": "time", "departures": [on("Wed;Sun", "03:00", "assumed", DAYS_KNOWN)]},
    "AF-HGH-BUD": {"assumed": "time", "departures": [on("daily", "02:30", "assumed", DAYS_KNOWN)]},
    "AF-HGH-EMA": {"assumed": "days time", "departures": [
        on("Sat", "06:00", "assumed", "Saturday morning published, the minute assumed"),
        on("Tue;Thu", "06:00", "assumed", "two of three a week: days and time assumed")]},
    "AF-HGH-MEX": {"assumed": "days", "departures": [on("Tue;Fri;Sun", "05:12", "assumed", TIME_KNOWN)]},
    "AF-HGH-DXB": {"assumed": "days", "departures": [on("Wed;Sat;Mon", "04:41", "assumed", TIME_KNOWN)]},
    "AF-HGH-KIX": {"assumed": "days", "departures": [on("Tue;Wed;Fri-Mon", "10:00", "assumed", "about 10:00 published, days assumed")]},
    "AF-HGH-JFK": {"assumed": "days", "departures": [
        on("Wed", "11:42", "assumed", "arrival from New York 09:42 and two-hour turn published, day assumed")]},
    "AF-JFK-HGH": {"assumed": "days time", "arrive": "09:42+1",
                   "arrive_source": "services.csv AF-HGH-JFK: arr 09:42, two-hour turn",
                   "departures": [on("Tue", "05:54", "assumed", "so that the flight of 14.8 h arrives at the published 09:42; day assumed")]},
    "AD-HGH-SZX": {"assumed": "days", "departures": [on("Tue;Wed;Fri-Mon", "02:00", "assumed", TIME_KNOWN)]},
    "AF-PVG-BUD2": {"assumed": "days", "departures": [on("Mon;Wed;Fri", "05:03", "assumed", TIME_KNOWN)]},
    "SR-XIA-BLN": {"assumed": "days time", "departures": [
        on("Mon", "16:00", "assumed", "Monday afternoon to Thursday morning published, the hour assumed"),
        on("Thu", "16:00", "assumed", "second train a week: assumed")]},
    "CE-JHN-MOW": {"assumed": "days", "departures": [on("Tue;Fri;Sun", "14:10", "assumed", TIME_KNOWN)]},
    "SS-BLN-GBFXT-ARC": {"assumed": "time", "departures": [
        dict(date="2025-09-23", time="12:00", quality="assumed", note="one voyage; date published, time assumed")]},
    "SS-NGB-USOAK-CCX": {"assumed": "days time", "departures": [
        on("Thu", "12:00", "assumed", "three of five weeks published; weeks, day and time assumed", period=5, phase=phase)
        for phase in (0, 2, 4)]},
}
