"""Whether the person is right of a hundred quotes whose speaker is a pronoun or a role ("he said", "the minister said").

    python3 coref_quotes.py draw|score EVAL_FOLDER DATA_FOLDER EXPLORE [--list]

draw: the hundred, in the order of a hash of article and place, as they read with what stands before them.
score: the engine's answers beside the sheet tests/sheets/pronoun-quotes.tsv, which a reader marked: an article of the
worldwide newswire, the place of the speaker's words in code points, and the surname or whole name of whoever is meant
("-" where the article gives no name). Right is the same person; none where the engine leaves it open.
"""
import hashlib
import re
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[2])
from analyses import Source  # noqa: E402
from datasets import worldwide  # noqa: E402

SHEET = Path(__file__).parent.parent / 'tests/sheets/pronoun-quotes.tsv'
SEED, MANY = 'quotes of pronouns and roles', 100
SAID = r'(?:said|says|added|adds|told|explained|continued|noted|insisted|stressed|recalled|wrote|asked|warned)'
WHO = r'(?:[Hh]e|[Ss]he|[Tt]he (?:[a-z]+[ -]){0,3}[a-z0-9-]+)'
TAG = re.compile(rf'[,.?!…]["”’\'»] (?:(?P<before>{WHO})(?: also| later| then)? {SAID}\b|{SAID} (?P<after>{WHO})(?=[,.]))'
                 rf'|(?P<ahead>{WHO}) {SAID}(?: that)?[,:]? ["“«]')


def place(match):
    name = next(name for name in ('before', 'after', 'ahead') if match[name])
    return match.span(name)


def drawn(documents):
    """The hundred, as (article, start, end)."""
    found = [(document, *place(match)) for document in documents for match in TAG.finditer(document.text)]
    key = lambda row: hashlib.sha256(f'{SEED} {row[0].id} {row[1]}'.encode()).hexdigest()
    return sorted(sorted(found, key=key)[:MANY], key=lambda row: (row[0].id, row[1]))


def sheet():
    rows = (line.split('\t') for line in SHEET.read_text('utf-8').splitlines() if line and not line.startswith('#'))
    return {(article, int(start)): name for article, start, name in rows}


def score(documents, source, listed):
    rows = sheet()
    wanted = {article for article, _ in rows}
    documents = [document for document in documents if document.id in wanted]
    right = wrong = none = missed = rightly_open = 0
    sure = sure_right = 0
    for document, analysis in zip(documents, source.analyses('sheet', documents)):
        names = {e['id']: [e['name']] + [a['text'] for a in e.get('aliases', [])] for e in analysis.raw['entities']}
        for (article, start), name in rows.items():
            if article != document.id:
                continue
            speakers = [(q['speaker'], q, analysis.span(q['speaker'])) for q in analysis.raw['quotes'] if q['speaker']]
            here = [(s, q) for s, q, span in speakers if span and span[0] <= start + 4 and start < span[1]]
            entity = next((s['entity'] for s, _ in here if s.get('entity')), None)
            answer = names.get(entity, [])
            good = bool(answer) and any(name.lower() in other.lower() for other in answer)
            for _, quote in here[:1]:
                if quote['confidence'] >= 0.9:
                    sure += 1
                    sure_right += good
            if name == '-':
                rightly_open += not answer
                wrong += bool(answer)
            elif good:
                right += 1
            elif answer:
                wrong += 1
            else:
                none += 1
                missed += not here
            if listed and not good and not (name == '-' and not answer):
                print(f'{article} {start}: {name}, answered {answer[:1]} | {document.text[max(0, start - 70):start + 40]!r}')
    named = sum(name != '-' for name in rows.values())
    print(f'sure at 0.9 and over: {sure}, of them the right person {sure_right}')
    print(f'{len(rows)} quotes, {named} of somebody with a name: right {right} ({100 * right / max(1, named):.1f} %), '
          f'wrong {wrong}, none {none} ({missed} no quote found); open, as they should be: {rightly_open}')


def main():
    task, _, data, explore = sys.argv[1:5]
    documents = worldwide(Path(data) / 'en_worldwide_newswire')
    if task == 'score':
        return score(documents, Source(explore), '--list' in sys.argv)
    for document, start, end in drawn(documents):
        print(f'## {document.id}\t{start}\n{document.text[max(0, start - 520):start]}[[{document.text[start:end]}]]{document.text[end:end + 30]}\n')


if __name__ == '__main__':
    main()
