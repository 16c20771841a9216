"""Full-text search over one file: the index that the build writes, and how queries read it.

A query is understood (`reading`) with the help of the vocabulary (`vocabulary`), candidates are
taken from the index in order of importance (`candidates`), and ranked (`ranking`) by the weights in
`weights`; `finder` tells the whole story.
"""
