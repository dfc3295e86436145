// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of the HTML page; the page carries those whose keys begin with `page.` or `report.`.
extension Messages {
  static let pageEntries: [Entry] = []
}
