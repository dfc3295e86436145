// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import NetworkIO
import Testing

@Suite struct `Files that are no good tables` {
  @Test func `an empty file is named`() throws {
    let trial = try TrialNetwork()
    try trial.write("tier.csv", "")
    #expect(trial.faults() == ["tier.csv:0 file.empty"])
  }

  @Test func `a file with a header and no rows is an empty table`() throws {
    let trial = try TrialNetwork()
    try trial.write("check.csv", try trial.text("check.csv").prefix { !$0.isNewline } + "\n")
    #expect(trial.faults() == [])
  }

  @Test func `GBK from a spreadsheet is recognised where it begins`() throws {
    let trial = try TrialNetwork()
    // 杭州 in GBK.
    let parts = try trial.text("place.csv").components(separatedBy: "杭州,")
    try trial.write("place.csv", Array(parts[0].utf8) + [0xBA, 0xBC, 0xD6, 0xDD, 0x2C])
    #expect(trial.faults() == ["place.csv:2 file.gbk"])
    #expect(trial.validate().errors.first?.column == 13)
  }

  @Test func `UTF-16 is recognised with and without its mark`() throws {
    let wide = try TrialNetwork().text("tier.csv").utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    for bytes in [[0xFF, 0xFE] + wide, wide] {
      let trial = try TrialNetwork()
      try trial.write("tier.csv", bytes)
      #expect(trial.faults().map { $0.split(separator: " ").last } == ["file.utf16"])
    }
  }

  @Test func `binary and damaged files are told apart`() throws {
    let trial = try TrialNetwork()
    try trial.write("tier.csv", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    try trial.write("check.csv", Array("id,kind\na,\u{E9}b".utf8) + [0xFF, 0x20, 0xFF])
    #expect(trial.faults() == ["tier.csv:1 file.binary", "check.csv:2 file.not_utf8"])
  }

  @Test func `a truncated file loses no word on the rows before`() throws {
    let trial = try TrialNetwork()
    let text = try trial.text("link.csv") + "RO-X,road,HZ,NB,190,\"3"
    try trial.write("link.csv", text)
    let line = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    #expect(trial.faults() == ["link.csv:\(line) csv.open_quote"])
  }

  @Test func `what is too large is refused before it is read`() throws {
    let trial = try TrialNetwork()
    let limits = ReadLimits(fileBytes: 1_000, rows: 2, fieldBytes: 60, faults: 5)
    let faults = trial.faults(limits: limits)
    #expect(faults.contains { $0.hasSuffix("file.too_large") })
    #expect(faults.last?.hasSuffix("file.too_many_faults") == true)
    let rows = try TrialNetwork()
    #expect(
      rows.faults(limits: ReadLimits(rows: 9)).contains { $0.hasSuffix("csv.too_many_rows") })
    let fields = try TrialNetwork()
    try fields.edit("tier.csv", "within a day", String(repeating: "x", count: 20_000))
    #expect(fields.faults() == ["tier.csv:2 csv.field_too_long"])
  }

  @Test(arguments: [
    ("within a day", "within \"a\" day", "csv.stray_quote"),
    ("within a day", "\"within\" a day", "csv.stray_quote"),
    ("within a day", "within, a day", "csv.field_count"),
    ("within a day", "within\u{1}a day", "csv.control_character"),
    ("123,1,24", "123,1, 24", "value.blanks"), ("123,1,24", "123,,24", "value.missing"),
    ("123,2,48", "123,1,48", "row.twice"),
  ])
  func `a row out of form is named once`(old: String, new: String, code: String) throws {
    let trial = try TrialNetwork()
    let line = try trial.edit("tier.csv", old, new)
    #expect(trial.faults() == ["tier.csv:\(line) \(code)"])
  }

  @Test func `a carriage return alone ends the table with one fault`() throws {
    let trial = try TrialNetwork()
    try trial.write("tier.csv", try trial.text("tier.csv").replacing("\n", with: "\r"))
    #expect(trial.faults() == ["tier.csv:1 csv.lone_cr"])
  }

  @Test
  func `quoted fields may hold commas, quotes and line breaks, and lines are counted through`()
    throws
  {
    let trial = try TrialNetwork()
    try trial.edit("tier.csv", "within a day", "\"within,\n a \"\"day\"\"\"")
    try trial.edit("tier.csv", "123,3,72", "123,3,x")
    let network = trial.validate()
    #expect(network.errors.map(brief) == ["tier.csv:5 value.not_number"])
    #expect(network.errors.first?.column == 7)
    try trial.edit("tier.csv", "123,3,x", "123,3,72")
    let tiers = try NetworkReader.read(directory: trial.path).network.tiers
    #expect(tiers.first?.nameEN == "within,\n a \"day\"")
  }

  @Test(arguments: [
    ("name_zh", "name_cn", "name_zh"), ("target_h", "target_hours", "target_h"),
    ("target_h", " target_h", "target_h"), ("quality", "Quality", "quality"),
    ("tier,", "teir,", "tier"),
  ])
  func `a misspelt column is reported once, as what it was meant to be`(
    old: String, new: String, meant: String
  ) throws {
    let trial = try TrialNetwork()
    try trial.edit("tier.csv", old, new)
    let errors = trial.validate().errors
    #expect(errors.map(brief) == ["tier.csv:1 column.unknown"], "\(listing(errors))")
    #expect(errors.first?.hintArguments?.first == meant)
  }

  @Test func `a column given twice and one that is missing are named`() throws {
    let trial = try TrialNetwork()
    try trial.edit("tier.csv", "target_h", "circle")
    let errors = trial.validate().errors.filter { $0.code != "package.columns" }
    #expect(
      errors.map(brief) == ["tier.csv:1 column.missing", "tier.csv:1 column.twice"],
      "\(listing(errors))")
  }

  @Test func `files that do not belong, or are missing, are named`() throws {
    let trial = try TrialNetwork()
    try trial.write("places.csv", "id\n")
    try trial.remove("tier.csv")
    let errors = trial.validate().errors
    #expect(errors.map(\.code) == ["package.file_missing", "file.unknown"], "\(listing(errors))")
    #expect(errors.last?.hintArguments?.first == "place.csv")
    try trial.remove("territory.csv")
    #expect(trial.faults().contains("territory.csv:0 file.missing"))
    #expect(!trial.faults().contains { $0.hasSuffix("reference.unknown") })
    #expect(
      NetworkReader.validate(directory: trial.path + "/nowhere").errors.map(\.code)
        == ["folder.missing"])
  }

  @Test func `a link out of the folder is not followed`() throws {
    let trial = try TrialNetwork()
    try trial.remove("tier.csv")
    try FileManager.default.createSymbolicLink(
      atPath: trial.path + "/tier.csv", withDestinationPath: teachingFolder + "/tier.csv")
    #expect(trial.faults() == ["tier.csv:0 file.outside"])
  }
}
