// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that can be wrong with a scenario file: the stable codes of its diagnostics.
///
/// The catalogue has a sentence under each raw value and a way out under raw value + `.hint`.
enum ScenarioFault: String, Sendable, CaseIterable {
  // The file.
  case fileUnreadable = "scenario.unreadable"
  case fileTooLarge = "scenario.too_large"
  case notUTF8 = "scenario.not_utf8"
  case syntax = "scenario.syntax"
  case anchor = "scenario.anchor"
  case key = "scenario.key"
  case keyTwice = "scenario.key_twice"
  case tooDeep = "scenario.too_deep"
  // Its head.
  case schema = "scenario.schema"
  case badName = "scenario.bad_name"
  case baseMissing = "scenario.base_missing"
  case baseCircle = "scenario.base_circle"
  // Fields.
  case fieldMissing = "scenario.field_missing"
  case fieldUnknown = "scenario.field_unknown"
  case wrongShape = "scenario.wrong_shape"
  case wrongValue = "scenario.wrong_value"
  case oneOf = "scenario.one_of"
  case kindUnknown = "scenario.kind_unknown"
  case tableUnknown = "scenario.table_unknown"
  case columnUnknown = "scenario.column_unknown"
  // What a change finds.
  case matchesNothing = "scenario.matches_nothing"
  case changesNothing = "scenario.changes_nothing"
  case idTaken = "scenario.id_taken"
  case noTimes = "scenario.no_times"
  case localTimes = "scenario.local_times"
  case noDepartures = "scenario.no_departures"
  case doesNotRun = "scenario.does_not_run"
  case leavesAlready = "scenario.leaves_already"
  case closedAlready = "scenario.closed_already"
  case windowOutside = "scenario.window_outside"
  case noWindow = "scenario.no_window"
  case frequency = "scenario.frequency"
}
