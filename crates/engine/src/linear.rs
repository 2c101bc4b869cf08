//! Linear models over hashed features, as the part-of-speech tagger, the parser and the recognizer of names share them:
//! how a feature becomes a number, and where its weights lie.
//!
//! **Features.** What a feature is made of are atoms: the word before, the tag of the next word. Each atom is a number
//! of 32 random-looking bits that depends on its value and on its role ([`atom`]), and a feature is the exclusive or of
//! its atoms and of its template's own number ([`templates`]), as in Zobrist's hashing of chess positions (1970). So a
//! feature costs one or two instructions more than the one before.
//!
//! **Weights.** A [`Table`] holds one row of weights a feature, found by a single look: the four places of a bucket are
//! compared at once, as in a cuckoo filter (Fan et al., CoNEXT 2014).

/// How many features a bucket can hold.
pub const PLACES: usize = 4;
/// How many bits of a hash tell a bucket's features apart, so that one unknown feature in some 10,000 falls on a row.
pub const CHECK_BITS: u32 = 14;

/// Rows of `C` weights.
///
/// In the model file: log2 of the number of buckets (one byte), the number of rows (`u32`), the keys of the rows in
/// order, each as its distance from the one before (`u32`, in four planes, low bytes first), then the rows (`i8`).
/// See [`key`].
#[derive(Debug, Default)]
pub struct Table<const C: usize> {
    /// Of each bucket the four checks of 16 bits; 0 where a place is empty.
    checks: Vec<u64>,
    /// The row of each bucket's first place; the others follow.
    first: Vec<u16>,
    rows: &'static [[u8; C]],
}

impl<const C: usize> Table<C> {
    /// A table out of its bytes; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Table<C>> {
        let (&log, rest) = bytes.split_first()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (planes, rows) = rest.split_at_checked(count.checked_mul(4)?)?;
        let (rows, rest) = rows.as_chunks();
        let buckets = 1usize.checked_shl(u32::from(log))?;
        if rows.len() != count || !rest.is_empty() || count > usize::from(u16::MAX) {
            return None;
        }
        let (mut checks, mut first) = (vec![0u64; buckets], vec![0u16; buckets]);
        let (mut key, mut last, mut place) = (0u64, usize::MAX, 0);
        for row in 0..count {
            key += u64::from(u32::from_le_bytes([0, 1, 2, 3].map(|plane| planes[plane * count + row])));
            let bucket = (key >> CHECK_BITS) as usize;
            let check = key & ((1 << CHECK_BITS) - 1) | 1 << CHECK_BITS;
            if bucket != last {
                (last, place) = (bucket, 0);
                *first.get_mut(bucket)? = row as u16;
            }
            if place == PLACES {
                return None;
            }
            *checks.get_mut(bucket)? |= check << (16 * place);
            place += 1;
        }
        Some(Table { checks, first, rows })
    }

    /// The weights of a feature, if it has any.
    #[inline]
    pub fn row(&self, hash: u32) -> Option<&'static [u8; C]> {
        const LOW: u64 = 0x0001_0001_0001_0001;
        const HIGH: u64 = 0x8000_8000_8000_8000;
        let bucket = hash as usize & self.checks.len().wrapping_sub(1);
        let checks = *self.checks.get(bucket)?;
        let check = u64::from(hash >> (32 - CHECK_BITS) | 1 << CHECK_BITS);
        // The lowest lane of 16 bits that is zero now holds the check (Mycroft's test for a zero byte).
        let unlike = checks ^ check.wrapping_mul(LOW);
        let found = unlike.wrapping_sub(LOW) & !unlike & HIGH;
        if found == 0 {
            return None;
        }
        let place = found.trailing_zeros() as usize / 16;
        self.rows.get(usize::from(*self.first.get(bucket)?) + place)
    }

    /// Adds the weights of a feature, if it has any.
    #[inline]
    pub fn add(&self, hash: u32, sums: &mut [i16; C]) {
        if let Some(row) = self.row(hash) {
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(i16::from(weight as i8));
            }
        }
    }

    /// Adds the weights of all these features.
    #[inline]
    pub fn add_all(&self, hashes: &[u32], sums: &mut [i16; C]) {
        for &hash in hashes {
            self.add(hash, sums);
        }
    }
}

/// The number of a feature in a table of 2 to the power of `log` buckets: its bucket, then its check. A feature with the
/// key of another cannot be told from it.
pub fn key(hash: u32, log: u8) -> u64 {
    let bucket = u64::from(hash) & ((1 << log) - 1);
    bucket << CHECK_BITS | u64::from(hash >> (32 - CHECK_BITS))
}

/// The number of the first class with the highest sum, from `from` on.
pub(crate) fn best(sums: &[i16], from: usize) -> usize {
    let mut best = from;
    for (at, sum) in sums.iter().enumerate().skip(from) {
        if *sum > sums[best] {
            best = at;
        }
    }
    best
}

/// A value in a role, as 32 random-looking bits (the finish of MurmurHash3, Appleby 2011).
#[inline]
pub(crate) const fn atom(role: u32, value: u32) -> u32 {
    let mut bits = value ^ role.wrapping_mul(0x9e37_79b9);
    bits = (bits ^ bits >> 16).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ bits >> 13).wrapping_mul(0xc2b2_ae35);
    bits ^ bits >> 16
}

/// Gives the features of each template, which are the exclusive or of its atoms, their template's number: `first` and
/// those after it.
#[inline]
pub(crate) const fn templates<const N: usize>(first: u32, mut features: [u32; N]) -> [u32; N] {
    let mut at = 0;
    while at < N {
        features[at] ^= atom(!0, first + at as u32);
        at += 1;
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two features in one bucket and one in another, two weights each.
    fn table() -> Table<2> {
        let keys = [key(0x1234_0001, 2), key(0x5678_0001, 2), key(0x1234_0003, 2)];
        let mut bytes = vec![2, 3, 0, 0, 0];
        let mut last = 0;
        let gaps = keys.map(|key| {
            let gap = (key - last) as u32;
            last = key;
            gap.to_le_bytes()
        });
        for plane in 0..4 {
            bytes.extend(gaps.iter().map(|gap| gap[plane]));
        }
        bytes.extend([1u8, 2, 3, 4, 255, 6]);
        Table::read(bytes.leak()).expect("a table")
    }

    #[test]
    fn a_feature_has_its_own_weights() {
        let mut sums = [0; 2];
        table().add_all(&[0x1234_0001, 0x1234_0003], &mut sums);
        assert_eq!(sums, [0, 8]);
        assert_eq!(table().row(0x5678_0001), Some(&[3, 4]));
    }

    #[test]
    fn an_unknown_feature_has_none() {
        assert_eq!(table().row(0x1234_0000), None, "an empty bucket");
        assert_eq!(table().row(0x9999_0001), None, "a bucket with others");
        assert_eq!(Table::<2>::default().row(1), None, "no table");
    }

    #[test]
    fn bytes_that_are_no_table() {
        for bytes in [&[][..], &[2, 1, 0, 0, 0], &[2, 0, 0, 0, 0, 7], &[40, 1, 0, 0, 0, 1, 1, 1, 9, 9]] {
            assert!(Table::<2>::read(bytes.to_vec().leak()).is_none(), "{bytes:?}");
        }
    }
}
