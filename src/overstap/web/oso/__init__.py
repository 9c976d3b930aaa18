"""What do other systems find at Overstap? Messages over the line, no pages."""
