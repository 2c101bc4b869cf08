"""How often a quote is right, by how sure the engine says it is: python3 calibration.py EVAL_FOLDER DATA_FOLDER EXPLORE

A quote is right when its words are an attribution's (half of all words of both are shared) and its speaker's words
overlap the source's. Prints a table, then the expected calibration error: the mean difference of confidence and
accuracy over ten bins, weighed by how many quotes fall into each.
"""
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from analyses import Source  # noqa: E402
from datasets import quote_sets  # noqa: E402
from tasks import attribution_targets, pair_up  # noqa: E402
from textspans import Words  # noqa: E402

BINS = 10


def outcomes(documents, analyses):
    """(confidence, right, in marks) of every quote."""
    for document, analysis in zip(documents, analyses):
        words = Words(document.text)
        gold = attribution_targets(words, document)
        raw = [q for q in analysis.raw.get('quotes', []) if q['segments']]
        quotes = analysis.quotes()
        given = [(q, words.within(q['segments']), r['confidence']) for q, r in zip(quotes, raw)]
        weights = {}
        for i, (_, target, whole, _) in enumerate(gold):
            for j, (_, w, _) in enumerate(given):
                if w & whole:
                    weights[i, j] = max(len(w & target) / len(w | target), len(w & whole) / len(w | whole))
        met = {j: (i, iou) for i, (j, iou) in pair_up(weights).items()}
        for j, (quote, _, confidence) in enumerate(given):
            i, iou = met.get(j, (None, 0))
            right = i is not None and iou >= 0.5
            if right and gold[i][3]['Source']:
                speaker = words.within([quote['speaker']]) if quote['speaker'] else set()
                right = bool(speaker & words.within(gold[i][3]['Source']))
            yield confidence, right, quote['kind'] != 'indirect'


def main():
    found = []
    for name, documents in quote_sets(Path(sys.argv[2])).items():
        found += outcomes(documents, Source(sys.argv[3]).analyses(name, documents))
    print('confidence  quotes  said  right')
    error = 0.0
    for low in range(BINS):
        row = [(c, r) for c, r, _ in found if low <= min(c * BINS, BINS - 0.001) < low + 1]
        if row:
            said, right = sum(c for c, _ in row) / len(row), sum(r for _, r in row) / len(row)
            error += len(row) / len(found) * abs(said - right)
            print(f'{low / BINS:.1f}–{(low + 1) / BINS:.1f}  {len(row):10}  {100 * said:4.1f}  {100 * right:5.1f}')
    print(f'expected calibration error {100 * error:.1f}')


main()
