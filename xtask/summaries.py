"""Whether the summaries of marked articles can be read by themselves.

    python3 summaries.py EVAL_FOLDER DATA_FOLDER EXPLORE

Counts, over every development article of the scorer's sets and summaries of 3 and of 10 sentences, the sentences that
begin with a pronoun or a contrastive link while the sentence before them is not in the summary.
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from analyses import Source  # noqa: E402
from datasets import coref_sets, date_sets, quote_sets, summary_sets  # noqa: E402

LOOSE = set('''he she they it him them his her hers their theirs its i we you this that these those
    but however yet nevertheless nonetheless though although still instead rather conversely otherwise
    meanwhile and so or nor then thus therefore hence'''.split())
# “This week” says when by itself.
TIMES = re.compile(r'(this|these) (morning|afternoon|evening|week|weekend|month|year|season|spring|summer|autumn|fall|'
                   r'winter|days)\b', re.I)


def begins_loosely(words):
    first = re.match(r'\W*([A-Za-z]+)', words)
    return bool(first) and first.group(1).lower() in LOOSE and not TIMES.match(words.lstrip('"“‘\'( '))


def main():
    data, explore = Path(sys.argv[2]), sys.argv[3]
    articles = sentences = behind = alone = 0
    for length in (3, 10):
        for sets in (quote_sets, summary_sets, date_sets, coref_sets):
            for name, documents in sets(data).items():
                source = Source(explore, None, ['--summary', str(length)])
                for document, analysis in zip(documents, source.analyses(name, documents)):
                    text = analysis.raw.get('text', document.text)
                    order = [s['start'] for s in analysis.raw.get('sentences', [])]
                    chosen = {s['start'] for s in analysis.raw.get('summary', [])}
                    articles += length == 3
                    for sentence in analysis.raw.get('summary', []):
                        sentences += 1
                        if not begins_loosely(text[sentence['start']:sentence['end']]):
                            continue
                        at = order.index(sentence['start'])
                        if at and order[at - 1] in chosen:
                            behind += 1
                        else:
                            alone += 1
                            print(f'{document.id}: {text[sentence["start"]:sentence["end"]][:90]}')
    print(f'articles                                         {articles}')
    print(f'summary sentences                                {sentences}')
    print(f'begin loosely, behind the sentence before them   {behind}')
    print(f'summary sentences that begin loosely and alone {alone}')


main()
