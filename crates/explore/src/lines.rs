//! JSON Lines in, an analysis a line out: a stream that holds a few articles at a time, in order.

use std::collections::VecDeque;
use std::io::{BufRead, Write};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use crate::Failure;
use crate::call::Call;
use crate::interrupt::write_whole;
use crate::progress::Progress;

/// Lines that may wait for one that takes longer, for each thread.
const AHEAD: usize = 16;

/// Answers each line of `input` that is not blank, in order.
pub fn analyze(
    input: &mut impl BufRead,
    call: &Call,
    out: &mut impl Write,
    progress: &mut Progress,
) -> Result<(), Failure> {
    if call.threads > 1 {
        return in_threads(input, call, out, progress);
    }
    while let Some(line) = next(input)? {
        write_line(out, facade::line(&line, &call.options), progress)?;
    }
    Ok(())
}

/// The same by several threads, each of which takes the next line. What is written is the same.
fn in_threads(
    input: &mut impl BufRead,
    call: &Call,
    out: &mut impl Write,
    progress: &mut Progress,
) -> Result<(), Failure> {
    let (give, take) = mpsc::channel::<(Vec<u8>, mpsc::Sender<String>)>();
    let take = Mutex::new(take);
    let work = || {
        loop {
            // The lock is let go of before the line is analysed.
            let taken = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((line, answer)) = taken else { return };
            // Nobody waits for the answer if the output has gone.
            let _ = answer.send(facade::line(&line, &call.options));
        }
    };
    thread::scope(|scope| {
        // It ends with this closure, and with it the threads.
        let give = give;
        for _ in 0..call.threads {
            scope.spawn(work);
        }
        let mut waiting = VecDeque::new();
        loop {
            let line = next(input)?;
            let ended = line.is_none();
            if let Some(line) = line {
                let (answer, answered) = mpsc::channel();
                // The threads live as long as this loop.
                let _ = give.send((line, answer));
                waiting.push_back(answered);
            }
            while let Some(answered) = waiting.front() {
                let must_wait = ended || waiting.len() > AHEAD * call.threads;
                let answer = if must_wait { answered.recv().ok() } else { answered.try_recv().ok() };
                let Some(answer) = answer else { break };
                write_line(out, answer, progress)?;
                waiting.pop_front();
            }
            if ended {
                return Ok(());
            }
        }
    })
}

fn write_line(out: &mut impl Write, mut line: String, progress: &mut Progress) -> Result<(), Failure> {
    line.push('\n');
    write_whole(out, line.as_bytes())?;
    progress.step();
    Ok(())
}

/// The next line that is not blank, without white space around it and without a byte order mark.
fn next(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Failure> {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line).map_err(|error| Failure::Input(error.to_string()))?;
        if read == 0 {
            return Ok(None);
        }
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if !bytes.is_empty() {
            return Ok(Some(bytes.to_vec()));
        }
    }
}
