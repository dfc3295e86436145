// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue

/// The catalogue's help sentence in the language of the session.
func helpText(_ key: String) -> String {
  Messages.text("help.\(key)", in: Session.current.language)
}

func help(_ key: String, _ value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: helpText(key)).named(value)
}

extension ArgumentHelp {
  fileprivate func named(_ value: String?) -> ArgumentHelp {
    var copy = self
    copy.valueName = value
    return copy
  }
}
