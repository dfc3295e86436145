# SPDX-License-Identifier: GPL-3.0-or-later
"""Links, fixed crossings, checks and parameters."""
from .base import DEFAULTS, Table, joined, rows

MODES = {"road": "road", "rail": "rail", "rail-border": "rail", "river": "river", "sea": "sea"}


def passages_of_links():
    return {r["link"]: r["passages"] for r in rows("passages.csv")}


def link_table(links):
    passages = passages_of_links()
    table = Table("link.csv", "id,mode,from,to,distance_km,time_h,carries,one_way,passages,attributes")
    for x in links:
        locks = ";".join(e for e in (x["from"], x["to"]) if e.startswith("LOCK-"))
        size = f"{x['capacity']} {x['capacity_unit']}" if x["capacity"] else ""
        table.add(
            id=x["id"], mode=MODES[x["mode"]], **{"from": x["from"]}, to=x["to"],
            distance_km=x["distance_km"], time_h=x["time_h"],
            carries=x["mode"] == "road", one_way=False,
            passages=passages.get(x["id"], "") or locks,
            attributes=joined("rail border" if x["mode"] == "rail-border" else "", x["attributes"], size),
            quality=x["quality"], source=x["source"],
            note=joined(x["note"], "passages: PyPI searoute 1.6.0" if x["id"] in passages else ""))
    return table


def crossing_table():
    table = Table("crossing.csv", "id,name_en,name_zh,lat_a,lon_a,lat_b,lon_b,length_km")
    for r in rows("crossings.csv"):
        table.add(**r)
    return table


