"""Valley Atlas: an offline reference to Belgium's life-sciences and health sector."""

__version__ = "0.1.0"
