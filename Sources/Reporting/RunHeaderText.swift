// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import JSONText

extension RunHeader {
  /// Tool, inputs with their hashes, seed.
  var members: [JSONValue.Member] {
    [
      .init("tool", "tidebore"), .init("tool_version", .string(toolVersion)),
      .init(
        "inputs",
        .array(
          inputs.map {
            .object([.init("path", .string($0.path)), .init("sha256", .string($0.sha256))])
          })), .init("seed", seed.map { .string(String($0)) } ?? .null),
    ]
  }
}

/// The header of a run as members of JSON and as lines of text.
struct RunHeaderText {
  let header: RunHeader
  let network: Network
  let notices: [String]
  let names: Names

  var members: [JSONValue.Member] {
    let title = names.language == .zh ? network.header.titleZH : network.header.titleEN
    return [
      .init(
        "header",
        .object(
          header.members + [
            .init("tzdata_version", .string(header.tzdataVersion)),
            .init("command", .string(header.command)),
            .init("network", .string(network.header.name)),
            .init("network_title", .string(title)),
            .init("network_version", .string(network.header.version)),
            .init("state_date", .string(network.header.stateDate)),
            .init("language", .string(names.language.rawValue)),
            .init("map_notice", .string(names.word("report.sketch"))),
            .init("notices", .array(notices.map(JSONValue.string))),
          ]))
    ]
  }

  /// One line that names tool, network, tzdata and seed.
  var line: String {
    names.word(
      "report.made_by", header.toolVersion, network.header.name, network.header.version,
      header.tzdataVersion, header.seed.map(String.init) ?? "–")
  }
}
