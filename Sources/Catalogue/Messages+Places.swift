// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Places by their names.
  static let placeListEntries = [
    Entry(
      "help.places", "Find the ids of places by any part of their names, Chinese or English.",
      "按中文或英文名称的任意部分查找地点编号。"),
    Entry(
      "help.places.examples",
      """
      Examples:
        tidebore places networks/hangzhou madrid
            every place with "madrid" in its id or a name, those called just so first
        tidebore places networks/hangzhou 萧山 --format csv
        tidebore places networks/rhine
            all places
      """,
      """
      示例：
        tidebore places networks/hangzhou madrid
            编号或名称含 madrid 的所有地点，完全相同者在前
        tidebore places networks/hangzhou 萧山 --format csv
        tidebore places networks/rhine
            全部地点
      """),
    Entry("help.places.words", "Parts of a name or id; all must occur.", "名称或编号的组成部分，须全部出现。"),
    Entry(
      "cli.columns_left_out",
      "too narrow here for: {0}; a wider terminal, --format json or -o show them",
      "窗口太窄，未显示：{0}；可加宽窗口，或用 --format json、-o 输出"),
    Entry("places.none", "no place is called {0}", "没有名称含“{0}”的地点"),
    Entry("places.name_zh", "Chinese", "中文名"),
    Entry("places.name_en", "English", "英文名"),
    Entry("places.kind", "kind", "类别"),
    Entry("places.lat", "latitude", "纬度"),
    Entry("places.lon", "longitude", "经度"),
  ]
}
