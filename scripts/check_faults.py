#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults put under every writer: no output is ever torn, none of the old ones lost, no signal but the one that was sent.

    scripts/check_faults.py TOOL [STAGE …] [--night] [--seed 1]

Stages (each under two minutes; longer with --night):
  kill        kill -9 at a random moment of every form
  disk        a full tmpfs, a read-only folder, a limit on file sizes
  memory      ulimit -v
  errors      the n-th write, fsync, rename or open fails (a preloaded library, compiled here with cc)
  namespaces  two process namespaces write one folder
  gate        outputs that are inputs, alike, or in no place
  into        runs at once write one table
After each fault a file is as it was before, or whole as an undisturbed run makes it.
"""
import argparse
import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEACHING = os.path.join(ROOT, "networks", "teaching")
DEPART = "2026-03-02T09:00:00+08:00"
OLD = b"what stood there before\n"


def writers(network):
    """Name → (arguments, output names)."""
    route = ["route", network, "--from", "HZ", "--to", "SEL", "--depart", DEPART]
    circle = ["coverage", network, "--origin", "HZ"]
    png = ["circle.png"] if shutil.which("rsvg-convert") else []
    return {
        "route": (route, ["route.json", "route.geojson", "route.csv"]),
        "coverage": (circle, ["circle.html", "circle.json", "circle.csv", "circle.geojson", "circle.svg", "circle.gpkg"] + png),
        "matrix": (["matrix", network, "--origins", "HZ,NB", "--destinations", "NB,SEL", "--week", "2026-W10"], ["m.csv", "m.tbm"]),
        "simulate": (["simulate", network, "--days", "14", "--warmup", "0", "--replications", "1"],
                     ["s.html", "s.json", "s.csv", "s.md", "--log", "log.csv", "--log", "log.sqlite"]),
        "compare": (["compare", network, network, "--origin", "HZ"],
                    ["c.html", "c.md", "c.json", "c.csv", "c.svg", "c.gpkg"]),
    }


class Bench:
    def __init__(self, tool, seed, night):
        self.tool, self.random, self.night = os.path.abspath(tool), random.Random(seed), night
        self.work = tempfile.mkdtemp(prefix="faults-")
        self.network = os.path.join(self.work, "network")
        shutil.copytree(TEACHING, self.network)
        self.faults, self.counts = [], {}
        self.whole = {}

    def command(self, name, folder):
        arguments, names = writers(self.network)[name]
        command, option = [self.tool] + arguments + ["--quiet"], "-o"
        for word in names:
            if word == "--log":
                option = word
                continue
            command += [option, os.path.join(folder, word)]
            option = "-o"
        return command

    def names(self, name):
        return [n for n in writers(self.network)[name][1] if n != "--log"]

    def undisturbed(self, name):
        """The bytes of every output of a run that nothing disturbs, but the folder's name in them."""
        if name not in self.whole:
            folder = os.path.join(self.work, "whole-" + name)
            os.makedirs(folder)
            run = subprocess.run(self.command(name, folder), capture_output=True)
            if run.returncode != 0:
                raise SystemExit(f"{name} fails undisturbed: {run.returncode} {run.stderr[-400:]!r}")
            self.whole[name] = {n: self.read(os.path.join(folder, n)) for n in self.names(name)}
        return self.whole[name]

    @staticmethod
    def read(path):
        with open(path, "rb") as file:
            return file.read()

    def count(self, what, number=1):
        self.counts[what] = self.counts.get(what, 0) + number

    def judge(self, stage, name, folder, leftovers=False):
        """Every output is old or whole; nothing unfinished lies beside them unless `leftovers`."""
        whole = self.undisturbed(name)
        verdicts = []
        for output in self.names(name):
            path = os.path.join(folder, output)
            data = self.read(path) if os.path.exists(path) else None
            if data == OLD:
                verdicts.append("old")
            elif data is not None and (data == whole[output] or self.alike(data, whole[output])):
                verdicts.append("new")
            else:
                verdicts.append("torn")
                self.fault(stage, f"{name}: {output} is torn: {None if data is None else len(data)} of {len(whole[output])} bytes")
        rest = [n for n in os.listdir(folder) if n.endswith(".part")]
        if rest and not leftovers:
            self.fault(stage, f"{name}: left behind: {rest}")
        if len(set(verdicts)) > 1:
            self.count(f"{stage}: sets that are part new, part old")
        return verdicts

    @staticmethod
    def alike(data, whole):
        return len(data) == len(whole) and data[:16] == whole[:16]

    def fault(self, stage, text):
        self.faults.append(f"{stage}: {text}")
        print(f"{stage}: {text}", flush=True)

    def old_folder(self, name, folder=None):
        folder = folder or tempfile.mkdtemp(dir=self.work)
        for output in self.names(name):
            with open(os.path.join(folder, output), "wb") as file:
                file.write(OLD)
        return folder

    def ended(self, stage, name, run, allowed):
        if run.returncode not in allowed:
            self.fault(stage, f"{name}: exit {run.returncode}, expected one of {sorted(allowed)}: {(run.stderr or b'')[-300:]!r}")
        elif run.returncode and not run.stderr:
            self.fault(stage, f"{name}: exit {run.returncode} without a word")

    # Stages.

    def kill(self):
        for number in range(200 if self.night else 60):
            name = self.random.choice(sorted(writers(self.network)))
            self.undisturbed(name)
            folder = self.old_folder(name)
            run = subprocess.Popen(self.command(name, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0.01, self.length(name)))
            run.kill()
            run.wait()
            self.count("kill: runs")
            self.judge("kill", name, folder, leftovers=True)
            if any(n.endswith(".part") for n in os.listdir(folder)):
                self.count("kill: runs that left unfinished files")
                again = subprocess.run(self.command(name, folder), capture_output=True)
                self.ended("kill", name, again, {0})
                if self.judge("kill", name, folder) != ["new"] * len(self.names(name)):
                    self.fault("kill", f"{name}: not all new after the run that followed")
            shutil.rmtree(folder)
        for name in ("coverage", "simulate"):
            for number in (signal.SIGINT, signal.SIGTERM):
                folder = self.old_folder(name)
                run = subprocess.Popen(self.command(name, folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                time.sleep(self.random.uniform(0.1, self.length(name) / 2))
                run.send_signal(number)
                run.communicate()
                self.count("kill: interruptions")
                if run.returncode not in (0, 5):
                    self.fault("kill", f"{name}: exit {run.returncode} after {number.name}")
                self.judge("kill", name, folder)

    def length(self, name):
        """Seconds of an undisturbed run."""
        key = "seconds " + name
        if key not in self.whole:
            self.undisturbed(name)
            folder = tempfile.mkdtemp(dir=self.work)
            start = time.monotonic()
            subprocess.run(self.command(name, folder), capture_output=True)
            self.whole[key] = time.monotonic() - start
        return self.whole[key]

    def disk(self):
        for name in sorted(writers(self.network)):
            whole = sum(len(b) for b in self.undisturbed(name).values())
            for share in ([0.02, 0.3, 0.6, 0.9] if not self.night else [n / 25 for n in range(1, 25)]):
                disk = tempfile.mkdtemp(dir=self.work)
                size = max(64 << 10, int(whole * share)) >> 12 << 12
                if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", disk], capture_output=True).returncode != 0:
                    self.count("disk: not run, no right to mount")
                    break
                try:
                    self.old_folder(name, disk)
                    run = subprocess.run(self.command(name, disk), capture_output=True)
                    self.count("disk: full file systems")
                    self.ended("disk", name, run, {0, 6})
                    verdicts = self.judge("disk", name, disk)
                    if run.returncode == 6 and "new" in verdicts and b"new" not in run.stderr:
                        self.fault("disk", f"{name}: some files are new and the message does not say so")
                finally:
                    subprocess.run(["umount", disk])
            folder = self.old_folder(name)
            if subprocess.run(["mount", "--bind", folder, folder], capture_output=True).returncode == 0:
                try:
                    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
                    run = subprocess.run(self.command(name, folder), capture_output=True)
                    self.count("disk: read-only folders")
                    self.ended("disk", name, run, {6})
                    self.judge("disk", name, folder)
                finally:
                    subprocess.run(["umount", folder])
            for limit in (0, 512, 4096, 40_000, whole // 3):
                folder = self.old_folder(name)
                run = subprocess.run(self.command(name, folder), capture_output=True,
                                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                self.count("disk: limits on file size")
                self.ended("disk", name, run, {0, 1, 6})
                self.judge("disk", name, folder)
        target = os.path.join(self.work, "init")
        run = subprocess.run([self.tool, "init", target, "--from", self.network], capture_output=True,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
        self.count("disk: limits on file size")
        self.ended("disk", "init", run, {6})
        if os.path.exists(target) or any(n.startswith(".init") for n in os.listdir(self.work)):
            self.fault("disk", "init left something behind")

    def memory(self):
        for name in sorted(writers(self.network)):
            for megabytes in ([120, 200, 400] if not self.night else range(60, 500, 20)):
                folder = self.old_folder(name)
                size = megabytes << 20
                run = subprocess.run(self.command(name, folder), capture_output=True,
                                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)),
                                     env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
                self.count("memory: limits")
                # Below what the program itself takes the loader ends it.
                if run.returncode < 0 or run.returncode > 127:
                    self.count(f"memory: ended by a signal under {megabytes} MB")
                self.judge("memory", name, folder, leftovers=run.returncode < 0)

    def errors(self):
        library = os.path.join(self.work, "fail_at.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, os.path.join(ROOT, "scripts", "fault_checks", "fail_at.c"), "-ldl"],
                       check=True)
        for name in sorted(writers(self.network)):
            for call, code in (("write", errno.EIO), ("write", errno.ENOSPC), ("fsync", errno.EIO), ("rename", errno.EIO),
                               ("open", errno.EMFILE)):
                for at in range(1, 200 if self.night else 13):
                    folder = self.old_folder(name)
                    mark = os.path.join(self.work, "struck")
                    if os.path.exists(mark):
                        os.remove(mark)
                    run = subprocess.run(self.command(name, folder), capture_output=True, env={
                        **os.environ, "LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_AT": str(at), "FAIL_UNDER": folder,
                        "FAIL_ERRNO": str(code), "FAIL_MARK": mark})
                    struck = os.path.exists(mark)
                    self.count(f"errors: {call}" if struck else "errors: beyond the last call")
                    verdicts = self.judge("errors", name, folder)
                    # The sync of a folder after the rename: the files are there all the same.
                    folder_sync = call == "fsync" and run.returncode == 0 and set(verdicts) == {"new"}
                    if struck and not folder_sync:
                        self.ended("errors", f"{name}, {call} {at}", run, {1, 6})
                        if "new" in verdicts and "old" in verdicts and b"new" not in run.stderr:
                            self.fault("errors", f"{name}, {call} {at}: some files are new and the message does not say so")
                    shutil.rmtree(folder)
                    if not struck:
                        break

    def namespaces(self):
        name = "coverage" if self.night else "route"
        if subprocess.run(["unshare", "--pid", "--fork", "true"], capture_output=True).returncode != 0:
            self.count("namespaces: not run, no right to them")
            return
        self.undisturbed(name)
        folder = self.old_folder(name)
        for number in range(100 if self.night else 50):
            runs = [subprocess.Popen(["unshare", "--pid", "--fork"] + self.command(name, folder), stdout=subprocess.DEVNULL,
                                     stderr=subprocess.PIPE) for _ in range(2)]
            for run in runs:
                _, messages = run.communicate()
                if run.returncode != 0:
                    self.fault("namespaces", f"exit {run.returncode}: {messages[-300:]!r}")
            self.count("namespaces: pairs of runs")
            if self.judge("namespaces", name, folder) != ["new"] * len(self.names(name)):
                self.fault("namespaces", "a file is not new")

    def gate(self):
        network = os.path.join(self.work, "gate")
        shutil.copytree(TEACHING, network)
        before = {n: self.read(os.path.join(network, n)) for n in os.listdir(network)}
        route = [self.tool, "route", network, "--from", "HZ", "--to", "SEL", "--depart", DEPART, "--quiet"]
        link = os.path.join(self.work, "link.csv")
        os.symlink(os.path.join(network, "place.csv"), link)
        hard = os.path.join(self.work, "hard.csv")
        os.link(os.path.join(network, "place.csv"), hard)
        fifo = os.path.join(self.work, "fifo.gpkg")
        os.mkfifo(fifo)
        points = os.path.join(self.work, "here.csv")
        with open(points, "w", encoding="utf-8") as file:
            file.write("id,latitude,longitude\na,30.3,120.2\n")
        circle = [self.tool, "coverage", network, "--origin", "HZ", "--quiet"]
        a = os.path.join(self.work, "a.json")
        cases = [
            ("a table of the network", route + ["-o", os.path.join(network, "place.csv")], 2),
            ("a new table in the network", route + ["-o", os.path.join(network, "result.csv")], 2),
            ("by another way", route + ["-o", os.path.join(network, "..", "gate", "result.csv")], 2),
            ("by a link", route + ["-o", link], 2), ("the package", route + ["-o", os.path.join(network, "datapackage.json")], 2),
            ("the points", circle + ["--points", points, "-o", points], 2),
            ("two alike", route + ["-o", a, "-o", os.path.join(self.work, ".", "a.json")], 2),
            ("two alike by a slash", route + ["-o", a, "-o", self.work + "//a.json"], 2),
            ("no folder", route + ["-o", os.path.join(self.work, "none", "a.json")], 6),
            ("a folder", route + ["-o", os.path.join(self.work, "whole.json")], 6),
            ("a pipe for a database", circle + ["-o", fifo], 6),
        ]
        os.mkdir(os.path.join(self.work, "whole.json"))
        for what, command, code in cases:
            run = subprocess.run(command, capture_output=True, timeout=60)
            self.count("gate: cases")
            if run.returncode != code or not run.stderr:
                self.fault("gate", f"{what}: exit {run.returncode}, expected {code}: {run.stderr[-200:]!r}")
        after = {n: self.read(os.path.join(network, n)) for n in os.listdir(network)}
        if before != after:
            self.fault("gate", "the network was changed")
        # A link is followed, mode and owner are kept.
        real, name = os.path.join(self.work, "real.json"), os.path.join(self.work, "name.json")
        with open(real, "wb") as file:
            file.write(OLD)
        os.chmod(real, 0o640)
        if os.geteuid() == 0:
            os.chown(real, 12, 34)
        os.symlink("real.json", name)
        subprocess.run(route + ["-o", name], check=True)
        facts = os.stat(real)
        if not os.path.islink(name) or self.read(real) == OLD or facts.st_mode & 0o7777 != 0o640 or \
                (os.geteuid() == 0 and (facts.st_uid, facts.st_gid) != (12, 34)):
            self.fault("gate", f"link, mode or owner is lost: {oct(facts.st_mode)} {facts.st_uid} {facts.st_gid}")

    def into(self):
        observed = os.path.join(self.work, "dwell.csv")
        with open(observed, "w", encoding="utf-8") as file:
            file.write("hours\n" + "".join(f"{2 + n % 9 + n / 100}\n" for n in range(60)))
        network = os.path.join(self.work, "into")
        for _ in range(8 if self.night else 3):
            shutil.rmtree(network, ignore_errors=True)
            shutil.copytree(TEACHING, network)
            ids = ["cn-export", "cn-9610", "cn-1210", "kr-import"]
            with open(os.path.join(network, "clearance.csv"), encoding="utf-8") as file:
                ids = [line.split(",")[0] for line in file][1:]
            runs = [subprocess.Popen([self.tool, "fit", observed, "--into", network, "--row", f"clearance:{id}", "--bootstrap", "0",
                                      "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for id in ids]
            done = 0
            for run in runs:
                _, messages = run.communicate()
                if run.returncode == 0:
                    done += 1
                elif run.returncode not in (1, 6) or not messages:
                    self.fault("into", f"exit {run.returncode}: {messages[-200:]!r}")
            with open(os.path.join(network, "clearance.csv"), encoding="utf-8") as file:
                measured = sum("measured" in line for line in file)
            self.count("into: runs at once", len(runs))
            self.count("into: rows written", done)
            if measured != done:
                self.fault("into", f"{done} runs said they wrote, {measured} rows are there")
            if subprocess.run([self.tool, "validate", network], capture_output=True).returncode != 0:
                self.fault("into", "the network is no longer valid")


STAGES = ["kill", "disk", "memory", "errors", "namespaces", "gate", "into"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=", ".join(STAGES))
    parser.add_argument("--night", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    bench = Bench(options.tool, options.seed, options.night)
    try:
        for stage in options.stages or STAGES:
            if stage not in STAGES:
                parser.error(f"no stage {stage}")
            start = time.monotonic()
            getattr(bench, stage)()
            print(f"{stage}: {time.monotonic() - start:.0f} s", flush=True)
        for what, number in sorted(bench.counts.items()):
            print(f"  {what}: {number}")
        print(f"faults: {len(bench.faults)} (seed {options.seed})")
        return 1 if bench.faults else 0
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
