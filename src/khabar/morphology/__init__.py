"""The words of the language: clitics, lemmas, inflection.

Ground floor: any stage may import it; it imports records, arabic and lexicon only.
"""
