// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FoundationEssentials
import FreightModel
import JSONText
import Studies

/// A request in place of a study's options, and the request that they make.
struct RequestOptions: ParsableArguments {
  @Option(name: .long, help: help("request", "FILE.json|-"))
  var request: String?

  @Flag(name: .customLong("print-request"), help: help("print_request"))
  var printRequest = false

  /// The request of the options, or of the file in their place, each path in its one spelling.
  ///
  /// - Parameters:
  ///   - options: What the command line gives.
  ///   - inputs: Takes what is wrong with the command line.
  /// - Returns: What is asked.
  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  func take<Request: StudyRequest>(
    _ options: Request, _ inputs: inout CommandInputs
  ) throws -> Request {
    let folder = inputs.session.workingDirectory
    guard let request else { return options.canonical(in: folder) }
    for option in options.givenOptions { inputs.add("usage.not_with", option, "--request") }
    return try Request(json: try bytes(of: request, inputs.session), file: request)
      .canonical(in: folder)
  }

  private func bytes(of path: String, _ session: Session) throws -> [UInt8] {
    if path == "-" { return [UInt8](session.input()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.unreadable(session.text("usage.request_file", path))
    }
    return [UInt8](data)
  }

  /// Writes the request where it is asked for.
  ///
  /// - Returns: Whether that is all that the run does.
  func prints(_ request: some StudyRequest, _ inputs: CommandInputs) throws -> Bool {
    guard printRequest else { return false }
    try inputs.check()
    try inputs.session.output.write(request.json.text(.pretty) + "\n")
    return true
  }
}