# id, group, name, value, low, high, unit, distribution, source, note
MODEL_PARAMETERS = [
    ("drayage.max_km", "model", "reach of derived drayage", 300, 200, 1500, "km", "", DEFAULTS, "range tried by the dossier's prototype: 200 to 1,500 km"),
    ("horizon.days", "model", "horizon of a search", 21, "", "", "day", "", "product model", ""),
    ("horizon.fcl_days", "model", "horizon of a search for containers", 70, "", "", "day", "", "product model", ""),
    ("land.snap_km", "model", "farthest a place may lie from land to be joined by road", 15, "", "", "km", "", "product model", ""),
    ("land.gap_km", "model", "land masses nearer than this are joined", 5, "", "", "km", "", "product model", ""),
    ("handover.opens", "model", "ready times counted from (hour of the day)", 8, "", "", "h", "", DEFAULTS, "hand-over hours of the origin"),
    ("handover.closes", "model", "ready times counted to (hour of the day, not included)", 20, "", "", "h", "", DEFAULTS, "hand-over hours of the origin"),
    ("fx.USD", "model", "CNY for one USD", 7.1, 7.0, 7.3, "CNY per USD", "", "as fx.usd (spread: 1.4 bn CNY = 197 M USD, 14 Oct 2025)", ""),
    ("air.backhaul", "model", "air rate to China over air rate from China", 0.5, 0.3, 1.0, "share", "", DEFAULTS, ""),
    ("lcl.stuffing", "model", "stuffing or stripping of a shared box", 150, 100, 250, "CNY/m3", "", DEFAULTS, "24 h each; low and high assumed"),
    ("lcl.ocean", "model", "ocean rate of a shared box", 60, 40, 100, "USD per W/M", "", DEFAULTS, "low and high assumed"),
    ("late.air", "punctuality", "mean lateness of a flight", 1.0, "", "", "h", "gamma(shape 1.2, mean 1.0)", DEFAULTS, "shape as sea.delay"),
    ("late.rail", "punctuality", "mean lateness of a train", 8, "", "", "h", "gamma(shape 1.2, mean 8)", DEFAULTS, "shape as sea.delay"),
    ("late.barge", "punctuality", "mean lateness of a barge", 2, "", "", "h", "gamma(shape 1.2, mean 2)", DEFAULTS, "shape as sea.delay"),
    ("late.feeder", "punctuality", "mean lateness of a feeder", 6, 2, 24, "h", "gamma(shape 1.2, mean 6)", DEFAULTS, "sea.delay is that of deep-sea strings; a feeder in Hangzhou Bay sails a day at most"),
    ("late.truck", "punctuality", "mean lateness of a truck over its time", 0.1, "", "", "share", "gamma(shape 1.2, mean 0.1)", DEFAULTS, "shape as sea.delay"),
    ("value.9610", "value density", "value of a kilogram under 9610", 180, 60, 400, "CNY/kg", "lognormal", DEFAULTS, "low and high of vot.b2c"),
    ("value.9710", "value density", "value of a kilogram under 9710", 100, "", "", "CNY/kg", "lognormal", DEFAULTS, ""),
    ("value.9810", "value density", "value of a kilogram under 9810", 60, "", "", "CNY/kg", "lognormal", DEFAULTS, ""),
    ("demand.flown_share", "demand", "share of the value under 9610 and 9710 that leaves Hangzhou by air", 0.22, 0.1, 0.4, "share", "", "derived: trade.hgh_cbec_q1_2024 × 4 ÷ the 463,000 t a year that the whole value would send through HGH", "trade is registered in Hangzhou but much is shipped elsewhere, or by sea (then it is in demand.boxes_teu)"),
    ("demand.boxes_teu", "demand", "boxes of Hangzhou a year under 0110", 550000, 500000, 600000, "TEU/yr", "", DEFAULTS, "under 1 % of Ningbo and Shanghai"),
    ("blank.air", "simulation", "a departure is cancelled: air", 0.02, 0.005, 0.05, "share", "", DEFAULTS, ""),
    ("blank.sea", "simulation", "a departure is cancelled: sea", 0.06, 0.02, 0.12, "share", "", DEFAULTS, "blank sailings of alliances"),
    ("blank.rail", "simulation", "a departure is cancelled: rail", 0.04, 0.01, 0.1, "share", "", DEFAULTS, ""),
    ("blank.barge", "simulation", "a departure is cancelled: barge", 0.02, 0.005, 0.05, "share", "", DEFAULTS, ""),
    ("call.moves.sea", "simulation", "moves of a call of a network service, deep and short sea", 300, 200, 500, "moves", "", DEFAULTS, "a string that serves several ports is a row for each: about 1,300 moves a call over four rows"),
    ("call.moves.feeder", "simulation", "moves of a call of a network service, feeder", 120, 60, 250, "moves", "", DEFAULTS, ""),
    ("call.moves.barge", "simulation", "moves of a call of a network service, barge", 30, 15, 45, "moves", "", DEFAULTS, "64-TEU barges; what they bring and what they take are rows of their own"),
    ("call.cranes.sea", "simulation", "cranes that work a call of a network service, deep and short sea", 3, 2, 4, "cranes", "", DEFAULTS, ""),
    ("call.cranes.feeder", "simulation", "cranes that work a call of a network service, feeder", 2, 1, 2, "cranes", "", DEFAULTS, ""),
    ("call.cranes.barge", "simulation", "cranes that work a call of a network service, barge", 1, 1, 2, "cranes", "", DEFAULTS, ""),
    ("port_stay.sea_h", "simulation", "hours alongside beyond the moves, sea", 1, 0.5, 4, "h", "", DEFAULTS, "mooring and papers take three or four; a row is about a quarter of a call"),
    ("port_stay.feeder_h", "simulation", "hours alongside beyond the moves, feeder", 1, 0.5, 3, "h", "", DEFAULTS, ""),
    ("port_stay.barge_h", "simulation", "hours alongside beyond the moves, barge", 1, 0.5, 3, "h", "", DEFAULTS, ""),
    ("port_stay.aircraft_h", "simulation", "hours on the stand of a freighter", 3, 2, 5, "h", "", DEFAULTS, ""),
    ("port_stay.train_h", "simulation", "hours in the siding of a train", 6, 3, 12, "h", "", DEFAULTS, ""),
    ("truck.payload_t", "simulation", "payload of a truck", 8, 3, 20, "t", "", DEFAULTS, "parcels and part loads; a box truck takes 2 TEU"),
    ("teu_per_move", "simulation", "TEU of a crane's move", 1.6, 1.5, 1.75, "TEU", "", DEFAULTS, ""),
    ("lot.parcel_t", "simulation", "largest lot, parcel", 1.5, "", "", "t", "", "product model", ""),
    ("lot.air_t", "simulation", "largest lot, air", 1.5, "", "", "t", "", "product model", ""),
    ("lot.lcl_t", "simulation", "largest lot, lcl", 1, "", "", "t", "", "product model", ""),
    ("lot.fcl_teu", "simulation", "largest lot, fcl", 1, "", "", "TEU", "", "product model", ""),
    ("replan.wait_h", "simulation", "wait beyond which a lot of parcels or air cargo is planned anew", 24, 6, 72, "h", "", DEFAULTS, ""),
    ("replan.sea_wait_h", "simulation", "wait beyond which a box or a shared box is planned anew", 240, 168, 504, "h", "", DEFAULTS, "more than the next weekly sailing"),
    ("book.wait_h", "simulation", "longest wait for a departure with room while another way has room sooner", 72, 24, 168, "h", "", DEFAULTS, ""),
    ("wx.recovery_chanthu_2021", "simulation", "days until the ports worked as before after typhoon Chanthu, Ningbo and Shanghai 2021", 2.5, 2, 3, "day", "", DEFAULTS, "reported; the first source is not at hand. To be compared with, not read by the model"),
    ("wx.recovery_hinnamnor_2022", "simulation", "days until the port worked as before after typhoon Hinnamnor, Ningbo 2022", 5, "", "", "day", "", DEFAULTS, "reported, about 5 days; the first source is not at hand. To be compared with, not read by the model"),
    ("tide.share", "simulation", "share of the calls at sea terminals that wait for the tide", 0.05, 0.02, 0.15, "share", "", DEFAULTS, "the deepest ships only; river craft all wait for the bore"),
    ("parcel.kg", "simulation", "mean mass of a parcel that a sorter takes", 1, 0.3, 3, "kg", "", DEFAULTS, ""),
    ("storage.cny_teu_day", "storage", "storage of a box after the free days, where no row says more", 30, 10, 100, "CNY/TEU/day", "", DEFAULTS, ""),
    ("storage.cny_t_day", "storage", "storage of other cargo after the free days, where no row says more", 2, 1, 10, "CNY/t/day", "", DEFAULTS, ""),
    ("storage.sea_cny_teu_day", "storage", "storage at a sea port after the free days", 30, 10, 100, "CNY/TEU/day", "", DEFAULTS, ""),
    ("storage.air_cny_t_day", "storage", "storage at an airport after the free days", 200, 100, 500, "CNY/t/day", "", DEFAULTS, ""),
    ("storage.rail_cny_teu_day", "storage", "storage at a rail terminal after the free days", 25, 10, 80, "CNY/TEU/day", "", DEFAULTS, ""),
    ("objective.carbon_price_cny_t", "objective", "price of a tonne of CO2e", 80, 50, 150, "CNY/t CO2e", "", "assumed", "order of China's national emission trading 2024-2025; decision record 0005"),
    ("objective.value_of_time_cny_h_parcel", "objective", "value of an hour of a tonne, parcel", 101.25, 15, 350, "CNY/t-h", "", "derived from vot.advalorem and assumed values", "vot.advalorem / 24 x 180 CNY/kg (value.9610)"),
    ("objective.value_of_time_cny_h_air", "objective", "value of an hour of a tonne, air", 56.25, 15, 180, "CNY/t-h", "", "derived from vot.advalorem and assumed values", "vot.advalorem / 24 x 100 CNY/kg (value.9710)"),
    ("objective.value_of_time_cny_h_lcl", "objective", "value of an hour of a tonne, lcl", 7.03, 2, 30, "CNY/t-h", "", "derived from vot.advalorem and assumed values", "vot.advalorem / 24 x 12.5 CNY/kg (vot.container over 20 t)"),
    ("objective.value_of_time_cny_h_fcl", "objective", "value of an hour of a TEU, fcl", 70.31, 10, 650, "CNY/TEU-h", "", "derived from vot.advalorem and assumed values", "vot.advalorem / 24 x 125,000 CNY (half of vot.container)"),
]


