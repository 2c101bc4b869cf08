//! The engine for Python: functions that give the analysis document as JSON. What a caller sees around them
//! (dictionaries, types, spaCy) is Python and stands in `python/article_explorer`.

use pyo3::prelude::*;

#[pymodule]
mod _engine {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Mutex, PoisonError};
    use std::thread;

    use facade::Options;
    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;

    /// The analysis of a text. `id` is a JSON string or number.
    #[pyfunction]
    fn analyze(
        py: Python<'_>,
        text: &str,
        id: Option<&str>,
        published: Option<&str>,
        summary: Option<usize>,
    ) -> PyResult<String> {
        let options = options(published, summary)?;
        py.detach(|| facade::text(id, text, &options)).map_err(PyValueError::new_err)
    }

    /// The analysis of each text, in order, by several threads, each with a day of its own or none.
    #[pyfunction]
    fn analyze_batch(
        py: Python<'_>,
        texts: Vec<String>,
        published: Vec<Option<String>>,
        summary: Option<usize>,
        threads: usize,
    ) -> PyResult<Vec<String>> {
        let articles: Vec<(String, Options)> = texts
            .into_iter()
            .zip(published)
            .map(|(text, day)| Ok((text, options(day.as_deref(), summary)?)))
            .collect::<PyResult<_>>()?;
        py.detach(|| in_threads(&articles, threads)).map_err(PyValueError::new_err)
    }

    fn in_threads(articles: &[(String, Options)], threads: usize) -> Result<Vec<String>, String> {
        let next = AtomicUsize::new(0);
        let answers: Vec<Mutex<String>> = articles.iter().map(|_| Mutex::default()).collect();
        let work = || {
            while let Some(((text, options), answer)) = {
                let at = next.fetch_add(1, Ordering::Relaxed);
                articles.get(at).zip(answers.get(at))
            } {
                *answer.lock().unwrap_or_else(PoisonError::into_inner) = facade::text(None, text, options)?;
            }
            Ok(())
        };
        thread::scope(|scope| {
            let started: Vec<_> =
                (0..threads.clamp(1, articles.len().max(1))).map(|_| scope.spawn(work)).collect();
            let mut ended = started.into_iter().map(|thread| match thread.join() {
                Ok(outcome) => outcome,
                Err(_) => Err("an analysis broke down; please report its text".to_owned()),
            });
            ended.try_for_each(|outcome: Result<(), String>| outcome)
        })?;
        Ok(answers.into_iter().map(|answer| answer.into_inner().unwrap_or_default()).collect())
    }

    /// The analyses of the articles in a file's bytes.
    #[pyfunction]
    fn read(
        py: Python<'_>,
        bytes: &[u8],
        name: &str,
        published: Option<&str>,
        summary: Option<usize>,
    ) -> PyResult<Vec<String>> {
        let options = options(published, summary)?;
        py.detach(|| facade::file(name, bytes, &options)).map_err(PyValueError::new_err)
    }

    fn options(published: Option<&str>, summary: Option<usize>) -> PyResult<Options> {
        facade::options(published, summary).map_err(PyValueError::new_err)
    }
}
