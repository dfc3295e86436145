// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import Quantities
import Testing

@testable import NetworkIO

/// docs/bounds.md is what the code refuses beyond.
@Suite struct `The page of bounds` {
  private static let path = repository + "/docs/bounds.md"

  /// The page as the code has it.
  private var page: String {
    var lines = [
      "# Bounds of every number", "",
      "What a number of a network, a scenario or a command line may be. Beyond it a network is refused with file, line, column,",
      "value and rule (exit code 3), an option with its sentence (exit code 2). Within it all arithmetic that follows is safe.",
      "Dates, moments and weeks lie in the years \(years). Times of stops go to `+366`.",
      "This page is made of the reader's own tables:",
      "`TIDEBORE_WRITE_PAGES=1 swift test --filter BoundsPageTests`.", "",
      "## Columns", "", "| table | column | bounds |", "|---|---|---|",
    ]
    for spec in TableSpec.all {
      for column in spec.columns {
        switch column.kind {
        case .number(let bounds), .integer(let bounds):
          lines.append("| \(spec.file) | `\(column.name)` | \(bounds.text) |")
        default: continue
        }
      }
    }
    lines += [
      "", "Where a table gives a median, `low_h` is above 0 unless the median is 0.", "",
      "## Parameters", "",
      "Rows of parameter.csv that are read; a star stands for any ending. Others are only shown.",
      "", "| id | unit | bounds |", "|---|---|---|",
    ]
    for row in ParameterBounds.all {
      lines.append("| `\(row.name)` | \(row.unit) | \(row.bounds.text) |")
    }
    lines += ["", "## Options", "", "| option | unit | bounds |", "|---|---|---|"]
    for row in OptionBounds.all {
      lines.append("| `\(row.option)` | \(row.unit) | \(row.bounds.text) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var years: String {
    "\(Instant.rfc3339Years.lowerBound)–\(Instant.rfc3339Years.upperBound)"
  }

  @Test func `says what the code says`() throws {
    if ProcessInfo.processInfo.environment["TIDEBORE_WRITE_PAGES"] == "1" {
      try Data(page.utf8).write(to: URL(filePath: Self.path))
    }
    let written = try Data(contentsOf: URL(filePath: Self.path))
    #expect(String(decoding: written, as: UTF8.self) == page)
  }

  @Test func `names every parameter and option once`() {
    let names = ParameterBounds.all.map(\.name)
    #expect(Set(names).count == names.count)
    let options = OptionBounds.all.map(\.option)
    #expect(Set(options).count == options.count)
    for (number, name) in names.enumerated() {
      let id = name.replacing("*", with: "x")
      #expect(ParameterBounds.all.firstIndex { $0.covers(id) } == number, "\(name)")
    }
  }

  @Test(arguments: [
    (Bounds(0, 8_784), "0…8784"), (Bounds(-90, 90), "-90…90"),
    (Bounds(0.000001, 1_000), "0.000001…1000"), (Bounds(0.5, 24), "0.5…24"),
    (.above(0, 24.25), "> 0, ≤ 24.25"),
  ])
  func `writes bounds in plain digits`(bounds: Bounds, text: String) {
    #expect(bounds.text == text)
  }
}
