"""How one analysis grows with the text, over kinds of text that tempt a rule into the square of their length.

    python3 growth.py time EXPLORE [KIND…]
    python3 growth.py work EXPLORE LLVM_PROFDATA [KIND…]

`time`: each kind is one text at 100 KB and at twice that four times over, and at 5 MB. Time is the processor time of
`explore analyze`, the least of a few runs, less the time for an empty text. Prints a table in Markdown, then one line:
the greatest growth for a doubling, and the longest time for 5 MB.

`work`: how often the parts of our own code run, which is the same on every machine. EXPLORE must be built with
`-C instrument-coverage`; LLVM_PROFDATA is the program of the same compiler that reads its counts. Loops inside the
standard library are not counted, what they call is. The exit status is 1 if a doubling takes more than `MOST_WORK`
times the work.
"""
import itertools
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

KB = 1000
SIZES = [100 * KB, 200 * KB, 400 * KB, 800 * KB, 1600 * KB]
LARGE = 5000 * KB
RUNS = 3
WORK_SIZES = [40 * KB, 80 * KB, 160 * KB, 320 * KB]
MOST_WORK = 2.1     # twice the text, and a little for what a longer text alone brings up

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


def counts(explore, profdata, path):
    """How often the parts of the program ran in one analysis, all together."""
    raw, merged = path.with_suffix('.profraw'), path.with_suffix('.profdata')
    environment = {**os.environ, 'LLVM_PROFILE_FILE': str(raw)}
    subprocess.run([explore, 'analyze', path], stdout=subprocess.DEVNULL, env=environment, check=True)
    subprocess.run([profdata, 'merge', '-sparse', '-o', merged, raw], check=True)
    shown = subprocess.run([profdata, 'show', '--detailed-summary', merged], stdout=subprocess.PIPE, text=True, check=True)
    return int(re.search(r'Total count: (\d+)', shown.stdout)[1])


def growth(values):
    return max(long / short for short, long in itertools.pairwise(values))


def head(sizes, last):
    print(f'| text | {" | ".join(f"{size // KB} KB" for size in sizes)} | {last} |')
    print(f'| --- |{" ---: |" * (len(sizes) + last.count("|") + 1)}')


def time(explore, *only):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'text.txt'

        def measured(words, runs):
            path.write_text(words, encoding='utf-8')
            return min(seconds(explore, path) for _ in range(runs))

        start = measured('.', RUNS)
        head(SIZES, f'{LARGE // KB // KB} MB | greatest growth for a doubling')
        most, longest = (0.0, ''), (0.0, '')
        for name in only or KINDS:
            kind = KINDS[name]
            times = [measured(text(kind, size), RUNS) - start for size in SIZES]
            large = measured(text(kind, LARGE), 1)
            most, longest = max(most, (growth(times), name)), max(longest, (large, name))
            cells = ' | '.join(f'{time:.2f}' for time in [*times, large])
            print(f'| {name} | {cells} | ×{growth(times):.2f} |', flush=True)
    print(f'greatest growth for a doubling ×{most[0]:.2f} ({most[1]}), longest for 5 MB {longest[0]:.1f} s ({longest[1]})')


def work(explore, profdata, *only):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'text.txt'

        def measured(words):
            path.write_text(words, encoding='utf-8')
            return counts(explore, profdata, path)

        start = measured('.')
        head(WORK_SIZES, 'greatest growth for a doubling')
        too_much = []
        for name in only or KINDS:
            done = [measured(text(KINDS[name], size)) - start for size in WORK_SIZES]
            cells = ' | '.join(f'{count / 1e6:.1f}' for count in done)
            print(f'| {name} | {cells} | ×{growth(done):.2f} |', flush=True)
            if growth(done) > MOST_WORK:
                too_much.append(name)
    if too_much:
        sys.exit(f'growth.py: the work grows faster than the text: {", ".join(too_much)}')
    print(f'no doubling of a text takes more than {MOST_WORK} times the work')


{'time': time, 'work': work}[sys.argv[1]](Path(sys.argv[2]).resolve(), *sys.argv[3:])
