#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks tables of the teaching network at random and asserts that `tidebore validate` stays calm, and every verb after it.

    scripts/fuzz_tables.py .build/release/tidebore --seconds 60 [--seed 1]

Every run must end with 0 or 3 within 10 s, print JSON, and name no fault twice. Half of the networks have only digits changed, so
that many stay valid: these go on into the verbs, which must end with a known exit code within 60 s. The seed of a failure is printed.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ODD = [b"", b"nan", b"inf", b"1e999", b"0x1p3", b"-1", b"2026-02-30", b"\xff\xfe", b"\x00", b'"', b",", b"\n", b"\r",
       "杭州".encode("gbk"), "杭州".encode(), b"\xef\xbb\xbf", b"9" * 400, b"=cmd()", b"25:61", b"NA", b"a" * 70000]


def break_bytes(data, rng):
    data = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(4)
        if kind == 0:
            data[at:at + rng.randint(0, 20)] = rng.choice(ODD)
        elif kind == 1:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 8)))
        elif kind == 2:
            del data[at:at + rng.randint(1, 200)]
        else:
            end = min(len(data), at + rng.randint(1, 300))
            data[at:at] = data[at:end]
    return bytes(data)


def change_digits(data, rng):
    """Other numbers in the place of some: mostly valid, often strange."""
    data = bytearray(data)
    start = data.find(b"\n") + 1
    places = [n for n in range(start, len(data)) if chr(data[n]).isdigit()]
    for at in rng.sample(places, min(len(places), rng.randint(1, 6))):
        if rng.random() < 0.7:
            data[at] = ord(rng.choice("0123456789"))
        else:
            data[at:at + 1] = str(rng.choice([0, 1, 9, 24, 99, 1000, 8784, 1000000])).encode()
    return bytes(data)


def verbs(network, rng):
    way = ["--from", "HZ", "--to", rng.choice(["SEL", "NB"]), "--depart", "2026-03-02T09:00:00+08:00"]
    return rng.sample([
        ["route", network] + way + ["--class", rng.choice(["parcel", "air", "lcl", "fcl"]), "--objective", "generalized"],
        ["route", network] + way + ["--criteria", "time,cost,co2e"],
        ["coverage", network, "--origin", "HZ"],
        ["simulate", network, "--days", "7", "--warmup", "0", "--replications", "1"],
        ["compare", network, network, "--origin", "HZ"],
    ], 2)


def main():
    tool = os.path.abspath(sys.argv[1])
    options = dict(zip(sys.argv[2::2], sys.argv[3::2]))
    seconds, seed = float(options.get("--seconds", 60)), int(options.get("--seed", 1))
    source = os.path.join(ROOT, "networks/teaching")
    names = sorted(n for n in os.listdir(source) if n.endswith(".csv")) + ["datapackage.json"]
    end = time.monotonic() + seconds
    runs = went_on = 0
    while time.monotonic() < end:
        rng = random.Random(seed)
        with tempfile.TemporaryDirectory() as folder:
            network = os.path.join(folder, "n")
            shutil.copytree(source, network)
            gentle = rng.random() < 0.5
            for name in rng.sample(names, rng.randint(1, 3)):
                path = os.path.join(network, name)
                data = open(path, "rb").read()
                spoil = change_digits if gentle and name.endswith(".csv") else break_bytes
                if not gentle or name.endswith(".csv"):
                    open(path, "wb").write(spoil(data, rng))
            fault = None
            try:
                run = subprocess.run([tool, "validate", network, "--format", "json"], capture_output=True,
                                     stdin=subprocess.DEVNULL, timeout=10)
                if run.returncode not in (0, 3):
                    fault = f"exit code {run.returncode}: {run.stderr[-400:]!r}"
                else:
                    answer = json.loads(run.stdout)
                    keys = [json.dumps(e, sort_keys=True) for e in answer["errors"]]
                    if len(keys) != len(set(keys)):
                        fault = "a fault is named twice"
                for command in verbs(network, rng) if run.returncode == 0 else []:
                    went_on += 1
                    run = subprocess.run([tool] + command + ["--quiet", "--format", "json"], capture_output=True,
                                         stdin=subprocess.DEVNULL, timeout=60)
                    if run.returncode not in (0, 1, 2, 3, 4):
                        fault = f"exit code {run.returncode} of {command[0]}: {run.stderr[-400:]!r}"
            except (subprocess.TimeoutExpired, ValueError) as problem:
                fault = repr(problem)
            if fault:
                print(f"seed {seed}: {fault}")
                return 1
        runs += 1
        seed += 1
    print(f"fuzz: {runs} broken networks, none broke the reader; {went_on} runs of verbs on those that are valid")
    return 0


if __name__ == "__main__":
    sys.exit(main())
