"""Which fairs took place, and what did each bring?"""

from fairboard.ui import board, fairs_panels, frame, policies_overlay

context = frame.enter()
if fairs_panels.is_one_fair(context):
    fairs_panels.steps(context)
    tiles, tiles_note = fairs_panels.tiles(context)
    board.show(context, tiles=tiles, tiles_note=tiles_note, panels=fairs_panels.of_fair(context))
else:
    board.show(context, panels=fairs_panels.of_season(context, policies_overlay.draw(context)))
