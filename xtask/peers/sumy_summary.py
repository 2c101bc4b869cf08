"""Summaries as sumy's methods pick them, in the shape of our own analysis, to be scored by the same scorer.

    python3 sumy_summary.py lead|textrank|lexrank EXPLORE analyze --summary N --jsonl -

Reads JSON Lines with "id" and "text", writes one analysis a line with nothing but a summary. Text and sentences are
those of EXPLORE, our own command, so that the methods alone are compared; words are runs of letters and digits,
stemmed and without stop words by sumy's own means.
"""
import json
import re
import subprocess
import sys

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words


class Words:
    """The tokenizer that sumy asks for words; sentences are cut already."""

    def to_words(self, sentence):
        return tuple(re.findall(r'\w+', sentence))


def chosen(method, texts, count):
    """The places of the sentences that a method takes."""
    if method == 'lead':
        return range(min(count, len(texts)))
    summarizer = {'textrank': TextRankSummarizer, 'lexrank': LexRankSummarizer}[method](Stemmer('english'))
    summarizer.stop_words = get_stop_words('english')
    sentences = [Sentence(text, Words()) for text in texts]
    place = {id(sentence): at for at, sentence in enumerate(sentences)}
    taken = summarizer(ObjectDocumentModel([Paragraph(sentences)]), count)
    return sorted(place[id(sentence)] for sentence in taken)


def main():
    method, explore, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    count = int(rest[rest.index('--summary') + 1]) if '--summary' in rest else 3
    call = [explore, 'analyze', '--jsonl', '-']
    analyses = subprocess.run(call, stdin=sys.stdin, stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in analyses.splitlines():
        row = json.loads(line)
        text = row['text']
        spans = [(s['start'], s['end']) for s in row['sentences']]
        summary = chosen(method, [text[start:end] for start, end in spans], count)
        out = dict(id=row['id'], text=text, summary=[dict(start=spans[i][0], end=spans[i][1]) for i in summary])
        print(json.dumps(out, ensure_ascii=False))


main()
