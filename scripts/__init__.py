"""Tools of the project itself: they build tables and measure speed and quality; nothing is installed."""
