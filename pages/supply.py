"""How do openings and graduates on site match, by sector and region?"""

from fairboard.ui import board, frame, supply_background, supply_crosswalk, supply_panels, supply_tiles

context = frame.enter()
supply_tiles.caution(context)
tiles, note = supply_tiles.tiles(context)
board.show(
    context,
    panels=[
        supply_panels.by_sector(context),
        supply_panels.by_sector_and_region(context),
        supply_panels.by_region(context),
        supply_background.by_discipline(context),
        supply_background.flows(context),
        supply_background.by_university(context),
        supply_background.by_degree(context),
    ],
    tiles=tiles,
    tiles_note=note,
)
supply_crosswalk.draw(context)
