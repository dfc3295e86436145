// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials

/// The scenarios that come with Tidebore, in `scenarios/` beside `networks/`.
struct ShippedScenarios {
  let session: Session

  /// Copies the scenario files of a network into its copy, their bases pointing there.
  ///
  /// - Throws: `FileFailure`.
  func copy(for network: String, to target: String) throws {
    let files = FileManager.default
    guard let folder = ShippedNetworks(session: session).find(network) else { return }
    let scenarios = "\(folder)/../../scenarios"
    for name in ((try? files.contentsOfDirectory(atPath: scenarios)) ?? []).sorted() {
      guard let data = files.contents(atPath: "\(scenarios)/\(name)/scenario.yaml"),
        let text = String(validating: data, as: UTF8.self)
      else { continue }
      let base = "base: ../../networks/\(network)"
      guard text.contains(base) || text.contains("base: ../") else { continue }
      let copied = "\(target)/scenarios/\(name)"
      do {
        try files.createDirectory(atPath: copied, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure.unreadable(
          session.text("cli.cannot_copy", scenarios, copied, "\(error)"))
      }
      try session.write(
        Array(text.replacing(base, with: "base: ../..").utf8), to: "\(copied)/scenario.yaml")
    }
  }
}
