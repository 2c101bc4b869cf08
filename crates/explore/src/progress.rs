//! How far the work is, in one line that is written over: only where a reader sees it, and never among the output.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What is done sooner needs no progress.
const FIRST: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(100);

/// Whether the line stands on the terminal now.
static SHOWN: AtomicBool = AtomicBool::new(false);

pub struct Progress {
    wanted: bool,
    /// How many there are, where that is known.
    total: Option<usize>,
    done: usize,
    began: Instant,
    last: Option<Instant>,
}

impl Progress {
    /// `prints` says whether the output goes to standard output.
    pub fn new(total: Option<usize>, prints: bool) -> Progress {
        let free = !prints || !std::io::stdout().is_terminal();
        let wanted = free && std::io::stderr().is_terminal();
        Progress { wanted, total, done: 0, began: Instant::now(), last: None }
    }

    /// One more is done.
    pub fn step(&mut self) {
        self.done += 1;
        if !self.wanted
            || self.began.elapsed() < FIRST
            || self.last.is_some_and(|last| last.elapsed() < PAUSE)
        {
            return;
        }
        self.last = Some(Instant::now());
        let mut err = std::io::stderr();
        // A terminal that is gone shows no progress.
        let _ = write!(err, "\r\x1b[K{}", line(self.done, self.total, self.began.elapsed()));
        let _ = err.flush();
        SHOWN.store(true, Ordering::Relaxed);
    }
}

/// Takes the line away, for what is to stand in its place.
pub fn wipe() {
    if SHOWN.swap(false, Ordering::Relaxed) {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
}

fn line(done: usize, total: Option<usize>, after: Duration) -> String {
    let of = match total {
        Some(total) => format!("{done} of {total} files"),
        None => format!("{done} articles"),
    };
    let rate = done as f64 / after.as_secs_f64().max(0.001);
    match rate < 10.0 {
        true => format!("{of}, {rate:.1} a second"),
        false => format!("{of}, {rate:.0} a second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_how_many_and_how_fast() {
        assert_eq!(line(12, Some(400), Duration::from_secs(2)), "12 of 400 files, 6.0 a second");
        assert_eq!(line(3000, None, Duration::from_secs(10)), "3000 articles, 300 a second");
        assert_eq!(line(0, None, Duration::ZERO), "0 articles, 0.0 a second");
    }
}
