//! Finds dates and times and says which day they mean.

use analysis::{Date, Published};

use crate::reading::Reading;

/// The day the article says it was published on, if it does.
pub(crate) fn publication(_reading: &Reading) -> Option<Published> {
    None
}

/// Every date, time and duration, resolved against the day of publication.
pub(crate) fn find(_reading: &Reading, _published: Option<jiff::civil::Date>) -> Vec<Date> {
    Vec::new()
}
