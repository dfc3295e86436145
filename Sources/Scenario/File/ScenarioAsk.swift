// SPDX-License-Identifier: GPL-3.0-or-later

/// How a scenario is asked unless the command line says otherwise; texts as on the command line.
public struct ScenarioAsk: Sendable, Hashable {
  public static let fields = [
    "origin", "circle", "targets", "class", "mass", "teu", "export_mode", "objective", "horizon",
    "week",
  ]
  private var texts: [String: String]

  init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// The text of a field of `fields`, nil where the file does not give it.
  public subscript(field: String) -> String? { texts[field] }
}
