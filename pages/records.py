"""Which postings are behind the numbers?"""

from fairboard.ui import frame, records_view

context = frame.enter()
records_view.draw(context)
