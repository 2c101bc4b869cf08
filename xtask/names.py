"""What an editor would not forgive in a list of names, counted over articles: `names.py lint EVAL DATA EXPLORE [--show N]`.

Read are the articles of `en_worldwide_newswire`, one country's papers after another, as published; their marked names are not.
Four counts: articles in which one name of two words or more has two kinds; works and products for which nothing in the
text speaks; titles inside people's names; countries of several words that are not found whole.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent / 'crates/train/lists'
FAMILY = {'GPE': 'PLACE', 'LOC': 'PLACE', 'FAC': 'PLACE'}
REACH = 4                                       # words before a name in which the noun for it may stand
LISTED = 160                                    # letters before a name in which the list that it stands in may begin
PRIZE = {'award', 'awards', 'prize', 'prizes', 'won', 'win', 'wins', 'nominated', 'list', 'ranking', 'poll'}   # words beside its name
TOLD = 70                                       # letters behind a name in which it may be said what it is


def word_list(name, path):
    """The words of `[name]` in a file of lists."""
    block = re.search(rf'^\[{name}\]\n(.*?)(?=^\s*$|^#|\Z)', path.read_text(encoding='utf-8'), re.M | re.S)
    return {word.replace('_', ' ') for word in block[1].split()}


def titles():
    """Words that are titles and hardly anybody's name."""
    found = word_list('TitleWord', LISTS / 'words/people.txt') - {'tan', 'tun', 'rani', 'raja', 'khun', 'lama', 'toh', 'pandit', 'earl', 'lord'}
    for line in (LISTS / 'words.txt').read_text(encoding='utf-8').splitlines():
        kind, _, words = line.partition(' ')
        if kind.split('.')[0] == 'honorific':
            found |= set(words.split())
    roles = 'president minister secretary senator governor ambassador professor general colonel sergeant mayor chancellor commissioner'
    return (found | set(roles.split())) - word_list('DoubtfulTitle', LISTS / 'words/people.txt') - {'haji', 'alhaji', 'guru', 'sri', 'pan', 'begum', 'miss', 'dame', 'khan', 'swami', 'fr.', 'lady', 'sir'}


def known(*names):
    """The names in files of the lexicon, in small letters."""
    out = set()
    for name in names:
        text = (LISTS / name).read_text(encoding='utf-8')
        out |= {part.strip().lower() for line in text.splitlines() if not line.startswith('#') for part in re.split(r'[|;]', line)}
    return out - {''}


def countries():
    """Countries whose name has several words, each of them with a capital or small as in "of"."""
    out = set()
    for line in (LISTS / 'countries.txt').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            out |= {part.strip() for part in line[3:].split(':')[0].split('|')}
    return {name for name in out if re.fullmatch(r"(?!The )[A-ZÀ-Ý][\w’'.-]+( (and|of|the|[A-ZÀ-Ý][\w’'.-]+))+", name)}


def is_told(text, start, end, nouns):
    """Whether the sentence itself says what a name is, farther off than the nearest words.

    By a noun in the plural that sums up a list, from which nothing but names, commas and small joints leads to the name
    ("games such as A, B and C"); by an apposition or a predicate behind it (", a novel about …", "is a game"); by the words of
    a prize around "Best …". What stands in another sentence or on the other side of a verb counts for nothing.
    """
    before = re.split(r'[.!?]\s|\n', text[max(0, start - LISTED):start])[-1]
    listed = re.search(r'([\w-]+)(?:,|\s)*\s(?:such as|like|including|namely)\s(?P<items>.*)$|([\w-]+):\s(?P<rest>.*)$', before, re.S)
    if listed:
        noun, items = (listed[1] or listed[3]).lower(), listed['items'] if listed[1] else listed['rest']
        small = [word for word in re.findall(r"[\w’'-]+", items) if word[0].islower() and word not in ('and', 'or', 'the', 'of', 'a')]
        if not small and {noun, noun.removesuffix('s'), re.sub('ies$', 'y', noun)} & nouns:
            return True
    behind = re.match(r'[”"’\']?(?:,[”"’\']?\s+|\s+(?:is|was|are|were)\s+)(?:an?|the|one of the)\s+((?:[\w’\'-]+\s?){1,6})', text[end:end + TOLD])
    if behind:
        phrase = re.split(r'\b(?:of|about|by|in|on|for|that|which|who|with|from|set)\b', behind[1])[0]
        if {word.lower().removesuffix('s') for word in re.findall(r'[\w-]+', phrase)} & nouns:
            return True
    around = before + re.split(r'[.!?]\s|\n', text[end:end + LISTED])[0]
    return text[start:end].startswith('Best ') and bool(set(re.findall(r'[\w-]+', around.lower())) & PRIZE)


