// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Reporting

/// A form of a result.
enum OutputFormat: String, CaseIterable, Sendable {
  case table, json, ndjson, csv, geojson, html, md, svg, png, gpkg

  /// What one verb can write.
  struct Choice {
    var standardOutput: [OutputFormat]
    var files: [OutputFormat]
  }
}

/// What a run writes, and where.
struct OutputPlan {
  struct File {
    var path: String
    var format: OutputFormat

    /// A table of points: `points.csv`, or a name that ends with `.points.csv`; likewise JSON and
    /// GeoJSON.
    var isForPoints: Bool {
      guard [.csv, .json, .geojson].contains(format) else { return false }
      let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
      let ending = "points.\(format.rawValue)"
      return name == ending || name.hasSuffix("." + ending)
    }
  }
  /// Nil where the files are all that is asked for.
  var standardOutput: OutputFormat?
  var files: [File]

  /// Formats by `--format` and by the endings of `-o`; without either a table on a terminal, else JSON.
  static func read(
    format: String?, files paths: [String], choice: OutputFormat.Choice,
    _ inputs: inout CommandInputs
  ) -> OutputPlan {
    var plan = OutputPlan(standardOutput: nil, files: [])
    if let format {
      plan.standardOutput = OutputFormat(rawValue: format).flatMap {
        choice.standardOutput.contains($0) ? $0 : nil
      }
      if plan.standardOutput == nil {
        inputs.add("usage.choice", "--format", format, list(choice.standardOutput))
      }
    } else if inputs.session.outputIsTerminal {
      plan.standardOutput = .table
    } else if paths.isEmpty {
      plan.standardOutput = .json
    }
    for path in paths {
      let ending =
        path.utf8.contains(UInt8(ascii: "."))
        ? path.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
      guard let format = OutputFormat(rawValue: ending), choice.files.contains(format) else {
        inputs.add(
          "usage.ending", path, choice.files.map { ".\($0.rawValue)" }.joined(separator: " "))
        continue
      }
      if plan.files.contains(where: { $0.path == path }) {
        inputs.add("usage.same_file", path)
      } else {
        plan.files.append(File(path: path, format: format))
      }
    }
    return plan
  }

  /// Writes the files, then the standard output; what a locale may change is the terminal's table alone.
  func write(
    _ session: Session, _ render: (OutputFormat, Language) throws -> [UInt8]
  ) throws {
    try FileSet.together {
      for file in files {
        try session.write(try render(file.format, session.fileLanguage), to: file.path)
      }
    }
    if let format = standardOutput {
      let language = format == .table ? session.language : session.fileLanguage
      try session.output.write(try render(format, language))
    }
  }

  var formats: Set<OutputFormat> { Set(files.map(\.format) + (standardOutput.map { [$0] } ?? [])) }

  /// The forms of all that is no table of points.
  var circleFormats: Set<OutputFormat> {
    Set(files.filter { !$0.isForPoints }.map(\.format) + (standardOutput.map { [$0] } ?? []))
  }

  private static func list(_ formats: [OutputFormat]) -> String {
    formats.map(\.rawValue).joined(separator: ", ")
  }
}
