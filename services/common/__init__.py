"""The shared library: imports nothing from any service, owns no table, knows no business word but roles."""
