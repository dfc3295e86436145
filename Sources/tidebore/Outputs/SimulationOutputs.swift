// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import GeoPackageExport
import Reporting

/// A file for the milestones of every lot.
struct EventLogFile {
  enum Form: String { case csv, sqlite }

  let path: String
  let form: Form

  /// Nil where the ending says neither.
  init?(_ path: String) {
    guard path.utf8.contains(UInt8(ascii: ".")),
      let form = path.split(separator: ".").last.flatMap({ Form(rawValue: $0.lowercased()) })
    else { return nil }
    (self.path, self.form) = (path, form)
  }
}

/// A simulation in every form that is asked for.
struct SimulationOutputs {
  let report: SimulationReport
  let isForExcel: Bool
  let session: Session

  /// Writes the files, then the logs, then the standard output.
  func write(_ plan: OutputPlan, logs: [EventLogFile]) throws {
    try FileSet.together {
      for file in plan.files { try session.write(bytes(file.format, report), to: file.path) }
      if !logs.isEmpty { try write(EventLog(report), to: logs) }
    }
    if let format = plan.standardOutput {
      let language = format == .table ? session.language : session.fileLanguage
      try session.output.write(bytes(format, report.speaking(language)))
    }
  }

  private func write(_ log: EventLog, to files: [EventLogFile]) throws {
    for file in files {
      switch file.form {
      case .csv: try log.writeCSV(to: file.path, excel: isForExcel)
      case .sqlite: try EventDatabase.write(log, to: file.path)
      }
    }
  }

  private func bytes(_ format: OutputFormat, _ report: SimulationReport) -> [UInt8] {
    switch format {
    case .html: report.page()
    case .json: report.json()
    case .ndjson: report.jsonLines()
    case .csv: report.csv(excel: isForExcel)
    case .md: Array(report.markdown().utf8)
    default: Array(report.table().utf8)
    }
  }
}
