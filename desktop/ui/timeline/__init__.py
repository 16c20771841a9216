"""The timeline: its scale, its layout, how it is drawn, and how it is moved."""