def parameter_table(parameters):
    table = Table("parameter.csv", "id,group,name,value,text,low,high,unit,year,applies_to,distribution")
    for p in parameters:
        is_text = p["unit"] in ("dates", "text")
        table.add(id=p["id"], group=p["group"], name=p["name"], value="" if is_text else p["value"],
                  text=p["value"] if is_text else "", low=p["low"], high=p["high"], unit=p["unit"],
                  year=p["year"], applies_to=p["applies_to"], distribution=p["distribution"],
                  quality=p["quality"], source=p["source"], note=p["note"])
    for i, group, name, value, low, high, unit, distribution, source, note in MODEL_PARAMETERS:
        table.add(id=i, group=group, name=name, value=value, low=low, high=high, unit=unit, year="",
                  distribution=distribution, quality="derived" if i == "fx.USD" else "assumed", source=source, note=note)
    return table


def check_table(checks):
    table = Table("check.csv", "id,kind,name,from,to,observed,unit,tolerance,condition,role")
    for c in checks:
        table.add(id=c["id"], kind=c["kind"], name=c["statement"], **{"from": c["from"]}, to=c["to"],
                  observed=c["observed"], unit=c["unit"],
                  tolerance=round(float(c["tolerance"].rstrip("%")) / 100, 4),
                  condition=c["condition"], role=c["role"], quality=c["quality"], source=c["source"],
                  note=joined(f"year {c['year']}" if c["year"] else "", c["note"]))
    return table
