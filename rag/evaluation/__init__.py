"""Measured quality: sets of questions and quotations, figures, floors that cannot silently sink.

``sets`` reads, ``retrieval`` ``answers`` ``starter`` measure, ``floors`` compares, ``report`` shows.
"""
