"""Which sectors ask for most people?"""

from fairboard.ui import board, frame, policies_overlay, sectors_panels

context = frame.enter()
board.show(context, sectors_panels.panels(context, sectors_panels.sectors_of(context), policies_overlay.draw(context)))
