// SPDX-License-Identifier: GPL-3.0-or-later

/// The verb `fit`: laws for observed times.
extension Messages {
  static let fitEntries = fitCommand + fitFaults + fitReport

  private static let fitCommand: [Entry] = [
    Entry(
      "help.fit",
      "Fit distributions to observed times, compare them, and write the best into a network.",
      "用观测时间拟合分布，比较优劣，并写入网络。"),
    Entry(
      "help.fit.examples",
      """
      Examples:
        tidebore fit dwell.csv
        tidebore fit dwell.csv --column hours --family lognormal -o fit.svg -o fit.json
        tidebore fit dwell.csv --into my-network --row clearance:cn-export
        tidebore fit dwell.csv --into my-network \\
          --row handling:place_kind=airport,inbound=air,outbound=road
      """,
      """
      示例：
        tidebore fit dwell.csv
        tidebore fit dwell.csv --column hours --family lognormal -o fit.svg -o fit.json
        tidebore fit dwell.csv --into my-network --row clearance:cn-export
        tidebore fit dwell.csv --into my-network \\
          --row handling:place_kind=airport,inbound=air,outbound=road
      """),
    Entry(
      "help.fit.file", "A table with a header and a column of hours above zero.",
      "带表头的表，其中一列为大于零的小时数。"),
    Entry(
      "help.fit.column", "The column, where the file has several.", "文件有多列时，指定其中一列。"),
    Entry(
      "help.fit.family",
      "The law to choose, instead of the one with the least BIC; the others are still compared.",
      "指定所选分布，而不取BIC最小者；其余分布仍参与比较。"),
    Entry(
      "help.fit.bootstrap",
      "Samples of each fitted law for p-values and intervals (default 199; 0: none).",
      "每个拟合分布用于p值与区间的自助样本数（默认199；0表示不做）。"),
    Entry("help.fit.seed", "Seed of these samples (default 1).", "自助样本的随机数种子（默认1）。"),
    Entry(
      "help.fit.into", "A network whose --row gets the chosen law.", "将所选分布写入该网络的 --row。"),
    Entry(
      "help.fit.row",
      "TABLE:ID or TABLE:COLUMN=VALUE,… of a row of handling, clearance, clearance.inspection, door, inspection, disruption, background or terminal.",
      "某一行：表:ID 或 表:列=值,…；表可为 handling、clearance、clearance.inspection、door、inspection、disruption、background、terminal。"
    ),
    Entry(
      "usage.fit_folder",
      "--into: '{0}' is a scenario; write into its network's folder",
      "--into：“{0}”是情景；请写入其网络的文件夹"),
    Entry(
      "usage.fit_row",
      "--row: '{0}' is not TABLE:ID or TABLE:COLUMN=VALUE,…; tables: {1}",
      "--row：“{0}”不是 表:ID 或 表:列=值,…；可用的表：{1}"),
    Entry(
      "usage.fit_key", "--row: {0}.csv has no single id; name columns of its key: {1}",
      "--row：{0}.csv 没有单一id；请写出其键的列：{1}"),
    Entry(
      "usage.fit_column", "--row: {0}.csv has no column '{1}'{2}",
      "--row：{0}.csv 没有列“{1}”{2}"),
    Entry(
      "usage.fit_no_row", "--row: no row of {0}.csv is '{1}'{2}",
      "--row：{0}.csv 中没有“{1}”的行{2}"),
    Entry(
      "usage.fit_rows",
      "--row: '{1}' are {2} rows of {0}.csv; name more of its key: {3}",
      "--row：“{1}”在{0}.csv中有{2}行；请补充键的列：{3}"),
    Entry(
      "usage.fit_too_few", "--family: a {0} needs at least {1} observations, the file has {2}",
      "--family：{0} 至少需要{1}个观测值，文件只有{2}个"),
    Entry("cli.fitting", "fitting", "拟合"),
    Entry(
      "fit.written", "{0}: the row of {1} has the {2} law now", "{0}：{1} 的行已写入 {2} 分布"),
    Entry(
      "fit.approximated",
      "The network draws a lognormal law with median, P5 and P95: of the {0} law it keeps the median; P5 is {1} h instead of {2}, P95 {3} h instead of {4}.",
      "网络按中位数、P5与P95取对数正态分布：对 {0} 只保留中位数；P5为{1}小时（应为{2}），P95为{3}小时（应为{4}）。"),
  ]

