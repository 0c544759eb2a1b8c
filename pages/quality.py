"""What came in, what was left out, and what looks wrong?"""

from fairboard.ui import board, frame, quality_panels, quality_view

context = frame.enter()
if quality_view.has_something(context):
    section = quality_view.choose(context)
    board.show(context, tiles=quality_panels.tiles(context), panels=quality_view.panels(context, section))
else:
    quality_view.explain(context)
