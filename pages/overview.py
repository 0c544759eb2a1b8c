"""How large is the season, and what is in demand?"""

from fairboard.ui import board, frame, headline, overview_asks, panels, policies_overlay

context = frame.enter()
sectors, regions, wages, fairs, *_ = context.run_together(*overview_asks.asks(context))
sector_finding = panels.strongest(context, sectors, "openings", "{name}: the sector most in demand", "Demand by sector")
region_finding = panels.strongest(context, regions, "openings", "{name} offers most openings", "Demand by region")
tiles, tiles_note = headline.tiles(context)
policies = policies_overlay.draw(context)
board.show(
    context,
    tiles=tiles,
    tiles_note=tiles_note,
    panels=[
        panels.ranked(context, sectors, "sectors", sector_finding, context.text("Openings by sector"),
                      value="openings", code="sector_code", pick="sector_codes", height=470, cube="sector"),
        panels.tiled(context, regions, "regions", region_finding, context.text("Openings by place of work, all 15 regions"), value="openings", height=470,
                     cube="region"),
        panels.wage_bands(context, wages, "wages", headline.wage_finding(context),
                          context.text("Openings by monthly wage, floor basis, bands of 1,000 yuan"), line_yuan=headline.THRESHOLD_YUAN,
                          is_brushed=True),
        policies.said_on(panels.by_fair(context, fairs, "course", context.text("The season, fair by fair"), context.text("Openings on each fair's first day"),
                                        width="half", height=340, events=policies.events, cube="fair")),
        *policies.legend(),
    ],
)
