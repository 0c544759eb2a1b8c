"""How do two fairs, periods, regions or universities differ, like for like?"""

from fairboard.ui import board, compare_panels, compare_sides, compare_tiles, compare_view, frame

context = frame.enter()
view = compare_view.draw(context, compare_sides.draw(context))
board.show(context, compare_panels.panels(view), compare_tiles.tiles(view), compare_tiles.note(view))
