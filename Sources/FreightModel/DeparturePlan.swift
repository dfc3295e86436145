// SPDX-License-Identifier: GPL-3.0-or-later
package import Quantities

/// A departure from the first stop: its moment, and the local date and second of the day as published.
package typealias PlannedDeparture = (first: Instant, date: CivilDate, secondOfDay: Int)

/// A departure of every week, or of every `periodWeeks`-th week.
package struct WeeklySlot: Hashable, Sendable {
  package var day: Weekday
  /// Local seconds; 86 400 and more fall on the next day.
  package var secondOfDay: Int
  package var periodWeeks: Int
  package var phaseWeek: Int

  /// Whether the slot runs in the week of this date.
  func runs(inWeekOf date: CivilDate) -> Bool {
    guard periodWeeks > 1 else { return true }
    let period = Int64(periodWeeks)
    return floorModulo(date.weekNumber, period) == floorModulo(Int64(phaseWeek), period)
  }
}

/// All departures of a service in a window, in order of time.
///
/// Published rows stand as they are; a frequency takes the first slots of the service's slot rule,
/// so that the departures of *n* a week are among those of *n* + 1. A frequency of 0 runs nothing.
///
/// - Parameters:
///   - service: The service; its status is not looked at.
///   - rules: The network's slot rules.
///   - exceptions: Dated exceptions of this service alone. On a cancelled date only what is added
///     runs; what is added runs outside the service's validity too.
///   - frequency: Departures a week in place of the service's own, exact over its period
///     (`WeeklyFrequency`). Published weekly days are then
///     the first slots, and days not yet served follow at the first published time.
///   - zoneOfFirstStop: Zone in which dates and times of the rows are read.
///   - from: First moment of the window.
///   - to: End of the window, itself not in it.
/// - Returns: Departures sorted by moment, then by their published date and time.
/// - Complexity: O(days × slots).
package func departures(
  of service: Service, rules: [SlotRule], exceptions: [ServiceException],
  override frequency: Double?, zoneOfFirstStop: TimeZoneRules, from: Instant, to: Instant
) -> [PlannedDeparture] {
  guard from < to, (frequency ?? service.frequencyPerWeek) != 0 else { return [] }
  let slots = weeklySlots(of: service, rules: rules, override: frequency)
  let cancelled = Set(exceptions.filter { $0.action == .cancel }.map(\.date))
  var planned: [PlannedDeparture] = []

  func plan(_ date: CivilDate, _ secondOfDay: Int) {
    let first = zoneOfFirstStop.instant(date: date, secondOfDay: secondOfDay)
    guard first >= from, first < to else { return }
    planned.append((first, date, secondOfDay))
  }
  func planUnlessExcluded(_ date: CivilDate, _ secondOfDay: Int) {
    if let validFrom = service.validFrom, date < validFrom { return }
    if let validTo = service.validTo, date > validTo { return }
    guard !cancelled.contains(date) else { return }
    plan(date, secondOfDay)
  }

  // A day more on each side covers every offset, and slots that run past midnight.
  let firstDay = from.seconds / secondsPerDay - 3
  let lastDay = to.seconds / secondsPerDay + 3
  if !slots.isEmpty {
    for day in firstDay...lastDay {
      let date = CivilDate(dayNumber: day)
      for slot in slots where slot.day == date.weekday && slot.runs(inWeekOf: date) {
        let past = slot.secondOfDay / 86_400
        planUnlessExcluded(date + Int64(past), slot.secondOfDay - past * 86_400)
      }
    }
  }
  for row in service.departures {
    if case .date(let date) = row.days { planUnlessExcluded(date, row.secondOfDay) }
  }
  for exception in exceptions {
    if case .add(let secondOfDay) = exception.action { plan(exception.date, secondOfDay) }
  }
  planned.sort { ($0.first, $0.date, $0.secondOfDay) < ($1.first, $1.date, $1.secondOfDay) }
  // Rows that name one minute twice are one departure.
  return planned.indices.filter {
    $0 == 0 || planned[$0].first != planned[$0 - 1].first
  }.map { planned[$0] }
}

/// The weekly slots of a service: published rows, then the slots its frequency takes.
package func weeklySlots(
  of service: Service, rules: [SlotRule], override: Double?
) -> [WeeklySlot] {
  let published = publishedSlots(of: service)
  let rule = service.slotRule.map { rules[$0] }
  if let override {
    let order = rule.map(\.dayOrder) ?? Weekday.allCases
    let candidates =
      published.isEmpty
      ? { (k: Int) in rule.map { slot(k, of: $0, turnedBy: service.slotPhase) } }
      : { (k: Int) in Optional(fillIn(k, published: published, dayOrder: order)) }
    return take(override, phaseWeek: service.phaseWeek, from: candidates)
  }
  guard let frequency = service.frequencyPerWeek, let rule else { return published }
  return published
    + take(frequency, phaseWeek: service.phaseWeek, besides: published) {
      slot($0, of: rule, turnedBy: service.slotPhase)
    }
}

