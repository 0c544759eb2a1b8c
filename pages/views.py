"""Which views are saved, and what does each show?"""

from fairboard.ui import frame, views_list

context = frame.enter()
views_list.draw(context)
