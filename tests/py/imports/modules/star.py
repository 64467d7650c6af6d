__all__ = ["listed", "also"]
listed, also, unlisted = 1, 2, 3
