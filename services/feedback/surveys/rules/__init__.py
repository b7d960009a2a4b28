"""Questions, links, the page and its form; pure."""
