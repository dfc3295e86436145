// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import GeoPackageExport
import Reporting

/// A circle in every form that is asked for.
struct CircleOutputs {
  let result: CoverageResult
  let network: Network
  /// Those of `--points`, in the order of its rows.
  var points: [DeliveryPoint] = []
  let header: RunHeader
  var baseline: CircleBaseline?
  let isForExcel: Bool
  let session: Session

  /// Writes the files, then the standard output.
  func write(_ plan: OutputPlan) throws {
    try FileSet.together {
      for file in plan.files {
        let report = try report(session.fileLanguage)
        switch file.format {
        case _ where file.isForPoints:
          try session.write(pointRows(file.format, report), to: file.path)
        case .png:
          try PictureConverter.write(
            svg: report.svg(view: view(of: file, report)), to: file.path, session)
        case .svg: try session.write(report.svg(view: view(of: file, report)), to: file.path)
        case .gpkg: try GeoPackageExport.write(report, to: file.path)
        default: try session.write(bytes(file.format, report), to: file.path)
        }
      }
    }
    if let format = plan.standardOutput {
      let language = format == .table ? session.language : session.fileLanguage
      try session.output.write(bytes(format, try report(language)))
    }
  }

  private func report(_ language: Language) throws -> CoverageReport {
    var report = try CoverageReport(
      result: result, network: network, language: language, header: header)
    report.baseline = baseline
    return report
  }

  /// The map that a picture's name asks for.
  ///
  /// `.origin.svg` shows the surroundings of the origin, `.network.svg` and `.world.svg` those;
  /// likewise PNG.
  private func view(of file: OutputPlan.File, _ report: CoverageReport) -> MapView {
    let stem = file.path.dropLast(file.format.rawValue.utf8.count + 1)
    // The name of the first releases, when there was one origin.
    if stem.hasSuffix(".delta") { return .origin }
    return MapView.allCases.first { stem.hasSuffix("." + $0.rawValue) } ?? report.mainView
  }

  private func pointRows(_ format: OutputFormat, _ report: CoverageReport) -> [UInt8] {
    guard let report = PointsReport(report, points: points) else { return [] }
    return switch format {
    case .json: report.json()
    case .geojson: report.geoJSON()
    default: report.csv(excel: isForExcel)
    }
  }

  private func bytes(_ format: OutputFormat, _ report: CoverageReport) -> [UInt8] {
    switch format {
    case .html: report.html()
    case .json: report.json()
    case .geojson: report.geoJSON()
    case .csv: report.csv(excel: isForExcel)
    default: Array(report.table().utf8)
    }
  }
}
