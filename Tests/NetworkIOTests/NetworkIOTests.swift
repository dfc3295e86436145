// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Testing

/// The repository's folder, from this file's own path.
let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// Faults as the command line prints them, for messages of tests.
func listing(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map {
    "\($0.file):\($0.line):\($0.column): \($0.code): \($0.message(in: .en)) [\($0.hint(in: .en) ?? "")]"
  }.joined(separator: "\n")
}

@Suite struct `The teaching network` {
  @Test func `is read without an error or a warning`() throws {
    let (errors, warnings) = NetworkReader.validate(directory: repository + "/networks/teaching")
    #expect(errors.isEmpty && warnings.isEmpty, "\(listing(errors + warnings))")
    let network = try NetworkReader.read(directory: repository + "/networks/teaching").network
    #expect(network.places.count == 10)
    #expect(network.header.homeCity == "HZ")
  }
}
