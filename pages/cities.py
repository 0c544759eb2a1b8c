"""Where are the openings?"""

from fairboard.ui import board, cities_panels, controls, frame

context = frame.enter()
with controls.row():
    kind = controls.choice(context, "map", context.text("Map"), {"grid": context.text("Tile grid"), "outline": context.text("Outlines")}, default="grid")
    measure = controls.choice(context, "measure", context.text("Measure"), cities_panels.measures(context), default="openings")
regions = cities_panels.regions(context)
tiles, profile = cities_panels.profile(context, regions, cities_panels.focus(context, regions))
board.show(
    context,
    tiles=tiles,
    panels=[
        cities_panels.map_panel(context, regions, measure, kind),
        cities_panels.ranking_panel(context, regions, measure),
        *profile,
    ],
)