private func publishedSlots(of service: Service) -> [WeeklySlot] {
  var slots: [WeeklySlot] = []
  for row in service.departures {
    guard case .weekly(let days, let period, let phase) = row.days else { continue }
    for day in days.sorted() {
      slots.append(
        WeeklySlot(
          day: day, secondOfDay: row.secondOfDay, periodWeeks: max(1, period), phaseWeek: phase))
    }
  }
  return slots
}

/// Slot *k* of a rule whose day order is turned by some days.
private func slot(_ k: Int, of rule: SlotRule, turnedBy phase: Int) -> WeeklySlot {
  let round = k / 7
  let second =
    rule.timeOrder[round % rule.timeOrder.count] + 1_800 * (round / rule.timeOrder.count)
  return WeeklySlot(
    day: turned(rule.dayOrder[k % 7], by: phase), secondOfDay: second, periodWeeks: 1,
    phaseWeek: 0)
}

/// Slot *k* of a published week that is to run more often: its own days, then those still free,
/// then whole weeks half an hour later each.
private func fillIn(_ k: Int, published: [WeeklySlot], dayOrder: [Weekday]) -> WeeklySlot {
  let order = { (day: Weekday) in dayOrder.firstIndex(of: day) ?? 7 }
  var slots = published.map {
    WeeklySlot(day: $0.day, secondOfDay: $0.secondOfDay, periodWeeks: 1, phaseWeek: 0)
  }
  slots = slots.enumerated().sorted {
    (order($0.element.day), $0.offset) < (order($1.element.day), $1.offset)
  }.map(\.element)
  let served = Set(slots.map(\.day))
  let time = published[0].secondOfDay
  slots += dayOrder.filter { !served.contains($0) }.map {
    WeeklySlot(day: $0, secondOfDay: time, periodWeeks: 1, phaseWeek: 0)
  }
  guard k >= slots.count else { return slots[k] }
  let extra = k - slots.count
  return WeeklySlot(
    day: dayOrder[extra % 7], secondOfDay: time + 1_800 * (extra / 7 + 1), periodWeeks: 1,
    phaseWeek: 0)
}

/// The first ⌊f⌋ slots every week, and the next one in the weeks that the rest of *f* has.
///
/// What leaves every week with one of `others` is passed over, and so is a slot that leaves with an
/// earlier one.
private func take(
  _ perWeek: Double, phaseWeek: Int, besides others: [WeeklySlot] = [],
  from slot: (Int) -> WeeklySlot?
) -> [WeeklySlot] {
  // What cannot be run exactly is refused where it is read.
  guard
    let frequency = WeeklyFrequency(perWeek: perWeek)
      ?? WeeklyFrequency(perWeek: WeeklyFrequency.nearest(to: perWeek).below)
  else { return [] }
  var taken = Set(others.filter { $0.periodWeeks == 1 }.map(\.moment))
  var slots: [WeeklySlot] = []
  var k = 0
  while slots.count < frequency.whole + (frequency.extraWeeks > 0 ? 1 : 0), let next = slot(k) {
    k += 1
    if taken.insert(next.moment).inserted { slots.append(next) }
  }
  guard frequency.extraWeeks > 0, slots.count > frequency.whole, let last = slots.popLast() else {
    return slots
  }
  return slots
    + frequency.weeksOfExtra.map { week in
      var extra = last
      extra.periodWeeks = frequency.periodWeeks
      extra.phaseWeek = (phaseWeek % frequency.periodWeeks + week) % frequency.periodWeeks
      return extra
    }
}

extension WeeklySlot {
  /// Seconds since Monday midnight, past midnight of Sunday from the front again.
  fileprivate var moment: Int { ((day.rawValue - 1) * 86_400 + secondOfDay) % 604_800 }
}

private func turned(_ day: Weekday, by days: Int) -> Weekday {
  Weekday.allCases[Int(floorModulo(Int64(day.rawValue - 1 + days), 7))]
}

private func floorModulo(_ value: Int64, _ modulus: Int64) -> Int64 {
  let remainder = value % modulus
  return remainder < 0 ? remainder + modulus : remainder
}
