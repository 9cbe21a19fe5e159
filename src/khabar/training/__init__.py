"""What learns: the models of `world/models/` from folders of annotated and of plain text.

Runs on a developer's machine with the extra `khabar[train]`; nothing here is needed to read articles.
"""
