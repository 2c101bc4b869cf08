"""How the time of one analysis grows with the text, over kinds of text that tempt a rule into the square of their length.

    python3 growth.py EXPLORE [KIND…]

Each kind is one text at 100 KB and at twice that four times over, and at 5 MB. Time is the processor time of
`explore analyze`, the least of a few runs, less the time for an empty text. Prints a table in Markdown, then one line:
the greatest growth for a doubling, and the longest time for 5 MB.
"""
import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

KB = 1000
SIZES = [100 * KB, 200 * KB, 400 * KB, 800 * KB, 1600 * KB]
LARGE = 5000 * KB
RUNS = 3

GIVEN = 'Ana Bruno Carla Dario Elin Femi Greta Hugo Ines Jonas Kira Luca Mara Nils Olga Petra Rosa Sven Tilda Ugo'.split()
ONSETS = 'B C D F G H K L M N P R S T V W Br Dr Gr Kr St Tr'.split()
RHYMES = 'arden olt ensk iral uvik andor essel ombe ynge ariu ontas eld isco urr'.split()


def different_names():
    """Names of which hardly two are alike."""
    for number in itertools.count():
        first, rest = GIVEN[number % len(GIVEN)], number // len(GIVEN)
        onset, rest = ONSETS[rest % len(ONSETS)], rest // len(ONSETS)
        tail = ''
        while True:
            tail, rest = tail + RHYMES[rest % len(RHYMES)], rest // len(RHYMES)
            if not rest:
                break
        yield f'{first} {onset}{tail}'


def again(words):
    return lambda: itertools.repeat(words)


def names_with(mark):
    return lambda: (name + mark for name in different_names())


def news():
    for number, name in enumerate(different_names()):
        end = '\n\n' if number % 3 == 2 else ' '
        yield f'{name} said on Monday that the harbour at Orvik would stay shut, and “nobody knows” for how long.{end}'


KINDS = {
    '`J. R. Vell`': again('J. R. Vell '),
    '`A. B. C.`': again('A. B. C. '),
    'one name': again('Marta Vell '),
    '`PELL: No.`': again('PELL: No. '),
    'said that … said that': again('Vell said that Pell said that '),
    'according to': again('according to Vell, '),
    'names in brackets': again('(Vell) '),
    'different names, commas': names_with(', '),
    'different names, lines': names_with('\n'),
    'different names, paragraphs': names_with('\n\n'),
    'sentences with names': news,
    'opening marks': again('“Vell said '),
}


def text(kind, size):
    """About so many bytes of it, cut between two pieces."""
    pieces, length = [], 0
    for piece in kind():
        pieces.append(piece)
        length += len(piece.encode())
        if length >= size:
            return ''.join(pieces)


def seconds(explore, path):
    """Processor time of one analysis."""
    child = subprocess.Popen([explore, 'analyze', path], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f'growth.py: {path.name} gave exit status {child.returncode}')
    return used.ru_utime + used.ru_stime


def main(explore, *only):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'text.txt'

        def measured(words, runs):
            path.write_text(words, encoding='utf-8')
            return min(seconds(explore, path) for _ in range(runs))

        start = measured('.', RUNS)
        print(f'| text | {" | ".join(f"{size // KB} KB" for size in SIZES)} | {LARGE // KB // KB} MB | greatest growth for a doubling |')
        print(f'| --- |{" ---: |" * (len(SIZES) + 2)}')
        most, longest = (0.0, ''), (0.0, '')
        for name in only or KINDS:
            kind = KINDS[name]
            times = [measured(text(kind, size), RUNS) - start for size in SIZES]
            large = measured(text(kind, LARGE), 1)
            growth = max(long / short for short, long in itertools.pairwise(times))
            most, longest = max(most, (growth, name)), max(longest, (large, name))
            cells = ' | '.join(f'{time:.2f}' for time in [*times, large])
            print(f'| {name} | {cells} | ×{growth:.2f} |', flush=True)
    print(f'greatest growth for a doubling ×{most[0]:.2f} ({most[1]}), longest for 5 MB {longest[0]:.1f} s ({longest[1]})')


main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
