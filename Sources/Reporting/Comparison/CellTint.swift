// SPDX-License-Identifier: GPL-3.0-or-later

/// Cells of one colour.
struct CellTint {
  var name: String
  var colour: String
  var cells: [Int]
}

extension MapDrawing {
  func add(
    _ tints: [CellTint], degrees: Double, _ clip: RingClip, to svg: inout SVGText
  ) {
    let outline = CellOutline(columns: Int((360 / degrees).rounded()))
    svg.begin("g", ["clip-path": "url(#\(prefix)-land)", "class": "cells"])
    for tint in tints where !tint.cells.isEmpty {
      let data = path(of: outline.polygons(of: tint.cells), degrees: degrees, clip)
      svg.element(
        "path",
        [
          "d": data, "fill": tint.colour, "fill-rule": "evenodd", "stroke": tint.colour,
          "stroke-width": "3", "class": tint.name,
        ])
    }
    svg.end()
  }
}
