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
    let file = try OutputFile(path)
    let picture = try run(program, on: svg, session)
    try file.write(picture)
    try file.finish()
  }

  /// Drawing in, picture out, both by pipes: with this process gone the program reads its end or
  /// writes to nobody, and ends.
  private static func run(
    _ program: String, on svg: [UInt8], _ session: Session
  ) throws -> [UInt8] {
    let process = Process()
    let (drawing, picture) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--format=png"]
    process.standardInput = drawing
    process.standardOutput = picture
    do {
      try process.run()
    } catch {
      throw CommandFailure.failed(session.text("cli.converter_failed", "\(error)"))
    }
    // It reads all of the drawing before it writes.
    let isTaken: Void? = try? drawing.fileHandleForWriting.write(contentsOf: Data(svg))
    try? drawing.fileHandleForWriting.close()
    let bytes = try? picture.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0, isTaken != nil,
      let bytes, !bytes.isEmpty
    else {
      throw CommandFailure.failed(
        session.text("cli.converter_failed", String(process.terminationStatus)))
    }
    return [UInt8](bytes)
  }
}
