#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes datapackage.json of a network folder, with a schema for every table in it.

The columns, their types, keys and references are read from networks/README.md, so that page and
package cannot differ. What is peculiar to a network (name, title, licences, sources, the `tidebore`
object, and per-table titles or licences under "tables") is read from a head file:

    scripts/make_datapackage.py networks/teaching          # head: networks/teaching/datapackage.head.json
    scripts/make_datapackage.py FOLDER --head HEAD.json --check   # exit code 1 if the file would change
"""
import argparse
import csv
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = rf"\d{{4}}-\d{{2}}-\d{{2}}T{TIME}:[0-5][0-9](Z|[+-]{TIME})"
DAY = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
DAYS = rf"(daily|{DAY}(-{DAY})?(;{DAY}(-{DAY})?)*)"
TAIL = [
    ("quality", "one of `measured`, `published`, `derived`, `assumed`", "required",
     "how well the row is known"),
    ("source", "text", "unknown", "who says so"),
    ("note", "text", "none", "any remark"),
]


def read_format(path):
    """The tables of the format page, in its order: file name → {columns, key, text}."""
    tables, table = {}, None
    with open(path, encoding="utf-8") as page:
        for line in page:
            line = line.rstrip("\n")
            heading = re.fullmatch(r"### (\S+\.csv)", line)
            if heading:
                table = {"columns": [], "key": [], "text": ""}
                tables[heading[1]] = table
            elif line.startswith("#"):
                table = None
            elif table is not None and line.startswith("| `"):
                cells = [c.strip() for c in line[1:].rstrip("|").split("|")]
                name, value, empty, meaning = (cells + [""] * 4)[:4]
                table["columns"].append((name.strip("`"), value, empty, meaning))
            elif table is not None and "Key: " in line:
                text, keys = line.split("Key: ")
                table["text"] = text.strip()
                table["key"] = re.findall(r"`([^`]+)`", keys)
    return tables


def bound(text):
    return float(text) if "." in text else int(text)


def field(name, value, empty, meaning):
    """One Frictionless field from a row of the format page."""
    result = {"name": name, "type": "string"}
    description = meaning
    if empty not in ("required", ""):
        description += f"{'; ' if meaning else ''}empty: {empty}"
    if description:
        result["description"] = description.replace("`", "")
    limits = {}
    if empty == "required":
        limits["required"] = True
    number = re.fullmatch(r"(number|integer)(?: (?:> ([\d.]+), ≤ ([\d.]+)|(-?[\d.]+)…(-?[\d.]+)))", value)
    if number:
        result["type"] = number[1]
        if number[2]:
            limits["minimum"], limits["maximum"] = bound(number[2]), bound(number[3])
        if number[4]:
            limits["minimum"], limits["maximum"] = bound(number[4]), bound(number[5])
    elif value == "yes or no":
        result.update(type="boolean", trueValues=["yes"], falseValues=["no"])
    elif value == "date":
        result["type"] = "date"
    elif value == "time":
        limits["pattern"] = TIME
    elif value == "closing time":
        limits["pattern"] = rf"({TIME}|24:00)"
    elif value == "stop time":
        limits["pattern"] = rf"{TIME}(\+[1-9][0-9]?|-1)?"
    elif value == "moment":
        limits["pattern"] = MOMENT
    elif value == "days":
        limits["pattern"] = DAYS
    elif value == "list of days":
        limits["pattern"] = rf"{DAY}(;{DAY}){{6}}"
    elif value == "list of times":
        limits["pattern"] = rf"{TIME}(;{TIME})*"
    elif value.startswith("one of "):
        limits["enum"] = re.findall(r"`([^`]+)`", value)
    elif value.startswith("list of one of "):
        words = "|".join(re.findall(r"`([^`]+)`", value))
        limits["pattern"] = rf"({words})(;({words}))*"
    elif value in ("text", "id", "list of text", "territory scope", "tariff scope"):
        pass
    elif not re.fullmatch(r"(list of )?→ \w+", value):
        raise SystemExit(f"{name}: the page says “{value}”, which this script does not know")
    if limits:
        result["constraints"] = limits
    return result


def schema(tables, file, header, present):
    table = tables[file]
    columns = {c[0]: c for c in table["columns"] + TAIL}
    unknown = [h for h in header if h not in columns]
    if unknown:
        raise SystemExit(f"{file}: unknown columns {unknown}; known: {list(columns)}")
    result = {"fields": [field(*columns[h]) for h in header], "missingValues": [""]}
    if table["key"]:
        result["primaryKey"] = [k for k in table["key"] if k in header]
    references = []
    for name in header:
        target = re.fullmatch(r"→ (\w+)", columns[name][1])
        if target and f"{target[1]}.csv" in present:
            goal = tables[f"{target[1]}.csv"]
            key = goal["key"][0] if goal["key"] else "id"
            references.append({
                "fields": [name],
                "reference": {"resource": target[1], "fields": [key]},
            })
    if references:
        result["foreignKeys"] = references
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--head", help="default: FOLDER/datapackage.head.json")
    parser.add_argument("--format", default=os.path.join(HERE, "..", "networks", "README.md"))
    parser.add_argument("--check", action="store_true", help="write nothing; fail if it would change")
    options = parser.parse_args()
    tables = read_format(options.format)
    head = options.head or os.path.join(options.folder, "datapackage.head.json")
    with open(head, encoding="utf-8") as f:
        package = json.load(f)
    own = package.pop("tables", {})
    present = [t for t in tables if os.path.exists(os.path.join(options.folder, t))]
    package["resources"] = []
    for file in present:
        with open(os.path.join(options.folder, file), encoding="utf-8-sig", newline="") as f:
            header = next(csv.reader(f))
        resource = {
            "name": os.path.basename(file)[:-4], "type": "table", "path": file, "scheme": "file",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        }
        if tables[file]["text"]:
            resource["description"] = tables[file]["text"].replace("`", "")
        resource.update(own.get(file, {}))
        resource["schema"] = schema(tables, file, header, present)
        package["resources"].append(resource)
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    path = os.path.join(options.folder, "datapackage.json")
    if options.check:
        with open(path, encoding="utf-8") as f:
            return 0 if f.read() == text else 1
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
