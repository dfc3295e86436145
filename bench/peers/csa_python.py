#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain connection scan in Python, as a peer: one-to-all earliest arrivals within 72 h.

usage: csa_python.py INSTANCE_DIR QUERIES
prints the sum of all arrivals and the median CPU milliseconds of a query.
"""
import array, bisect, os, struct, sys, time

def read(path, width):
    with open(path, 'rb') as file:
        magic, count = struct.unpack('<II', file.read(8))
        assert magic == 0x54465246
        rows = array.array('i', file.read())
    return [rows[column::width] for column in range(width)]

folder, queries = sys.argv[1], int(sys.argv[2])
handling = read(os.path.join(folder, 'stops.bin'), 4)[3]
feet = read(os.path.join(folder, 'foot.bin'), 3)
tails, heads, departs, arrives, trips = (list(c) for c in read(os.path.join(folder, 'conns.bin'), 5))
asked = read(os.path.join(folder, 'queries.bin'), 3)
walks = [[] for _ in handling]
for a, b, seconds in zip(*feet):
    walks[a].append((b, seconds))
span, never = 72 * 3600, 1 << 30
total, times = 0, []
for query in range(queries):
    begin = time.thread_time()
    source, start = asked[0][query], asked[2][query]
    label, aboard = [never] * len(handling), set()
    label[source] = start
    for other, seconds in walks[source]:
        label[other] = min(label[other], start + seconds)
    for c in range(bisect.bisect_left(departs, start), bisect.bisect_right(departs, start + span)):
        if trips[c] in aboard or label[tails[c]] + handling[tails[c]] <= departs[c]:
            aboard.add(trips[c])
            head, arrival = heads[c], arrives[c]
            if arrival < label[head]:
                label[head] = arrival
                for other, seconds in walks[head]:
                    if arrival + seconds < label[other]:
                        label[other] = arrival + seconds
    times.append((time.thread_time() - begin) * 1000)
    total += sum(time_ for time_ in label if time_ <= start + span)
print(f'checksum={total} median={sorted(times)[len(times) // 2]:.1f}')
