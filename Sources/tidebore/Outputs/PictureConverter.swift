// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting

/// The program that turns SVG into PNG.
enum PictureConverter {
  /// The first `rsvg-convert` on the search path.
  static func find(_ session: Session) -> String? {
    (session.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").lazy
      .map { "\($0)/rsvg-convert" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Writes a picture that is complete or absent.
  ///
  /// - Throws: `FileFailure`; `CommandFailure.failed` where the program is missing or fails.
  static func write(svg: [UInt8], to path: String, _ session: Session) throws {
    guard let program = find(session) else {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }
    let drawing = AtomicFile.temporaryPath(beside: path + ".svg")
    let picture = AtomicFile.temporaryPath(beside: path)
    UnfinishedFiles.expect(path + ".svg")
    UnfinishedFiles.expect(path)
    defer { AtomicFile.remove(drawing) }
    try AtomicFile.write(svg, to: drawing)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--format=png", "--output=\(picture)", drawing]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      AtomicFile.remove(picture)
      throw CommandFailure.failed(
        session.text("cli.converter_failed", String(process.terminationStatus)))
    }
    try AtomicFile.sync(picture)
    try AtomicFile.publish(picture, as: path)
  }
}
