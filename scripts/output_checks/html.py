# SPDX-License-Identifier: GPL-3.0-or-later
"""The page is valid markup for html5lib, self-contained, and below 4 MB."""
import os
import re
import sys

import html5lib


def main(path):
    faults = []
    text = open(path, encoding="utf-8").read()
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    document = parser.parse(text)
    for position, code, values in parser.errors:
        faults.append(f"{position}: {code} {values}")
    if os.path.getsize(path) > 4_000_000:
        faults.append("is heavier than 4 MB")
    policy = [n for n in document.iter("meta") if n.get("http-equiv") == "Content-Security-Policy"]
    if not policy or "default-src 'none'" not in policy[0].get("content", ""):
        faults.append("has no policy that forbids everything else")
    if policy and ("unsafe" in policy[0].get("content") or "http" in policy[0].get("content")):
        faults.append("its policy allows too much")
    for node in document.iter():
        if not isinstance(node.tag, str):
            continue
        for name, value in node.attrib.items():
            if str(name).lower().startswith("on"):
                faults.append(f"<{node.tag}> has a handler {name}")
            if name in ("src", "href", "action", "style") and not re.match(r"#|data:,$|data:image", value):
                faults.append(f"<{node.tag} {name}={value[:40]}>")
    ids = [n.get("id") for n in document.iter() if isinstance(n.tag, str) and n.get("id")]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        faults.append(f"id {twice} occurs twice")
    for fault in faults[:20]:
        print(f"{path}: {fault}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
