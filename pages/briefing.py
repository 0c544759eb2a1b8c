"""How are these fairs to be presented and reported?"""

from fairboard.ui import briefing, frame

briefing.draw(frame.enter())
