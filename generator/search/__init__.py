"""The search index: what the finder's script needs to rank practices, in small files it fetches one by one.

```
 catalogue -> fields.py    words per document and field: text, labels, places
           -> terms.py     word -> terms (stems, parts of compounds, concepts), by the shared analysis
           -> impacts.py   document x term: how much a term says about a document (BM25F)
           -> coding.py    numbers as short text
           -> lexicon.py, postings.py, glossary.py, cards.py   the parts of the index as text, cut into shards
           -> facets.py    a column per facet: what results are narrowed and sorted by
           -> index.py     all of it, as paths and bytes
```

`site_overrides/assets/js/zoek/` reads it. Files are text, because static hosts compress text and nothing else.
"""
