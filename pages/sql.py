"""What else would you ask the records, in SQL?"""

from fairboard.ui import frame, sql_editor, sql_result, sql_schema, sql_start

context = frame.enter()
editor, schema = sql_editor.places()
with editor:
    sql_start.draw(context)
    sql_editor.draw(context)
with schema:
    sql_editor.show_limits(context)
    sql_schema.draw(context)
sql_result.draw(context)
