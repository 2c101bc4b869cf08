"""The same articles by one process of the command, by Spark with the command and by Spark with the wheel, on one processor and on two.

    PYTHONPATH=FOLDER_OF_THE_WHEEL python3 spark_speed.py EXPLORE CORPUS.json ARTICLES FOLDER

Prints JSON: for each run the seconds of processor time of all its processes, those that went by, and of Spark's those of the
job alone, once Spark has started. What Spark writes is compared with what the command writes. Needs pyspark, pandas, pyarrow
and a Java.
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / 'examples'
TICKS = os.sysconf('SC_CLK_TCK')


def spent(session):
    """Processor seconds of every process of the session that is alive, with those of its ended children."""
    total = 0
    for stat in Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = stat.read_text().rsplit(')', 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            total += sum(map(int, fields[11:15]))
    return total / TICKS


def spark(name, source, target, cores, *more):
    """Called in a process of its own: an example, in local mode."""
    import importlib.util

    from pyspark.sql import SparkSession

    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f'{name}.py')
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    os.environ['PYSPARK_PYTHON'] = sys.executable
    builder = SparkSession.builder.master(f'local[{cores}]').config('spark.ui.enabled', 'false')
    session = builder.config('spark.driver.memory', '4g').getOrCreate()
    began = time.monotonic()
    example.main(source, target, *more)
    # The workers are kept for the next job, so they are still there to be counted.
    print(json.dumps({'job': time.monotonic() - began, 'cpu': spent(os.getsid(0))}))
    session.stop()


def on(cores, command):
    """Runs the command on the first processors in a session of its own."""
    began = time.monotonic()
    done = subprocess.run(['taskset', '-c', f'0-{cores - 1}', *command], stdout=subprocess.PIPE, check=True, start_new_session=True)
    return time.monotonic() - began, done.stdout


def lines_of(paths):
    """What a set of lines is called, whatever their order."""
    lines = (line for path in sorted(paths) for line in path.open('rb'))
    return hashlib.sha256(b''.join(sorted(hashlib.sha256(line.rstrip(b'\n')).digest() for line in lines))).hexdigest()


def main(explore, corpus, count, folder):
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    texts = json.loads(Path(corpus).read_text(encoding='utf-8'))['articles']
    source = folder / 'articles.jsonl'
    with source.open('w', encoding='utf-8') as out:
        for number in range(int(count)):
            out.write(json.dumps({'id': f'a{number}', 'text': texts[number % len(texts)], 'published': '2025-12-07'}) + '\n')
    runs, written = {}, set()
    for cores in (1, 2):
        target = folder / f'command-{cores}'
        before = os.times()
        call = [explore, 'analyze', '--jsonl', '--threads', str(cores), '--output', str(target), str(source)]
        wall, _ = on(cores, call)
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        runs[f'command {cores}'] = {'wall': wall, 'cpu': cpu}
        written.add(lines_of(target.glob('*.jsonl')))
        shutil.rmtree(target)
        for name, more in (('spark_pipe', [explore]), ('spark_wheel', [])):
            target = folder / f'{name}-{cores}'
            call = [sys.executable, __file__, 'spark', name, str(source), str(target), str(cores), *more]
            wall, printed = on(cores, call)
            runs[f'{name} {cores}'] = {'wall': wall, **json.loads(printed.splitlines()[-1])}
            written.add(lines_of(target.glob('part-*')))
            shutil.rmtree(target)
    print(json.dumps({'articles': int(count), 'same': len(written) == 1, **runs}))


if __name__ == '__main__':
    spark(*sys.argv[2:]) if sys.argv[1] == 'spark' else main(*sys.argv[1:])
