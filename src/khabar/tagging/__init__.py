"""Words of a text as parts of names: a model learnt from annotated texts, as candidates for the rules.

Ground floor: it sees tokens and what a caller says that tables say of them; imports records and lexicon.
"""
