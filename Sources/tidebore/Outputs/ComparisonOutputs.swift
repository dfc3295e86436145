// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import GeoPackageExport
import Reporting
import Scenario

/// A comparison in every form that is asked for.
struct ComparisonOutputs {
  let comparison: Comparison
  let header: RunHeader
  /// For each scenario alone, in their order.
  let headers: [RunHeader]
  let isForExcel: Bool
  let session: Session

  /// Writes the files, then the standard output.
  func write(_ plan: OutputPlan) throws {
    try FileSet.together {
      for file in plan.files {
        guard file.path.contains(Self.name) else {
          try write(file, to: file.path, try report(session.fileLanguage))
          continue
        }
        for (number, scenario) in comparison.scenarios.enumerated() {
          let report = try ComparisonReport(
            Comparison(base: comparison.base, scenarios: [scenario]),
            language: session.fileLanguage, header: headers[number])
          try write(file, to: file.path.replacing(Self.name, with: scenario.answer.name), report)
        }
      }
    }
    if let format = plan.standardOutput {
      let language = format == .table ? session.language : session.fileLanguage
      try session.output.write(bytes(format, try report(language)))
    }
  }

  /// In a path: one file for each scenario, with its name there.
  static let name = "{name}"

  private func write(
    _ file: OutputPlan.File, to path: String, _ report: ComparisonReport
  ) throws {
    switch file.format {
    case .gpkg: try GeoPackageExport.write(report, to: path)
    case .svg: try session.write(Array(report.deltaMap().utf8), to: path)
    case .png: try PictureConverter.write(svg: Array(report.deltaMap().utf8), to: path, session)
    case .csv: try session.write(rows(path, report), to: path)
    default: try session.write(bytes(file.format, report), to: path)
    }
  }

  private func report(_ language: Language) throws -> ComparisonReport {
    try ComparisonReport(comparison, language: language, header: header)
  }

  /// `indicators.csv` and `basket.csv`, or names that end so, are those tables; others the cities.
  private func rows(_ path: String, _ report: ComparisonReport) -> [UInt8] {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name == "indicators.csv" || name.hasSuffix(".indicators.csv") {
      return report.indicatorCSV(excel: isForExcel)
    }
    if name == "basket.csv" || name.hasSuffix(".basket.csv") {
      return report.basketCSV(excel: isForExcel)
    }
    return report.cityCSV(excel: isForExcel)
  }

  private func bytes(_ format: OutputFormat, _ report: ComparisonReport) -> [UInt8] {
    switch format {
    case .html: report.page()
    case .json: report.json()
    case .geojson: report.geoJSON()
    case .csv: report.cityCSV(excel: isForExcel)
    case .md: Array(report.markdown().utf8)
    default: Array(report.table().utf8)
    }
  }
}
