"""Which region has an agreement with which university, and what does that cover?"""

from fairboard.ui import agreements_controls, agreements_panels, agreements_time, board, frame

context = frame.enter()
day, is_inside = agreements_controls.draw(context)
regions = agreements_panels.coverage_answer(context, day)
board.show(
    context,
    tiles=agreements_panels.tiles(context, day),
    tiles_note=day.sentence(context),
    panels=[
        agreements_panels.matrix(context, day, is_inside),
        agreements_panels.leaders(context, regions),
        agreements_panels.coverage(context, regions),
        agreements_panels.white_spots(context, day),
        agreements_time.follow_through(context),
        agreements_time.pacts(context),
        agreements_time.policies(context),
    ],
)
