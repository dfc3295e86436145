// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  static let legEntries: [Entry] = []
}
