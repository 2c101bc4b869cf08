//! What all tables of hashed features share, whatever their weights and checks.

/// How much a feature tells classes apart.
pub fn spread(weights: &[f64]) -> f64 {
    let (low, high) = weights.iter().fold((0.0f64, 0.0f64), |(low, high), &w| (low.min(w), high.max(w)));
    high - low
}

/// The row that a feature may have: the first free one of `reach` from its hash on, if no earlier one looks like its
/// own. A check is never 0 but in an empty row.
pub fn place<T: Copy + Default + PartialEq>(
    checks: &[T],
    hash: u32,
    check: T,
    reach: usize,
) -> Option<usize> {
    let rows = (0..reach).map(|step| (hash as usize + step) & (checks.len() - 1));
    for row in rows {
        match checks[row] {
            free if free == T::default() => return Some(row),
            taken if taken == check => return None,
            _ => {}
        }
    }
    None
}
