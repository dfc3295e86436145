// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Quantities

extension RouterChange {
  /// The change in a sentence of both languages, with all its fields; moments are in UTC.
  public var words: String {
    switch self {
    case .cancel(let service, let window): Self.text("made.cancel", service, Self.words(window))
    case .retime(let service, let seconds, let window):
      Self.text(
        seconds < 0 ? "made.earlier" : "made.later", service,
        plainNumber(Double(abs(seconds)) / 3_600), Self.words(window))
    case .add(let service, let departures):
      Self.text("made.add", service, departures.map(Self.moment).joined(separator: ", "))
    case .closePlace(let id, let window), .closeLink(let id, let window),
      .closePassage(let id, let window):
      Self.text("made.close", id, Self.words(window))
    case .grantRight(let holder, let from, let to): Self.text("made.grant", holder, from, to)
    case .withdrawRight(let holder, let from, let to): Self.text("made.withdraw", holder, from, to)
    }
  }

  private static func words(_ window: Range<Instant>?) -> String {
    guard let window else { return text("window.always") }
    return text("window.span", moment(window.lowerBound), moment(window.upperBound))
  }

  private static func moment(_ instant: Instant) -> String {
    let day = CivilDate(
      dayNumber: (instant.seconds - (instant.seconds % 86_400 + 86_400) % 86_400) / 86_400)
    let minutes = Int(instant.seconds - day.dayNumber * 86_400) / 60
    let (year, month, date) = day.yearMonthDay
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(date)) \(two(minutes / 60)):\(two(minutes % 60)) UTC"
  }

  private static func text(_ key: String, _ arguments: String...) -> String {
    Messages.name(
      en: Messages.text(key, arguments, in: .en), zh: Messages.text(key, arguments, in: .zh))
  }
}
