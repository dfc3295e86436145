// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Testing

@Suite struct `datapackage.json` {
  @Test(arguments: [
    ("\"format\": 1", "\"format\": 2", "package.format"),
    ("\"reference_week\": \"2026-W10\"", "\"reference_week\": \"2026-W54\"", "package.week"),
    (
      "\"home_time_zone\": \"Asia/Shanghai\"", "\"home_time_zone\": \"CST\"", "package.unknown_zone"
    ),
    ("\"home_city\": \"HZ\"", "\"home_city\": \"HX\"", "package.home_city"),
    ("\"home_city\": \"HZ\"", "\"home_city\": 5", "package.wrong_type"),
    ("\"name\": \"teaching\",", "", "package.field_missing"),
    ("\"path\": \"tier.csv\"", "\"path\": \"../tier.csv\"", "package.path_outside"),
    ("\"path\": \"tier.csv\"", "\"path\": \"/etc/passwd\"", "package.path_outside"),
    ("\"path\": \"tier.csv\"", "\"path\": \"tiers.csv\"", "package.unknown_table"),
    ("\"path\": \"demand.csv\"", "\"path\": \"tier.csv\"", "package.table_twice"),
    ("\"currency\": \"CNY\"", "\"currency\": \"CNY\", \"currency\": \"EUR\"", "json.duplicate_key"),
    ("\"currency\": \"CNY\"", "\"currency\": 'CNY'", "json.unexpected_character"),
  ])
  func `is checked`(old: String, new: String, code: String) throws {
    let trial = try TrialNetwork()
    let line = try trial.edit("datapackage.json", old, new)
    let errors = trial.validate().errors
    let own = errors.filter { $0.code == code }
    #expect(own.count == 1, "\(listing(errors))")
    // What the folder has and the list now lacks is a consequence that is named as well.
    #expect(errors.allSatisfy { $0.code == code || $0.code == "package.not_declared" })
    if code != "package.field_missing" { #expect(own.first?.line == line) }
  }

  @Test func `must list the columns that the file has`() throws {
    let trial = try TrialNetwork()
    let text = try trial.text("tier.csv").replacing("name_zh", with: "note2")
    try trial.write("tier.csv", text.replacing("note2", with: "name_zh"))
    try trial.edit("datapackage.json", "\"name\": \"target_h\"", "\"name\": \"target_hours\"")
    #expect(trial.validate().errors.map(\.code) == ["package.columns"])
  }
}
