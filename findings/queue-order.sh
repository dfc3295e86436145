#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: two simulation libraries serve waiting requests for several units of one resource in the same order; items of the
#        same priority come out first in, first out.
# Seen:  simpy.Container waits for the big request at the head: the two small ones behind it get nothing although 3 units are there.
#        salabim.Resource lets smaller ones overtake for ever: the big one of minute 1 is served at 27, after those of minutes 2
#        and 3. With honor_only_first=True it is served at 10, but a release then serves one request only: "late" waits
#        from 15 to 20 beside two free units. simpy.PriorityStore hands out six items of equal priority as a c f e b d.
# Why:   berths, cranes and yard slots: waiting times differ by the rule, and an unfair order looks like bad luck.
# Versions: simpy 4.1.2, salabim 26.0.9.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'simpy==4.1.2' \
  'salabim==26.0.9' \
  'greenlet==3.5.6' || exit 2
cd "$work"
"$work/venv/bin/python" - <<'PY'
import sys

changed = []


def seen(what, value, expected):
    print(f"{what}: {value!r}")
    if value != expected:
        changed.append(what)
        print(f"  CHANGED, was {expected!r}")


def refusal(call):
    """The name of the error that the call raises, or what it answers."""
    try:
        return call()
    except Exception as error:
        return type(error).__name__


import salabim
import simpy

env = simpy.Environment()
pallets = simpy.Container(env, capacity=10, init=3)
served = []


def take(amount, at):
    yield env.timeout(at)
    yield pallets.get(amount)
    served.append((amount, env.now))


for amount, at in ((5, 0), (1, 1), (1, 2)):
    env.process(take(amount, at))
env.run(1000)
seen("simpy.Container: served, left", (served, pallets.level), ([], 3))

env = simpy.Environment()
store = simpy.PriorityStore(env)
out = []


def drain():
    for _ in range(6):
        item = yield store.get()
        out.append(item.item)


for name in "abcdef":
    store.put(simpy.PriorityItem(1, name))
env.process(drain())
env.run()
seen("simpy.PriorityStore, equal priority", "".join(out), "acfebd")

salabim.yieldless(False)


def cranes(**options):
    env = salabim.Environment(trace=False, random_seed=1)
    resource = salabim.Resource("cranes", capacity=3, env=env, **options)
    starts = {}

    class Ship(salabim.Component):
        def setup(self, number, hours):
            self.number, self.hours = number, hours

        def process(self):
            yield self.request((resource, self.number))
            starts[self.name()] = env.now()
            yield self.hold(self.hours)
            self.release()

    for name, number, hours, at in (("busy", 2, 10, 0), ("big", 3, 5, 1), ("small", 1, 5, 2), ("late", 1, 20, 3)):
        Ship(name, number=number, hours=hours, at=at, env=env)
    env.run(100)
    return [int(starts[name]) for name in ("big", "small", "late")]


seen("salabim: big, small, late begin at", cranes(), [27, 2, 7])
seen("salabim, honor_only_first", cranes(honor_only_first=True), [10, 15, 20])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
