//! Weights of hashed features, one row a feature, the weights of a row side by side.

/// How many places a feature is looked for from its own on.
pub const REACH: usize = 4;

/// Rows of `C` weights, in place in the model file: log2 of the number of rows (one byte), a check of two bytes for
/// each row (0 marks an empty one), then the rows (`i8`). A feature's row is the first, from the low bits of its hash
/// on, whose check is that of its high bits; with 16 bits fewer than one unknown feature in 10,000 falls on a row.
#[derive(Debug, Default)]
pub struct Table<const C: usize> {
    checks: &'static [[u8; 2]],
    rows: &'static [[u8; C]],
}

impl<const C: usize> Table<C> {
    /// A table out of its bytes; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Table<C>> {
        let (&log, rest) = bytes.split_first()?;
        let count = 1usize.checked_shl(u32::from(log))?;
        let (checks, rest) = rest.split_at_checked(count.checked_mul(2)?)?;
        let (checks, _) = checks.as_chunks();
        let (rows, rest) = rest.as_chunks();
        (rows.len() == count && rest.is_empty()).then_some(Table { checks, rows })
    }

    /// Adds the weights of a feature, if it has any.
    pub fn add(&self, hash: u32, sums: &mut [i16; C]) {
        let check = check_of(hash).to_le_bytes();
        let mask = self.checks.len().wrapping_sub(1);
        for step in 0..REACH {
            let at = (hash as usize + step) & mask;
            match self.checks.get(at) {
                Some(found) if *found == check => {
                    if let Some(row) = self.rows.get(at) {
                        for (sum, &weight) in sums.iter_mut().zip(row) {
                            *sum = sum.wrapping_add(i16::from(weight as i8));
                        }
                    }
                    return;
                }
                Some(&[0, 0]) | None => return,
                Some(_) => {}
            }
        }
    }
}

/// What tells a row's own feature from others that fall on it; never 0.
pub fn check_of(hash: u32) -> u16 {
    ((hash >> 16) as u16).max(1)
}
