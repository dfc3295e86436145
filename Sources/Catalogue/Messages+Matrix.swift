// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  static let matrixEntries: [Entry] = [
    Entry(
      "help.matrix", "Earliest deliveries from many places to many, as a long or a binary table.",
      "多点到多点的最早送达，输出长表或二进制表。"),
    Entry(
      "help.matrix.examples",
      """
      Examples:
        tidebore matrix networks/hangzhou --origins HZ-XS,HZ-BJ --destinations kind:airport \\
          --depart 2026-03-02T09:00:00+08:00
        tidebore matrix networks/hangzhou --origins all --destinations all \\
          --depart 2026-03-02T09:00:00+08:00 -o all.tbm
        tidebore matrix networks/hangzhou --origins HZ-XS --destinations set:strict --week 2026-W10 -o week.csv
      """,
      """
      示例：
        tidebore matrix networks/hangzhou --origins HZ-XS,HZ-BJ --destinations kind:airport \\
          --depart 2026-03-02T09:00:00+08:00
        tidebore matrix networks/hangzhou --origins all --destinations all \\
          --depart 2026-03-02T09:00:00+08:00 -o all.tbm
        tidebore matrix networks/hangzhou --origins HZ-XS --destinations set:strict --week 2026-W10 -o week.csv
      """),
    Entry(
      "help.matrix.origins",
      "Places to start from: ids separated by commas, kind:KIND, set:SET of targets, or all.",
      "起点：用逗号分隔的编号、kind:类型、set:目标集 或 all。"),
    Entry(
      "help.matrix.destinations", "Places to reach, likewise.", "终点，写法相同。"),
    Entry(
      "help.matrix.week",
      "In place of --depart: the 168 hourly ready times of an ISO week, or 'reference' for the network's own.",
      "代替 --depart：某 ISO 周的 168 个整点备妥时刻；reference 为网络的基准周。"),
    Entry(
      "help.matrix.with_cost", "Add money and CO2e of each pair's itinerary; takes longer.",
      "另列每对的费用与碳排放；耗时较长。"),
    Entry(
      "help.matrix.output",
      "Write to a file, .csv or .tbm (binary, see docs/decisions/0008-matrix.md); repeatable. Without it CSV on the output.",
      "写入文件：.csv 或 .tbm（二进制，见 docs/decisions/0008-matrix.md）；可重复。缺省为标准输出的 CSV。"),
    Entry(
      "usage.matrix_when", "give --depart 2026-03-02T09:00:00+08:00 or --week 2026-W10",
      "请给出 --depart 2026-03-02T09:00:00+08:00 或 --week 2026-W10"),
    Entry(
      "usage.matrix_when_twice", "--depart and --week exclude each other; give one of them",
      "--depart 与 --week 只能给出一个"),
  ]
}
