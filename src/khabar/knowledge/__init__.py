"""What the world tables tell: whether they are sound (`check`) and what a name stands for (`find`)."""
