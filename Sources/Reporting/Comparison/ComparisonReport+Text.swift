// SPDX-License-Identifier: GPL-3.0-or-later

extension ComparisonReport {
  /// The comparison as text for a terminal: verdict, tiers, cities, basket, flows.
  ///
  /// - Returns: Lines that end with a newline; a Chinese character takes two columns.
  public func table() -> String {
    var out = "\(TextWidth.printable(title))\n"
    func add(_ line: String) { out += "  \(TextWidth.printable(line))\n" }
    for side in sides {
      let verdict = verdict(side)
      if !isSingle { out += "\n\(TextWidth.printable(verdict.title))\n" }
      for line in lines(verdict) { add(line) }
    }
    out += "\n"
    add(subject)
    for line in [base.clockSentence, base.idealChain] { add(line) }
    let more: (String) -> String = { word("comparison.more", $0) }
    out += tierTable.text()
    for side in sides {
      let cities = cityTable(side)
      if !cities.isEmpty { out += cities.first(15, more).text() }
    }
    for table in [basketTable, demandTable, gatewayTable, modeTable, waitTable, swingTable]
    where !table.isEmpty {
      out += table.first(10, more).text()
    }
    for side in sides {
      let rows = rowTable(side)
      if !rows.isEmpty { out += rows.first(10, more).text() }
    }
    out += "\n"
    for notice in notices + [base.headerText.line] { add(notice) }
    return out
  }

  /// The verdict line by line: the answer first, then why, who, what it costs, how sure it is.
  func lines(_ verdict: ScenarioVerdict) -> [String] {
    var lines = [verdict.headline]
    if let because = verdict.because { lines.append(because) }
    lines += verdict.tiers
    let list = word("comparison.list")
    if !verdict.gains.isEmpty {
      lines.append(word("comparison.gains", verdict.gains.joined(separator: list)))
    }
    if !verdict.loses.isEmpty {
      lines.append(word("comparison.loses", verdict.loses.joined(separator: list)))
    }
    return lines + verdict.figures + verdict.trust
  }

  /// The same briefly as GitHub-flavoured Markdown, the verdict first.
  ///
  /// - Returns: Lines that end with a newline; names and cells are text, never markup.
  public func markdown() -> String {
    var out = "# \(MarkdownText.escaped(title))\n\n"
    for side in sides {
      let verdict = verdict(side)
      if isSingle, !verdict.question.isEmpty {
        out += "> \(MarkdownText.escaped(verdict.question))\n\n"
      }
      out += "**\(MarkdownText.escaped(verdict.headline))**"
      out += isSingle ? "\n\n" : " (\(MarkdownText.escaped(verdict.title)))\n\n"
      for line in lines(verdict).dropFirst() { out += "- \(MarkdownText.escaped(line))\n" }
      out += "\n"
    }
    for side in sides {
      let verdict = verdict(side)
      if !isSingle { out += "## \(MarkdownText.escaped(verdict.title))\n\n" }
      if !isSingle, !verdict.question.isEmpty {
        out += "> \(MarkdownText.escaped(verdict.question))\n\n"
      }
      out += "\(word("comparison.what_changed")):\n\n"
      for sentence in verdict.changes { out += "- \(MarkdownText.escaped(sentence))\n" }
      out += "- \(MarkdownText.escaped(verdict.rowsTouched))\n\n"
    }
    out += "\(MarkdownText.escaped(subject))\n\n"
    for table in tables() {
      out += table.first(40) { word("comparison.more", $0) }.markdown()
    }
    for notice in [base.clockSentence, base.idealChain] + notices {
      out += "\(MarkdownText.escaped(notice))\n\n"
    }
    return out
  }
}
