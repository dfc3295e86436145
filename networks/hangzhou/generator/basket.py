# SPDX-License-Identifier: GPL-3.0-or-later
"""Representative consignments of Hangzhou, by which networks are compared."""
from .base import Table

SOURCE = "planners' questions: export modes of the plan, its tiers and gateways"

# id, name, name in Chinese, origin, destination, class, mass (kg), TEU, export mode, note
BASKET = [
    ("parcel-osaka", "Parcel Xiaoshan to Osaka", "包裹 萧山—大阪", "HZ-XS", "G1853909", "parcel", 30, None, "9610", "tier 2"),
    ("parcel-seoul", "Parcel Xiaoshan to Seoul", "包裹 萧山—首尔", "HZ-XS", "G1835848", "parcel", 30, None, "9610", "tier 2"),
    ("parcel-los-angeles", "Parcel Xiaoshan to Los Angeles", "包裹 萧山—洛杉矶", "HZ-XS", "G5368361", "parcel", 30, None, "9610", "tier 3"),
    ("parcel-madrid", "Parcel Xiaoshan to Madrid", "包裹 萧山—马德里", "HZ-XS", "G3117735", "parcel", 30, None, "9610", "tier 3"),
    ("parcel-sao-paulo", "Parcel Xiaoshan to São Paulo", "包裹 萧山—圣保罗", "HZ-XS", "G3448439", "parcel", 30, None, "9610", "tier 3"),
    ("parcel-almaty", "Parcel Xiaoshan to Almaty", "包裹 萧山—阿拉木图", "HZ-XS", "G1526384", "parcel", 30, None, "9610", "tier 3"),
    ("parcel-liege", "Parcel Xiaoshan to Liège", "包裹 萧山—列日", "HZ-XS", "G2792413", "parcel", 30, None, "9610", "an eHub city"),
    ("parcel-moscow", "Parcel Xiaoshan to Moscow", "包裹 萧山—莫斯科", "HZ-XS", "G524901", "parcel", 30, None, "9610", "an eHub city"),
    ("parcel-beijing", "Domestic parcel Yuhang to Beijing", "国内包裹 余杭—北京", "HZ-YH", "CN-110000", "parcel", 30, None, "9610", "tier 1; not exported"),
    ("parcel-urumqi", "Domestic parcel Yuhang to Ürümqi", "国内包裹 余杭—乌鲁木齐", "HZ-YH", "CN-650100", "parcel", 30, None, "9610", "tier 1; not exported"),
    ("air-frankfurt", "300 kg air cargo Binjiang to Frankfurt", "300公斤空运 滨江—法兰克福", "HZ-BJ", "G2925533", "air", 300, None, "9710", "business to business"),
    ("bonded-seoul", "Bonded parcel Qiantang zone to Seoul", "保税包裹 钱塘综保区—首尔", "BZ-HZQ", "G1835848", "parcel", 30, None, "1210", "out of the bonded zone"),
    ("truck-almaty", "Two tonnes from the bonded zone to the warehouse in Almaty", "两吨 钱塘综保区—阿拉木图海外仓", "BZ-HZQ", "OW-KZAL", "lcl", 2000, None, "1210", "by TIR truck through Kolzhat, or by air"),
    ("replenish-duisburg", "Box Yuhang to the overseas warehouse in Duisburg", "一箱备货 余杭—杜伊斯堡海外仓", "HZ-YH", "OW-DEDU", "fcl", None, 1, "9810", "replenishment"),
    ("box-hamburg", "Box Qiantang to Hamburg", "一箱 钱塘—汉堡", "HZ-QT", "G2911298", "fcl", None, 1, "0110", "general trade"),
    ("box-rotterdam", "Box Qiantang to Rotterdam", "一箱 钱塘—鹿特丹", "HZ-QT", "G2747891", "fcl", None, 1, "0110", "general trade"),
    ("box-los-angeles", "Box Qiantang to Los Angeles port", "一箱 钱塘—洛杉矶港", "HZ-QT", "USLAX", "fcl", None, 1, "0110", "general trade, to the port"),
    ("box-duisburg", "Box Yuhang to Duisburg by rail or sea", "一箱 余杭—杜伊斯堡", "HZ-YH", "R-DUI", "fcl", None, 1, "0110", "to the rail terminal"),
]


def basket_table(nodes):
    ids = {n["id"] for n in nodes}
    table = Table("basket.csv", "id,name_en,name_zh,origin,destination,class,mass_kg,teu,export_mode,objective")
    for i, en, zh, origin, destination, name, mass, teu, mode, note in BASKET:
        for place in (origin, destination):
            if place not in ids:
                raise SystemExit(f"basket: no place {place}")
        table.add(id=i, name_en=en, name_zh=zh, origin=origin, destination=destination, **{"class": name}, mass_kg=mass,
                  teu=teu, export_mode=mode, quality="assumed", source=SOURCE, note=note)
    return table
