// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Quantities

extension CoverageReport {
  /// One page that needs nothing else: maps, tables, itineraries, both languages.
  ///
  /// It asks no server for anything: a policy in its head allows its own script and style by their
  /// hashes and forbids all else. Names stand in it as data and are shown as text.
  public func html() -> [UInt8] {
    let parts: [String: [UInt8]] = [
      "lang": Array((language == .zh ? "zh-CN" : "en").utf8),
      "title": escaped(title), "finding": escaped(finding),
      "statistic": escaped(word("report.and", cargo, statistic)),
      "clock": escaped(clockSentence), "ideal": escaped(idealChain),
      "noscript": escaped(word("page.noscript")),
      "generator": escaped("Tidebore \(header.toolVersion)"),
      "style": PageParts.css, "style-hash": Self.policyHash(PageParts.css),
      "script": PageParts.js, "script-hash": Self.policyHash(PageParts.js),
      "data": PageData(self).json, "maps": maps(),
    ]
    return Self.fill(PageParts.html, parts)
  }

  private func escaped(_ text: String) -> [UInt8] { Array(SVGText.escaped(text).utf8) }

  /// The main map first.
  private func maps() -> [UInt8] {
    ([mainView] + views.filter { $0 != mainView }).flatMap { view -> [UInt8] in
      let open = "<div class=\"map\" id=\"map-\(view.rawValue)\" data-view=\"\(view.rawValue)\">"
      return Array(open.utf8) + map(view) + Array("</div>\n".utf8)
    }
  }

  /// A map with the names of both languages; the page shows those of its own.
  private func map(_ view: MapView) -> [UInt8] {
    let drawing = PageData.drawing(self, view)
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox":
          "0 0 \(SVGText.number(drawing.frame.width)) \(SVGText.number(drawing.frame.height))",
      ])
    svg.append(drawing.background())
    svg.append(drawing.marks())
    for language in Language.allCases {
      svg.append(PageData.drawing(speaking(language), view).labels())
    }
    svg.end()
    return Array(svg.text.utf8)
  }

  /// A source of a content security policy: `sha256-` and the digest in base 64.
  static func policyHash(_ bytes: [UInt8]) -> [UInt8] {
    Array("sha256-".utf8) + base64(SHA256.digest(of: bytes))
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }

  /// Replaces each `{{name}}`; what is put in is not searched again.
  static func fill(_ template: [UInt8], _ parts: [String: [UInt8]]) -> [UInt8] {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var out: [UInt8] = []
    var position = 0
    while position < template.count {
      if template[position] == open, position + 1 < template.count,
        template[position + 1] == open,
        let end = template[position...].firstIndex(of: close),
        let part = parts[String(decoding: template[(position + 2)..<end], as: UTF8.self)]
      {
        out += part
        position = end + 2
      } else {
        out.append(template[position])
        position += 1
      }
    }
    return out
  }
}
