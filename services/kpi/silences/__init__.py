"""The silences of sources as figures read them: known or not at an instant, and how much of a period they take."""
