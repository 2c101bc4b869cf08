"""How far the engine's quotes can be trusted, on marked articles.

    python3 quotes.py calibration|causes EVAL_FOLDER DATA_FOLDER EXPLORE [--list]

A quote is right when its words are an attribution's (half of all words of both are shared) and its speaker's words
overlap the source's.

calibration: how often a quote is right, by how sure the engine says it is, over the development articles; then the
expected calibration error, the mean difference of confidence and accuracy over ten bins, weighed by how many quotes
fall into each.

causes: the hundred most confident errors over the training articles, by cause. The causes were judged by a reader
and stand in quote-causes.tsv beside this file: an article, the place of the quote's first words, a cause. An error
that is not there counts as not read. With --list, each error as it reads.
"""
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, sys.argv[2])
from analyses import Source  # noqa: E402
from datasets import quote_sets  # noqa: E402
from tasks import attribution_targets, pair_up  # noqa: E402
from textspans import Words  # noqa: E402

BINS = 10
WORST = 100

# Each cause, and what was done about it.
CAUSES = {
    'unmarked': ('words in marks beside their source, which the data leaves out', 'nothing, ours is right'),
    'part': ('the data marks “…,” she said, and not the “…” that follows', 'nothing, ours is right'),
    'joined': ('the data has one quote for several speakers or paragraphs', 'nothing, each speaker has a quote'),
    'passed': ('the data names who passed it on (“according to CNN”), ours who said it', 'nothing'),
    'swapped': ('source and cue are exchanged in the data', 'nothing'),
    'wider': ('the data marks the sentence around the words in marks', 'nothing, exact words are asked for'),
    'pasted': ('another paper’s article is quoted, and quotes in turn', 'nothing, ours is the inner speaker'),
    'within': ('speech within somebody’s speech', 'open: ours is the inner speaker'),
    'title': ('a title or slogan in marks that is nobody’s speech', 'titles behind “of” and “on” and headings mended'),
    'subject': ('a wrong noun phrase for the subject', 'mended: asides, hearers, papers, joined clauses'),
}


class Outcome(NamedTuple):
    """A quote of the engine's, beside what the data has there."""
    document: object
    quote: dict
    confidence: float
    right: bool
    gold: dict

    @property
    def start(self):
        return min(start for start, _ in self.quote['segments'])


def outcomes(documents, analyses):
    """The outcome of every quote."""
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
            yield Outcome(document, quote, confidence, right, gold[i][3] if i is not None else None)


def all_outcomes(data, explore, part=None):
    found = []
    for name, documents in quote_sets(Path(data), part).items():
        found += outcomes(documents, Source(explore).analyses(name, documents))
    return found


def calibration(data, explore):
    found = all_outcomes(data, explore)
    print('confidence  quotes  said  right')
    error = 0.0
    for low in range(BINS):
        row = [o for o in found if low <= min(o.confidence * BINS, BINS - 0.001) < low + 1]
        if row:
            said, right = sum(o.confidence for o in row) / len(row), sum(o.right for o in row) / len(row)
            error += len(row) / len(found) * abs(said - right)
            print(f'{low / BINS:.1f}–{(low + 1) / BINS:.1f}  {len(row):10}  {100 * said:4.1f}  {100 * right:5.1f}')
    print(f'expected calibration error {100 * error:.1f}')


def causes(data, explore, show):
    wrong = [o for o in all_outcomes(data, explore, 'train') if not o.right]
    wrong.sort(key=lambda o: (-o.confidence, o.document.id, o.start))
    lines = (Path(__file__).parent / 'quote-causes.tsv').read_text().splitlines()
    read = {(name, int(start)): cause for name, start, cause in (line.split('\t') for line in lines)}
    counts = Counter(read.get((o.document.id, o.start), 'not read') for o in wrong[:WORST])
    for cause, count in counts.most_common():
        told, done = CAUSES.get(cause, ('not read by anybody yet', ''))
        print(f'{count:3}  {told}: {done}' if done else f'{count:3}  {told}')
    if show:
        for o in wrong[:WORST]:
            tell(o, read.get((o.document.id, o.start), 'not read'))
    ours = sum(counts[cause] for cause in ('within', 'title', 'subject'))
    print(f'of the {WORST} surest errors, {ours} are the engine’s own, {counts["not read"]} not read')


def tell(outcome, cause):
    text = outcome.document.text
    said = lambda spans: ' … '.join(text[s:e] for s, e in spans)  # noqa: E731
    first, last = outcome.start, max(end for _, end in outcome.quote['segments'])
    who = said([outcome.quote['speaker']]) if outcome.quote['speaker'] else 'nobody'
    print(f'\n{outcome.document.id}\t{outcome.start}\t{cause}\n  ours: {who}: {said(outcome.quote["segments"])}')
    if outcome.gold:
        print(f'  data: {said(outcome.gold["Source"])} ({said(outcome.gold["Cue"])}): {said(outcome.gold["Content"])}')
    print('  in:', text[max(0, first - 200):last + 160].replace('\n', ' ¶ '))


def main():
    task, data, explore = sys.argv[1], sys.argv[3], sys.argv[4]
    if task == 'calibration':
        calibration(data, explore)
    else:
        causes(data, explore, '--list' in sys.argv)


main()
