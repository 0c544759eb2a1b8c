"""What does each number mean, and where does it come from?"""

from fairboard.ui import frame, methods_view

context = frame.enter()
search = methods_view.search_box(context)
methods_view.show_sections(context, search)
