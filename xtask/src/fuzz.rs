//! Random inputs for as long as there is time: the bodies of the property tests, with as many cases as fit.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::shell::{Outcome, cargo, run, say};

/// Minutes without a word about them.
const MINUTES: u64 = 6;

/// The tests, the variable that says how many cases they try, and how many show how long one takes.
const BODIES: [(&[&str], &str, u32); 6] = [
    (&["-p", "engine", "--test", "any_text"], "TEXTS", 500),
    (&["-p", "ingest", "--test", "any_input"], "PROPTEST_CASES", 200),
    (&["-p", "ingest", "--test", "mutated"], "MUTATIONS", 200),
    (&["-p", "corrections", "any_list"], "LISTS", 500),
    (&["-p", "session", "any_order"], "LISTS", 2_000),
    (&["-p", "export", "--test", "formats", "--test", "round_trip"], "PROPTEST_CASES", 100),
];

/// Runs every body for its share of the minutes.
pub fn fuzz(minutes: &[&str]) -> Outcome {
    let minutes = match minutes {
        [] => MINUTES,
        [minutes] => minutes.parse().map_err(|_| format!("{minutes:?} is no number of minutes"))?,
        _ => return Err("one number of minutes is enough".to_owned()),
    };
    let share = Duration::from_secs(minutes * 60 / BODIES.len() as u64);
    // What is damaged is damaged otherwise each time; the line says how it can be had again.
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()).to_string();
    for (which, _, _) in BODIES {
        run(cargo().arg("test").args(which).arg("--no-run"))?;
    }
    for (which, variable, first) in BODIES {
        let try_out = |count: u32| {
            let count = count.to_string();
            say(&format!("with SEED={seed} {variable}={count}"));
            let began = Instant::now();
            run(cargo().arg("test").args(which).env(variable, count).env("SEED", &seed))?;
            Ok::<Duration, String>(began.elapsed())
        };
        let took = try_out(first)?;
        if let Some(count) = fitting(first, took, share.saturating_sub(took)) {
            try_out(count)?;
        }
    }
    Ok(())
}

/// How many cases fit into the time that is left, if it is worth while.
fn fitting(tried: u32, took: Duration, left: Duration) -> Option<u32> {
    let count = f64::from(tried) * left.as_secs_f64() / took.as_secs_f64().max(0.001);
    (count >= f64::from(tried)).then_some(count.min(f64::from(u32::MAX / 2)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_cases_as_fit_are_tried() {
        let seconds = Duration::from_secs;
        assert_eq!(fitting(500, seconds(2), seconds(60)), Some(15_000));
        assert_eq!(fitting(500, seconds(50), seconds(10)), None);
        assert!(fitting(500, seconds(0), seconds(60_000)).is_some_and(|count| count > 1_000_000));
    }

    #[test]
    fn what_is_no_number_of_minutes_is_told() {
        assert!(fuzz(&["night"]).is_err_and(|why| why.contains("no number of minutes")));
        assert!(fuzz(&["1", "2"]).is_err());
    }
}
