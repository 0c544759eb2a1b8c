"""The six charts of this comparison on Fairboard's own board, from its own questions: a page like those under ``pages/``."""

from fairboard.ui import board, frame, panels

context = frame.enter()
board.show(
    context,
    panels=[
        panels.ranked(context, context.run("overview/by_sector", without="sector_codes"), "sectors", "各行业需求", "",
                      value="openings", code="sector_code", pick="sector_codes", cube="sector"),
        panels.tiled(context, context.run("overview/by_region", without="region_codes"), "regions", "各地区需求", "", value="openings", cube="region"),
        panels.wage_bands(context, context.run("overview/wage_bands", without=("wage_at_least_yuan", "wage_at_most_yuan"), wage_basis="floor"),
                          "wages", "薪酬分布", "", line_yuan=10_000, is_brushed=True),
        panels.by_fair(context, context.run("overview/by_fair", without="fair_ids"), "fairs", "各场招聘会", "", width="half", height=board.HEIGHT, cube="fair"),
        panels.ranked(context, context.run("sectors/education", without="education_levels"), "education", "学历要求", "",
                      value="openings", code="education_level", pick="education_levels", cube="education"),
        panels.ranked(context, context.run("overview/by_ownership", without="ownerships"), "ownership", "单位性质", "",
                      value="openings", code="ownership", pick="ownerships", cube="ownership"),
    ],
)
