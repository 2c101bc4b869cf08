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

/// The next line that is not blank, without white space around it and without a byte order mark. It ends with a line
/// feed, a carriage return or both.
fn next(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Failure> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if !read_line(input, &mut line).map_err(|error| Failure::Input(error.to_string()))? {
            return Ok(None);
        }
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if !bytes.is_empty() {
            return Ok(Some(bytes.to_vec()));
        }
    }
}

/// Reads up to the end of the line, which is not among the bytes; says whether anything was left to read. A bare carriage
/// return ends a line too, but for inside of a string: there it is one of the control characters
/// that scrapers write.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    let mut any = false;
    let mut is_string = false;
    let mut escaped = false;
    loop {
        let bytes = match input.fill_buf() {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            bytes => bytes?,
        };
        if bytes.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = bytes.iter().position(|&byte| {
            let ends = byte == b'\n' || byte == b'\r' && !is_string;
            (is_string, escaped) = match byte {
                b'"' if !escaped => (!is_string, false),
                b'\\' => (is_string, is_string && !escaped),
                _ => (is_string, false),
            };
            ends
        });
        match end {
            Some(end) => {
                line.extend_from_slice(&bytes[..end]);
                input.consume(end + 1);
                return Ok(true);
            }
            None => {
                let length = bytes.len();
                line.extend_from_slice(bytes);
                input.consume(length);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[track_caller]
    fn check(given: &str, lines: &[&str]) {
        for size in [1, 3, 8192] {
            let mut input = BufReader::with_capacity(size, given.as_bytes());
            let mut found = Vec::new();
            while let Ok(Some(line)) = next(&mut input) {
                found.push(String::from_utf8(line).expect("it is UTF-8"));
            }
            assert_eq!(found, lines, "{given:?} by {size}");
        }
    }

    #[test]
    fn a_line_ends_with_a_line_feed_a_carriage_return_or_both() {
        let lines = ["{\"id\":1}", "{\"id\":2}"];
        for end in ["\n", "\r\n", "\r", "\r\r", "\n\n"] {
            check(&format!("\u{feff}{}{end}{}{end}", lines[0], lines[1]), &lines);
            check(&lines.join(end), &lines);
        }
    }

    #[test]
    fn a_carriage_return_in_a_string_ends_no_line() {
        check(
            "{\"text\":\"a\rb\\\"\rc\"}\r{\"text\":\"\\\\\"}\r{}",
            &["{\"text\":\"a\rb\\\"\rc\"}", "{\"text\":\"\\\\\"}", "{}"],
        );
        // A string that does not end spoils its own line and no other.
        check("{\"text\":\"a\n{}\n", &["{\"text\":\"a", "{}"]);
    }
}