def names_of(analysis):
    for entity in analysis['entities']:
        for mention in entity['mentions']:
            if mention['kind'] == 'name':
                yield mention['start'], mention['end'], entity['type']


def lint(texts, analyses, show):
    works, products = 'WorkNoun', 'ProductNoun'
    things = LISTS / 'words/things.txt'
    nouns = set().union(*(word_list(name, things) for name in (works, products, 'ShipNoun', 'WorkVerb', 'AwardWord')))
    in_lexicon, title_words, several = known('works.txt', 'products.txt'), titles(), countries()
    country = re.compile('|'.join(rf'\b{re.escape(name)}\b' for name in sorted(several, key=len, reverse=True)))
    two_kinds, unclaimed, titled, cut, whole, people, claims = [], [], [], [], 0, 0, 0
    for name, text, analysis in zip(texts, texts.values(), analyses):
        text, spans = analysis['text'], sorted(set(names_of(analysis)))
        kinds, claimed = {}, {}
        for start, end, kind in spans:
            words = text[start:end]
            if ' ' in words.strip():
                kinds.setdefault(' '.join(words.lower().split()), set()).add(FAMILY.get(kind, kind))
            if kind == 'PERSON':
                people += 1
                first = words.lower().split()[0]
                if ' ' in words and first in title_words:
                    titled.append((name, words))
            if kind in ('WORK_OF_ART', 'PRODUCT'):
                claims += 1
                before = re.findall(r"[\w-]+|[^\w\s]", text[max(0, start - 60):start])[-REACH:]
                after = re.findall(r"[\w-]+|[^\w\s]", text[end:end + 20])[:1]
                quoted = text[start - 1:start] in '“"‘\'«' and start and text[end:end + 1] in '”"’\'»,.'
                year = re.match(r'\s*\(\d{4}\)', text[end:end + 8])
                own = words.lower().split()
                # What is told once holds for the whole article.
                claimed.setdefault(f'{words} ({kind})', []).append(bool(
                    quoted or year or re.search(r'\d', words) or words.lower() in in_lexicon
                    or {w.lower() for w in before + after} & nouns or set(own) & nouns
                    or is_told(text, start, end, nouns)))
        unclaimed += [(name, words) for words, told in claimed.items() if not any(told) for _ in told]
        twice = [words for words, found in kinds.items() if len(found) > 1]
        if twice:
            two_kinds.append((name, ', '.join(f'{words} {"/".join(sorted(kinds[words]))}' for words in twice)))
        for match in country.finditer(text):
            over = [(start, end) for start, end, _ in spans if start < match.end() and match.start() < end]
            whole += 1
            if not any(start <= match.start() and match.end() <= end for start, end in over):
                cut.append((name, text[max(0, match.start() - 25):match.end() + 15].replace('\n', ' ')))
    articles = len(texts)
    rows = [('articles with a name of several words under two kinds', two_kinds, articles),
            ('works and products without evidence', unclaimed, claims),
            ('titles inside a person’s name', titled, people),
            ('countries of several words that are not whole', cut, whole)]
    for label, found, of in rows:
        for where, what in found[:show]:
            print(f'  {where[:40]}: {what}')
        print(f'{label}: {len(found)} of {of} ({100 * len(found) / max(1, of):.1f} %)')
    print(f'articles without any of these: {articles - len({where for _, found, _ in rows for where, _ in found})} of {articles}')


def main():
    task, scorer, data, explore, *rest = sys.argv[1:]
    if task != 'lint':
        sys.exit(f'names.py: there is no task {task!r}')
    sys.path.insert(0, scorer)
    import datasets
    documents = datasets.worldwide(Path(data) / 'en_worldwide_newswire')
    texts = {document.id: document.text for document in documents}
    lines = ''.join(json.dumps({'id': name, 'text': text}) + '\n' for name, text in texts.items())
    run = subprocess.run([explore, 'analyze', '--jsonl', '-'], input=lines, capture_output=True, text=True, check=True)
    show = int(rest[rest.index('--show') + 1]) if '--show' in rest else 0
    lint(texts, [json.loads(line) for line in run.stdout.splitlines()], show)


main()
