//! Ctrl-C: the line or file that is being written is finished, and nothing else is begun.

use std::io::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::progress;

/// What shells give a program that Ctrl-C ended.
const STOPPED: i32 = 130;

/// Held while something is written that must not be left in halves.
static WRITING: Mutex<()> = Mutex::new(());

/// From here on Ctrl-C, and what else asks the program to end, waits for what is being written.
pub fn leave_whole_lines() {
    // Where a signal cannot be caught it ends the program as ever.
    let _ = ctrlc::set_handler(|| {
        let _whole = writing();
        progress::wipe();
        std::process::exit(STOPPED);
    });
}

pub fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes all of it, or, if the program is being ended, nothing.
pub fn write_whole(out: &mut impl Write, bytes: &[u8]) -> std::io::Result<()> {
    let _whole = writing();
    out.write_all(bytes)?;
    out.flush()
}
