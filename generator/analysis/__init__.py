"""One pipeline for Dutch text, shared by "zie ook", search and the detection of near-duplicates.

```
 text -> tokens.py    words: lowercase, one form of hyphens, ages and apostrophes; what is a stop word
 word -> lexicon.py   its lemma and whether it is a noun (simplemma's word forms, corrected by domain.py)
      -> compounds.py the parts of a compound
      -> stems.py     the stem: lemma first, then Snowball
 all  -> glossary.py  the concepts of the begrippenlijst that a text names
      -> analyser.py  everything together, as features with a kind
many -> corpus.py    the words of all texts, cut once, as counts that each use weighs in its own way
```

Nothing here knows records, and nothing heavy is loaded before the first word is analysed.
"""
