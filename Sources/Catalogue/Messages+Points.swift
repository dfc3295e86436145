// SPDX-License-Identifier: GPL-3.0-or-later

/// Why nothing comes to a delivery point, and what is wrong with the question.
extension Messages {
  static let pointEntries: [Entry] = [
    Entry(
      "point.at_sea", "lies in the water, farther than {0} km from any land",
      "位于水中，距最近陆地超过{0}公里"),
    Entry(
      "point.no_place", "no place of the network lies within {0} km",
      "{0}公里之内没有网络中的地点"),
    Entry(
      "point.nothing_comes",
      "no place within reach in the customs area {0} gets this cargo and sends it on by truck",
      "关境{0}内车程可及的地点都没有收到此类货物并用货车转运"),
    Entry(
      "point.no_road", "no way over land leads here from the places within reach",
      "从车程可及的各地点到此没有陆路"),
    Entry(
      "point.late", "whatever comes, comes after the horizon of {0} days",
      "货物均晚于{0}天的期限才能送达"),
    Entry(
      "usage.points_file",
      "--points: name a file for the rows, such as -o shops.points.csv (or .points.json, .points.geojson)",
      "--points：请给出结果文件，如 -o shops.points.csv（或 .points.json、.points.geojson）"),
    Entry(
      "usage.points_missing",
      "-o: '{0}' is for delivery points; name their table with --points FILE.csv",
      "-o：“{0}”用于配送点；请用 --points FILE.csv 给出配送点表"),
  ]
}
