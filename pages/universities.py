"""Who came, and from which universities?"""

from fairboard.ui import board, frame, universities_panels

context = frame.enter()
board.show(
    context,
    tiles=universities_panels.tiles(context),
    panels=[
        universities_panels.by_university(context),
        universities_panels.by_province(context),
        universities_panels.arrivals(context),
        universities_panels.broadcast(context),
        *universities_panels.mixes(context),
        universities_panels.hosts(context),
    ],
)
