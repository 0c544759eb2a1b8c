"""Which table came in, and what shall become of it?"""

from fairboard.ui import frame
from fairboard.ui.intake import view

view.draw(frame.enter())
