"""The repository checks itself: boundaries, rights, migrations, file names."""
