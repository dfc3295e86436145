// SPDX-License-Identifier: GPL-3.0-or-later

/// Names the rows of a graph's nodes: states that cargo can be in.
public enum Node {}
/// Names the rows of a graph's arcs: moves from one state to another.
public enum Arc {}
/// Names the rows of a graph's windows: intervals in which something is open.
public enum Window {}
/// Names the rows of a graph's schedules: lists of departures.
public enum Schedule {}

/// The numbers that bound time inside a graph, so that no sum of times can overflow.
///
/// Times are `Int32` seconds since the graph's epoch. The largest sum the kernel forms is a time, a
/// lead or a duration, a travel time and a release: `timeLimit + 3 · spanLimit < 2³¹`.
public enum RoutingTime {
  /// Times lie in `-timeLimit...timeLimit`: about 17 years on either side of the epoch.
  public static let timeLimit: Int32 = 1 << 29
  /// Leads, durations, travel times and releases lie in `0...spanLimit`: about 8.5 years.
  public static let spanLimit: Int32 = 1 << 28
  /// Stands in raw results for a node that is not reached; later than every time.
  public static let unreached = Int32.max
  /// Stands for "no start is early enough"; earlier than every time.
  static let never = Int32.min

  /// True for a time that a graph can hold.
  public static func holds(_ time: Int32) -> Bool { (-timeLimit...timeLimit).contains(time) }
}
