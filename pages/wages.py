"""What do the openings pay?"""

from fairboard.ui import board, frame, wage_controls, wages_panels

context = frame.enter()
basis, line_yuan = wage_controls.draw(context)
view = wages_panels.WageView(context, basis, line_yuan)
headline = view.run("wages/headline")
board.show(context, wages_panels.panels(view, headline), wages_panels.tiles(view, headline))
