// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  static let helpEntries = verbHelpEntries + optionHelpEntries + combinationHelpEntries

  private static let verbHelpEntries = [
    Entry(
      "help.root",
      "Which way should this cargo go, and whom do we reach in 1, 2 and 3 days?",
      "这票货走哪条路？1 天、2 天、3 天能到哪些城市？"),
    Entry(
      "help.root.examples",
      """
      Examples:
        tidebore init my-network --example hangzhou
            a network to start from, in a new folder
        tidebore validate my-network
            everything that is wrong with it, with file, line, column and a way out
        tidebore route my-network --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
            the fastest way of a 30 kg parcel to Madrid, leg by leg
        tidebore explain my-network --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
            what makes it take so long, and what would bring it in
        tidebore coverage my-network --origin HZ-XS -o circle.html -o circle.csv
            the 123 circle: a map and a table of all cities
        tidebore compare my-network my-network/scenarios/suez-open/scenario.yaml \\
          -o suez.html
            what a scenario changes: who gains, who loses, at what cost
        tidebore improve my-network --origin HZ-XS --city G3117735
            the smallest change that brings a city in
        tidebore doctor
            whether this machine has everything that is needed

      Results go to the output or to the files of -o, messages and progress to the error
      output. --lang zh or --lang en chooses the language; the locale chooses it for what the
      terminal shows, never for files. Exit codes: 0 done, 1 run failed, 2 command line wrong,
      3 input invalid, 4 required target missed, 5 interrupted, 6 reading or writing failed.
      """,
      """
      示例：
        tidebore init my-network --example hangzhou
            在新文件夹中得到一个可修改的网络
        tidebore validate my-network
            一次列出全部错误：文件、行、列与改法
        tidebore route my-network --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
            30 公斤包裹到马德里最快的走法，逐段列出
        tidebore explain my-network --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
            时间花在哪里，怎样才能达标
        tidebore coverage my-network --origin HZ-XS -o circle.html -o circle.csv
            “123 快货物流圈”：地图与全部城市的表
        tidebore compare my-network my-network/scenarios/suez-open/scenario.yaml \\
          -o suez.html
            情景改变了什么：谁受益、谁受损、代价如何
        tidebore improve my-network --origin HZ-XS --city G3117735
            使城市达标的最小变更
        tidebore doctor
            检查本机是否具备所需的一切

      结果写到标准输出或 -o 指定的文件，消息与进度写到标准错误。--lang zh 或 --lang en 选择语言；
      区域设置只影响终端显示，不影响文件。退出码：0 完成，1 运行失败，2 命令行有误，
      3 输入无效，4 未达到要求，5 被中断，6 读写失败。
      """),
    Entry("help.init", "Write a network to start from.", "写出一个可供修改的网络。"),
    Entry(
      "help.init.examples",
      "Example:\n  tidebore init my-network --example hangzhou",
      "示例：\n  tidebore init my-network --example hangzhou"),
    Entry("help.init.folder", "The new folder.", "新文件夹。"),
    Entry(
      "help.init.example", "A network that comes with Tidebore: hangzhou or teaching.",
      "随 Tidebore 提供的网络：hangzhou 或 teaching。"),
    Entry("help.init.from", "Another network to copy.", "要复制的其他网络。"),
    Entry(
      "help.validate", "Name everything that is wrong with a network, at once.",
      "一次列出网络中的全部错误。"),
    Entry(
      "help.validate.examples",
      """
      Examples:
        tidebore validate networks/hangzhou
        tidebore validate networks/hangzhou --format json

      Ends with 3 when there are errors; warnings do not change the exit code.
      """,
      """
      示例：
        tidebore validate networks/hangzhou
        tidebore validate networks/hangzhou --format json

      有错误时退出码为 3；警告不影响退出码。
      """),
    Entry("help.doctor", "Say whether this machine has what is needed.", "检查本机是否具备所需的一切。"),
    Entry(
      "help.doctor.examples",
      "Examples:\n  tidebore doctor\n  tidebore doctor networks/hangzhou",
      "示例：\n  tidebore doctor\n  tidebore doctor networks/hangzhou"),
    Entry("help.doctor.network", "A network that must be readable.", "需要能读取的网络。"),
    Entry(
      "help.route", "The best way from door to door, or all alternatives, leg by leg.",
      "门到门的最佳走法或全部备选方案，逐段列出。"),
    Entry(
      "help.route.examples",
      """
      Examples:
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
        tidebore route networks/hangzhou --from HZ-XS --to G2911298 --class fcl --teu 2 \\
          --depart 2026-03-02T09:00:00+08:00 --without suez -o route.geojson
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00 --criteria time,cost,co2e --max-cost 900
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --arrive-by 2026-03-06T18:00:00+01:00
        tidebore route networks/hangzhou --from R-YIW --to DEWVN --class fcl \\
          --combination 'rail>sea+' --depart 2026-03-02T09:00:00+08:00
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00 --change 'cancel AB-HGH-MAD' \\
          --change 'close HGH 2026-03-03T00:00:00+08:00/36h'
      """,
      """
      示例：
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00
        tidebore route networks/hangzhou --from HZ-XS --to G2911298 --class fcl --teu 2 \\
          --depart 2026-03-02T09:00:00+08:00 --without suez -o route.geojson
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00 --criteria time,cost,co2e --max-cost 900
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --arrive-by 2026-03-06T18:00:00+01:00
        tidebore route networks/hangzhou --from R-YIW --to DEWVN --class fcl \\
          --combination 'rail>sea+' --depart 2026-03-02T09:00:00+08:00
        tidebore route networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00 --change 'cancel AB-HGH-MAD' \\
          --change 'close HGH 2026-03-03T00:00:00+08:00/36h'
      """),
    Entry(
      "help.explain", "Why it takes so long, what binds, and what would bring it in.",
      "为什么要这么久，卡在哪里，怎样才能达标。"),
    Entry(
      "help.explain.examples",
      """
      Example:
        tidebore explain networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00

      Every "would be" is a search of its own under the change that is printed with it.
      """,
      """
      示例：
        tidebore explain networks/hangzhou --from HZ-XS --to G3117735 \\
          --depart 2026-03-02T09:00:00+08:00

      每个“将会是”都是在所列变化下重新搜索的结果。
      """),
    Entry(
      "help.coverage", "The circle: whom we reach in how many days, over a week of departures.",
      "物流圈：一周之内各时刻出发，几天能到哪些城市。"),
    Entry(
      "help.coverage.examples",
      """
      Examples:
        tidebore coverage networks/hangzhou --origin HZ-XS
        tidebore coverage networks/hangzhou --origin HZ-XS --targets broad \\
          -o circle.html -o circle.png -o circle.geojson -o circle.gpkg -o circle.csv
        tidebore coverage networks/hangzhou --origin HZ-XS --require 'tier3>=0.8'
        tidebore coverage networks/hangzhou --origin HZ-XS --points shops.csv \\
          -o shops.points.csv
        tidebore coverage networks/hangzhou --origin HZ-XS --samples 26 --queues \\
          --demand-factor 2
      """,
      """
      示例：
        tidebore coverage networks/hangzhou --origin HZ-XS
        tidebore coverage networks/hangzhou --origin HZ-XS --targets broad \\
          -o circle.html -o circle.png -o circle.geojson -o circle.gpkg -o circle.csv
        tidebore coverage networks/hangzhou --origin HZ-XS --require 'tier3>=0.8'
        tidebore coverage networks/hangzhou --origin HZ-XS --points shops.csv \\
          -o shops.points.csv
        tidebore coverage networks/hangzhou --origin HZ-XS --samples 26 --queues \\
          --demand-factor 2
      """),
  ]

  private static let optionHelpEntries = [
    Entry("help.network", "A folder with a datapackage.json.", "含有 datapackage.json 的文件夹。"),
    Entry("help.quiet", "No progress and no notices.", "不显示进度与提示。"),
    Entry("help.lang", "Language: zh or en.", "语言：zh 或 en。"),
    Entry(
      "help.threads", "Threads that compute (default 2); no result depends on it.",
      "计算线程数（默认 2）；结果与此无关。"),
    Entry("help.class", "Cargo class.", "货类。"),
    Entry(
      "help.mass", "Gross mass (default: parcel 30kg, air 300kg, lcl 1t).",
      "毛重（默认：parcel 30kg、air 300kg、lcl 1t）。"),
    Entry("help.volume", "Volume, where it weighs more than the mass.", "体积，用于体积重。"),
    Entry("help.teu", "Size of an fcl consignment (default 1).", "整箱货的标准箱数（默认 1）。"),
    Entry(
      "help.export_mode", "Customs procedure (default: parcel 9610, others 0110).",
      "监管方式（默认：parcel 9610，其余 0110）。"),
    Entry(
      "help.without", "Do without a mode, place, service or passage (repeatable).",
      "不使用某种运输方式、地点、班线或通道（可重复）。"),
    Entry(
      "help.change",
      "Search as if a service were cancelled, delayed or added, something closed, or a right granted (repeatable), such as 'cancel AF-HGH-LGG'.",
      "在班线取消、晚点、加班，设施关闭或授予航权的情况下搜索（可重复），例如“cancel AF-HGH-LGG”。"),
    Entry(
      "help.horizon", "How long to wait for delivery (default 21d, fcl 70d).",
      "最长期限（默认 21d，fcl 70d）。"),
    Entry(
      "help.live_only", "Only services confirmed to run.", "只用已确认运行的班线。"),
    Entry(
      "help.format",
      "Form on the standard output: table, json …; a table by itself only on a terminal.",
      "标准输出的格式：table、json 等；只有终端上才自动用表格。"),
    Entry(
      "help.output",
      """
      Write a file, its form by its ending (repeatable); a name that ends with .origin.svg or \
      .origin.png shows the origin's surroundings, .network. and .world. those, one that ends with points.csv, points.json or \
      points.geojson has a row for each point of --points.
      """,
      """
      写出文件，格式由后缀决定（可重复）；名称.origin.svg 或 .origin.png 显示发货地周边，.network. 与 .world. 显示全网与全球，\
      名称以 points.csv、points.json 或 points.geojson 结尾的文件逐行给出 --points 的各点。
      """),
    Entry(
      "help.points",
      """
      Delivery points, a row each: id, latitude, longitude, and if known name, population, crs \
      (wgs84, gcj02, bd09). The answer goes to a file such as -o shops.points.csv.
      """,
      """
      配送点表，每行一点：id、latitude、longitude，可选 name、population、crs（wgs84、gcj02、bd09）。\
      结果写到如 -o shops.points.csv 的文件。
      """),
    Entry("help.from", "Id of the place where the cargo is.", "发货地编号。"),
    Entry("help.to", "Id of the place where it shall go.", "收货地编号。"),
    Entry(
      "help.depart", "When it is ready, with offset: 2026-03-02T09:00:00+08:00.",
      "备妥时间，带时差：2026-03-02T09:00:00+08:00。"),
    Entry(
      "help.explain.depart",
      "When it is ready, with offset; without it the statistic over the week's ready times.",
      "备妥时间，带时差；省略时对一周的备妥时刻取统计值。"),
    Entry(
      "help.excel", "CSV for Excel: byte order mark, no formulas.",
      "供 Excel 使用的 CSV：带 BOM，公式失效。"),
    Entry("help.origin", "Id of the place where the cargo is.", "发货地编号。"),
    Entry("help.circle", "The circle whose tiers are asked for.", "所求的物流圈。"),
    Entry(
      "help.targets", "The set of cities: strict, broad or the network's own.",
      "目标城市集：strict、broad 或网络自有。"),
    Entry("help.statistic", "Percentile over the ready times.", "对备妥时刻取的百分位。"),
    Entry(
      "help.week", "Week of the ready times (default: the network's).", "备妥时刻所在的周（默认用网络的基准周）。"),
    Entry(
      "help.ready", "Ready times of the statistic: hand-over hours (pickup) or all 168.",
      "统计所用的备妥时刻：交货时段（pickup）或全部 168 个（all）。"),
    Entry(
      "help.require",
      "Exit with 4 unless the tier has this share in time: tier3>=0.8 (repeatable).",
      "若该层达标比例不足则以 4 退出：tier3>=0.8（可重复）。"),
  ]

  /// The parser's own words, by what it writes in English.
  static let helpHeadingEntries = [
    Entry("help.heading.OVERVIEW: ", "OVERVIEW: ", "概述："),
    Entry("help.heading.USAGE: ", "USAGE: ", "用法："),
    Entry("help.heading.Usage: ", "Usage: ", "用法："),
    Entry("help.heading.ARGUMENTS:", "ARGUMENTS:", "参数："),
    Entry("help.heading.OPTIONS:", "OPTIONS:", "选项："),
    Entry("help.heading.SUBCOMMANDS:", "SUBCOMMANDS:", "命令："),
    Entry("help.heading.Error: ", "Error: ", "错误："),
    Entry("help.heading.Help:  ", "Help:  ", "帮助："),
    Entry(
      "help.heading.See 'tidebore help <subcommand>' for detailed help.",
      "See 'tidebore help <subcommand>' for detailed help.",
      "单个命令的说明：tidebore help <命令>"),
    Entry("help.heading.Unknown option", "Unknown option", "未知选项"),
    Entry("help.heading.Did you mean", "Did you mean", "是否指"),
    Entry("help.heading.for more information.", "for more information.", "查看说明。"),
    Entry("help.heading.  See '", "  See '", "  请用 '"),
    Entry("help.heading.Show help information.", "Show help information.", "显示帮助。"),
    Entry("help.heading.Show the version.", "Show the version.", "显示版本。"),
    Entry("help.heading.(default: ", "(default: ", "（默认："),
    Entry("help.heading.(values: ", "(values: ", "（可选："),
  ]
}
