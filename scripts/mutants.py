#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each rule of the search once and names the tests that notice.

    scripts/mutants.py [--only NAME ...] [-o docs/mutants.md]

Works on a copy of the search's targets and their tests in a temporary folder; the checkout is not
touched. A mutant that no test kills, or whose text is no longer found, makes the exit code 1.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROUTING = "Sources/FreightRouting/"
KERNEL = "Sources/RoutingCore/"

SEEDS = 64

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
func module(_ name: String, _ on: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: on, swiftSettings: house)
}
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let package = Package(
  name: "mutants",
  dependencies: [.package(url: "https://github.com/apple/swift-collections", from: "1.6.0")],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl"),
    .target(name: "CEmbedded", exclude: ["data"]),
    module("Quantities"), module("Catalogue"),
    module("FreightModel", ["Quantities", "Catalogue"]),
    module("RoutingCore", ["Quantities", heap]),
    module("Stochastics", ["Quantities", "CGSL"]),
    module("Geography", ["Quantities", "CEmbedded"]),
    module(
      "FreightRouting",
      ["FreightModel", "Quantities", "RoutingCore", "Geography", "Stochastics", "Catalogue", heap]),
    .target(
      name: "FreightTestSupport",
      dependencies: ["FreightModel", "Quantities", "FreightRouting", "RoutingCore"],
      path: "Tests/FreightTestSupport", swiftSettings: house),
    .testTarget(
      name: "FreightRoutingTests",
      dependencies: [
        "FreightRouting", "FreightModel", "Quantities", "RoutingCore", "FreightTestSupport",
      ], swiftSettings: house),
  ],
  cLanguageStandard: .gnu2x
)
"""

# (what is broken, file, text, broken text): the text must occur exactly once.
MUTANTS = [
    ("the cut-off of services is ignored", ROUTING + "RouterCompiler+Services.swift",
     "arc.lead = Int32(turn.cutoff)", "arc.lead = 0"),
    ("the cut-off of line-haul is ignored", ROUTING + "RouterCompiler+Roads.swift",
     "meaning.lead = Int32(rule.cutoffSeconds)", "meaning.lead = 0"),
    ("the release of services is ignored", ROUTING + "RouterCompiler+Services.swift",
     "arc.after = Int32(turn.release)", "arc.after = 0"),
    ("an opening interval still counts at its end", ROUTING + "DeparturePlan+Calls.swift",
     "intervals[middle].upperBound <= time", "intervals[middle].upperBound < time"),
    ("a right is not needed", ROUTING + "RuleBook.swift",
     "return network.rights.contains {", "return true || network.rights.contains {"),
    ("only a home at the first stop gives the right", ROUTING + "RuleBook.swift",
     "|| homes.contains(network.places[to].territory)", ""),
    ("opening hours are read in UTC", ROUTING + "DeparturePlan+Calls.swift",
     "let start = zone.instant(date: date, secondOfDay: interval.lowerBound).seconds",
     "let start = date.dayNumber * 86_400 + Int64(interval.lowerBound)"),
    ("published arrivals are read in the first stop's zone",
     ROUTING + "DeparturePlan+Calls.swift",
     "moment(stop.arrivalSeconds, stop.arrivalLocal, of: departure, in: zones[number])",
     "moment(stop.arrivalSeconds, stop.arrivalLocal, of: departure, in: zones[0])"),
    ("dated opening exceptions are ignored", ROUTING + "DeparturePlan+Calls.swift",
     "hours.exceptions[date] ?? hours.week[date.weekday.rawValue - 1]",
     "hours.week[date.weekday.rawValue - 1]"),
    ("a class that a service does not take rides", ROUTING + "RouterCompiler+Services.swift",
     "let capacity = service.capacity[consignment.cargoClass],\n        capacity.amount > 0",
     "true"),
    ("suspended services run", ROUTING + "RouterCompiler+Services.swift",
     "guard service.status.runs, !(", "guard !("),
    ("a closed passage is ignored", ROUTING + "RouterCompiler+Services.swift",
     "+ service.passages\n", "\n"),
    ("a passage does not hold the vehicle", ROUTING + "DeparturePlan+Calls.swift",
     "shift += opening - reaches.seconds", "shift += 0"),
    ("vans may follow vans", ROUTING + "RouterCompiler+Roads.swift",
     "let mayChain = isFullTruck && move.link != nil", "let mayChain = true"),
    ("the gate is open at all hours", ROUTING + "RouterCompiler+Roads.swift",
     "arc.openAfter = window(rules.terminals[move.to]?.gateHours, at: move.to)", ""),
    ("the horizon is a day longer", ROUTING + "RouterSearch.swift",
     "horizon: start + Int32(router.horizonSeconds))",
     "horizon: start + Int32(router.horizonSeconds) + 86_400)"),
    ("validity ends a day early", ROUTING + "DeparturePlan.swift",
     "date > validTo { return }", "date >= validTo { return }"),
    ("cancelled dates run", ROUTING + "DeparturePlan.swift",
     "guard !cancelled.contains(date) else { return }", ""),
    ("services rarer than weekly run every week", ROUTING + "DeparturePlan.swift",
     "guard periodWeeks > 1 else { return true }", "guard periodWeeks > 999 else { return true }"),
    ("bonded cargo is cleared at any terminal", ROUTING + "RouterCompiler.swift",
     "if consignment.exportMode == .bonded, network.places[place].kind != .bondedZone { return }",
     ""),
    ("cleared cargo rides any service at home", ROUTING + "RouterCompiler+Services.swift",
     "guard !(fromHome && toHome) || service.customsTransit else { return }", ""),
    ("customs never closes", ROUTING + "RouterCompiler.swift",
     "openBefore: options.customsAlwaysOpen ? nil : window(hours ?? rule.hours, at: place),",
     "openBefore: nil,"),
    ("the clearance of a kind of place does not win", ROUTING + "RuleBook.swift",
     "row.place == nil ? 0 : 1, row.placeKind == nil ? 0 : 1, scope,\n        (row.cargo",
     "row.place == nil ? 0 : 1, 0, scope,\n        (row.cargo"),
    ("an eHub has the airport's release", ROUTING + "RouterCompiler+Services.swift",
     "arc.after = Int32(hub.releaseSeconds)", "arc.after = Int32(turn.release)"),
    ("two drivers rest like one", ROUTING + "Trucking.swift",
     "if driving > rule.dailySeconds, rule.twoDriversOverDaily { return driving }", ""),
    ("the release of line-haul is ignored", ROUTING + "RouterCompiler+Roads.swift",
     "after: Int32(rule.releaseSeconds)", "after: 0"),
    ("a part load drives at once at any distance", ROUTING + "RouterCompiler+Roads.swift",
     "if move.roadKM <= rule.minDistanceKM {", "if move.roadKM <= rule.maxDistanceKM {"),
    ("a seat's tariff is that of any service", ROUTING + "TariffBook.swift",
     "guard row.service == nil || row.service == haul.service,", "guard true,"),
    ("cost breaks no ties", ROUTING + "RouterCompiler+Services.swift",
     "arc.cost = meaning.main.cost", "arc.cost = 0"),
]


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace")


def killers(folder):
    """The names of the failing tests, the random networks and the hand-drawn cases among them."""
    result = run(["swift", "test", "--skip-build", "--skip", "BindingTests"], folder)
    output = result.stdout + result.stderr
    failed = set(re.findall(r'Test "(.+?)" recorded an issue', output))
    seeds = set(re.findall(r"recorded an issue with 1 argument seed → (\d+)", output))
    cases = set(re.findall(r"recorded an issue with 1 argument drawn → ([A-Z]\d\d)", output))
    if result.returncode != 0 and not failed:
        failed.add("the run stops")
    return sorted(failed), seeds, sorted(cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--folder", help="work here and keep it for the next run")
    parser.add_argument("-o", "--output", default=str(ROOT / "docs/mutants.md"))
    options = parser.parse_args()
    folder = pathlib.Path(options.folder or tempfile.mkdtemp(prefix="mutants-"))
    folder.mkdir(exist_ok=True)
    (folder / "Package.swift").write_text(MANIFEST)
    for part in ["Sources", "Tests"]:
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    for file in (folder / "Tests/FreightRoutingTests").glob("*.swift"):
        if "import NetworkIO" in file.read_text():
            file.unlink()
    # The first of the random networks are enough to kill.
    seeds = folder / "Tests/FreightRoutingTests/ReferenceTests.swift"
    seeds.write_text(re.sub(r"arguments: 0..<\d+", f"arguments: 0..<{SEEDS}", seeds.read_text()))
    built = run(["swift", "build", "--build-tests"], folder)
    if built.returncode != 0:
        sys.exit("the copy does not build:\n" + built.stdout[-3000:] + built.stderr[-3000:])
    names, _, _ = killers(folder)
    if names:
        sys.exit(f"tests fail without a mutant: {names}")
    rows, survivors = [], []
    for what, path, text, broken in MUTANTS:
        if options.only and not any(word in what for word in options.only):
            continue
        file = folder / path
        whole = file.read_text()
        if whole.count(text) != 1:
            survivors.append(what + f" (its text occurs {whole.count(text)} times in {path})")
            continue
        file.write_text(whole.replace(text, broken))
        built = run(["swift", "build", "--build-tests"], folder)
        if built.returncode != 0:
            survivors.append(what + " (does not compile)")
            print(built.stdout[-1500:], file=sys.stderr)
        else:
            names, seeds, cases = killers(folder)
            if not names:
                survivors.append(what)
            rows.append((what, pathlib.Path(path).name, cases, len(seeds), names))
            print(what, cases, len(seeds), names, flush=True)
        file.write_text(whole)
    write(options.output, rows, survivors)
    sys.exit(1 if survivors else 0)


def write(path, rows, survivors):
    lines = [
        "# Mutants of the search", "",
        "Each rule broken on purpose, once, and the tests that notice. Written by `scripts/mutants.py`,",
        "which works on a copy; run it again after a change of the search or its tests. Hand-drawn cases",
        "are those of `HandDrawnTests`; random networks counts those of the first "
        f"{SEEDS} of `ReferenceTests` that differ.", "",
        "| broken rule | in | hand-drawn cases | random networks | other tests |",
        "|---|---|---|---|---|",
    ]
    for what, file, cases, seeds, names in rows:
        own = ("fast and slow search", "hand-drawn", "the timetable")
        others = [name for name in names if not name.startswith(own)]
        lines.append(
            f"| {what} | {file} | {', '.join(cases) or '–'} | {seeds or '–'} "
            f"| {'; '.join(others) or '–'} |")
    killed = sum(1 for row in rows if row[4])
    lines += ["", f"{killed} of {len(rows)} mutants killed."]
    if survivors:
        lines += ["", "Not killed: " + "; ".join(survivors) + "."]
    pathlib.Path(path).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
