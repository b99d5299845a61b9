"""Practices as a spreadsheet: one row per practice, and a sheet for each list of blocks.

`layout` makes the columns from the record model, `table` is a sheet as rows of text, `xlsx`, `ods` and
`delimited` read files into tables, `rows` turns tables into records of which every value knows its cell, and
`workbook` writes practices back. All of it works on bytes: commands do the files.
"""
