"""The briefing: slides, files for a talk and a press text, every number of which is a fact that leads back to its rows."""