  private static let fitFaults: [Entry] = [
    Entry(
      "observation.no_header",
      "“{0}” stands where the name of the column belongs",
      "“{0}”处应为列名"),
    Entry(
      "observation.no_header.hint",
      "put a first line with names, such as dwell_h",
      "请在首行写列名，例如 dwell_h"),
    Entry(
      "observation.which_column",
      "the table has {0} columns, and none is chosen",
      "表有{0}列，未指定其中一列"),
    Entry(
      "observation.which_column.hint",
      "say --column {0}; columns: {1}",
      "请写 --column {0}；各列：{1}"),
    Entry(
      "observation.no_column",
      "the table has no column “{0}”",
      "表中没有列“{0}”"),
    Entry(
      "observation.no_column.hint",
      "did you mean “{0}”? Columns: {1}",
      "是否应为“{0}”？各列：{1}"),
    Entry(
      "observation.not_positive",
      "{0} in column {1} is no time above zero",
      "列 {1} 的 {0} 不是大于零的时间"),
    Entry(
      "observation.not_positive.hint",
      "write the shortest time that the clock tells apart, or leave the row out",
      "请写可分辨的最短时间，或删去该行"),
    Entry(
      "observation.too_few",
      "{0} observations are too few: a law needs at least {1}",
      "{0}个观测值太少：至少需要{1}个"),
    Entry(
      "observation.too_few.hint",
      "collect more",
      "请收集更多数据"),
    Entry(
      "observation.all_alike",
      "all {0} observations are {1}: there is nothing to fit",
      "全部{0}个观测值均为{1}，无可拟合"),
    Entry(
      "observation.all_alike.hint",
      "write the time into the network as it is, with no low_h and high_h",
      "请将该时间直接写入网络，不填 low_h 与 high_h"),
  ]

  private static let fitReport: [Entry] = [
    Entry(
      "fit.title",
      "{0}: {1} observations, mean {2} h, median {3} h, P95 {4} h",
      "{0}：{1}个观测值，均值{2}小时，中位数{3}小时，P95 {4}小时"),
    Entry("fit.comparison", "Laws by BIC, the best first", "按BIC排列的分布，最优在前"),
    Entry("fit.law", "law", "分布"),
    Entry("fit.parameters", "parameters", "参数"),
    Entry("fit.median", "median h", "中位数（小时）"),
    Entry(
      "fit.note",
      "* chosen. KS: largest distance of the distribution functions; AD: Anderson–Darling; p: share of samples of the fitted law that lie as far.",
      "* 为所选。KS：分布函数的最大距离；AD：Anderson–Darling；p：拟合分布的自助样本中距离不小于此的比例。"),
    Entry(
      "fit.chosen_best", "Chosen: {0}, {1}: the least BIC.", "选定：{0}，{1}：BIC最小。"),
    Entry(
      "fit.chosen_asked", "Chosen: {0}, {1}, as asked; its BIC is {2} above that of the {3} law.",
      "选定：{0}，{1}，按要求；其BIC比 {3} 高{2}。"),
    Entry(
      "fit.kept",
      "Anderson–Darling p = {0} of {1} samples: the observations go with this law.",
      "Anderson–Darling p = {0}（{1}个样本）：观测值与该分布相符。"),
    Entry(
      "fit.refused",
      "NOT A GOOD FIT: Anderson–Darling p = {0} of {1} samples: such observations are rare under this law; look at the picture before it is used.",
      "拟合不佳：Anderson–Darling p = {0}（{1}个样本）：该分布下很少出现这样的观测值；使用前请查看图形。"),
    Entry(
      "fit.no_bootstrap", "Without samples of the fitted laws (--bootstrap 0) there is no p-value.",
      "未做自助抽样（--bootstrap 0），无p值。"),
    Entry("fit.skipped", "Too few observations for: {0}.", "观测值不足，未拟合：{0}。"),
    Entry("fit.made_by", "Tidebore {0}; input {1}; seed {2}.", "Tidebore {0}；输入 {1}；种子 {2}。"),
    Entry("fit.family.exponential", "exponential", "指数"),
    Entry("fit.family.gamma", "gamma", "伽马"),
    Entry("fit.family.erlang", "Erlang", "爱尔朗"),
    Entry("fit.family.lognormal", "lognormal", "对数正态"),
    Entry("fit.family.weibull", "Weibull", "威布尔"),
    Entry("fit.family.mixture", "two lognormals", "双对数正态混合"),
    Entry("fit.chart.cdf", "Share of times up to …", "累计比例"),
    Entry("fit.chart.qq", "Observed quantiles against those of the {0} law", "观测分位数与 {0} 分布分位数"),
    Entry("fit.chart.hours", "hours", "小时"),
    Entry("fit.chart.law_hours", "hours by the law", "分布（小时）"),
    Entry("fit.chart.sample_hours", "hours observed", "观测（小时）"),
    Entry("fit.chart.sample", "observed", "观测"),
  ]
}
