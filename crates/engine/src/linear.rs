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

/// Where the rows of features are.
///
/// In the model file: its form (one byte, [`Form`]), the number of rows (`u32`), and the keys of the rows in order, each as
/// its distance from the one before (`u32`, in four planes, low bytes first). See [`Form::key`].
#[derive(Debug, Default)]
struct Index {
    /// Of each bucket the four checks of 16 bits, 0 where a place is empty. They lie alone, since most features are known
    /// to none of them, and what is not in the processor's cache costs more than all else here.
    checks: Vec<u64>,
    /// Of each bucket the row of its first place, which those of the others follow.
    first: Vec<u16>,
    /// How many bits of a check are not looked at.
    dropped: u32,
}

/// How a table lies in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Log2 of the number of buckets.
    pub log: u8,
    /// How many of the [`CHECK_BITS`] are left out: each is a bit less for every row, and makes it twice as likely that an
    /// unknown feature falls on a row.
    pub dropped: u8,
}

impl Form {
    /// The form that a byte tells.
    pub fn read(byte: u8) -> Form {
        Form { log: byte & 31, dropped: byte >> 5 }
    }

    /// Its byte.
    #[cfg(any(test, feature = "training"))]
    pub fn byte(self) -> u8 {
        self.log | self.dropped << 5
    }

    fn check_bits(self) -> u32 {
        CHECK_BITS - u32::from(self.dropped)
    }

    /// The number of a feature: its bucket, then its check. A feature with the key of another cannot be told from it.
    #[cfg(any(test, feature = "training"))]
    pub fn key(self, hash: u32) -> u64 {
        let bucket = u64::from(hash) & ((1 << self.log) - 1);
        bucket << self.check_bits() | u64::from(hash >> (32 - self.check_bits()))
    }

    /// The bucket of a key.
    #[cfg(feature = "training")]
    pub fn bucket(self, key: u64) -> usize {
        (key >> self.check_bits()) as usize
    }
}

impl Index {
    /// An index out of the bytes that begin with it, the number of its rows, and the bytes after it; none if they are
    /// not of this layout.
    fn read(bytes: &'static [u8]) -> Option<(Index, usize, &'static [u8])> {
        let (&form, rest) = bytes.split_first()?;
        let form = Form::read(form);
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (planes, rest) = rest.split_at_checked(count.checked_mul(4)?)?;
        let buckets = 1usize.checked_shl(u32::from(form.log)).filter(|_| form.log <= 18)?;
        if count > usize::from(u16::MAX) {
            return None;
        }
        let (mut all_checks, mut all_first) = (vec![0u64; buckets], vec![0u16; buckets]);
        let (mut key, mut last, mut place) = (0u64, usize::MAX, 0);
        for row in 0..count {
            key += u64::from(u32::from_le_bytes([0, 1, 2, 3].map(|plane| planes[plane * count + row])));
            let bucket = (key >> form.check_bits()) as usize;
            let check = key & ((1 << form.check_bits()) - 1) | 1 << CHECK_BITS;
            let (checks, first) = (all_checks.get_mut(bucket)?, all_first.get_mut(bucket)?);
            if bucket != last {
                (last, place) = (bucket, 0);
                *first = row as u16;
            }
            if place == PLACES {
                return None;
            }
            *checks |= check << (16 * place);
            place += 1;
        }
        let index = Index { checks: all_checks, first: all_first, dropped: u32::from(form.dropped) };
        Some((index, count, rest))
    }

    /// The places of those of these features that have one: four times the bucket, and the place in it. Nothing is
    /// decided on the way, since no processor can foresee which feature is known; and all buckets are asked for before
    /// the first is looked at, so that they are fetched at once.
    #[inline]
    fn places<'b, const N: usize>(&self, features: &[u32; N], room: &'b mut [u32; N]) -> &'b [u32] {
        const LOW: u64 = 0x0001_0001_0001_0001;
        const HIGH: u64 = 0x8000_8000_8000_8000;
        let mask = (self.checks.len() as u32).wrapping_sub(1);
        let mut buckets = [0; N];
        for (checks, &feature) in buckets.iter_mut().zip(features) {
            *checks = self.checks.get((feature & mask) as usize).copied().unwrap_or_default();
        }
        for (checks, &feature) in buckets.iter_mut().zip(features) {
            let check = feature >> (32 - CHECK_BITS + self.dropped) | 1 << CHECK_BITS;
            let check = u64::from(check | check << 16);
            // The lowest lane of 16 bits that is zero now holds the check (Mycroft's test for a zero byte).
            let unlike = *checks ^ (check | check << 32);
            *checks = unlike.wrapping_sub(LOW) & !unlike & HIGH;
        }
        let mut count = 0;
        for (&found, &feature) in buckets.iter().zip(features) {
            // Never past the end: there is one place a feature.
            if let Some(place) = room.get_mut(count) {
                *place = (feature & mask).wrapping_mul(PLACES as u32) + found.trailing_zeros() / 16;
            }
            count += usize::from(found != 0);
        }
        room.get(..count).unwrap_or_default()
    }

    /// The row of a place that a feature has.
    #[inline]
    fn row(&self, place: u32) -> usize {
        let first = self.first.get(place as usize / PLACES).copied().unwrap_or_default();
        usize::from(first) + place as usize % PLACES
    }
}

/// Rows of `C` weights. All of them lie in memory, the zeros too: whole rows add up faster than what is left of them.
#[derive(Debug, Default)]
pub struct Table<const C: usize> {
    index: Index,
    rows: Vec<[i8; C]>,
}

impl<const C: usize> Table<C> {
    /// A table out of its bytes: the index, then the rows (`i8`); none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Table<C>> {
        let (index, count, rows) = Index::read(bytes)?;
        let (rows, rest) = rows.as_chunks::<C>();
        let rows: Vec<_> = rows.iter().map(|row| row.map(|weight| weight as i8)).collect();
        (rows.len() == count && rest.is_empty()).then_some(Table { index, rows })
    }

    /// A table most of whose weights are zero, out of its bytes: the index; for each row in `C / 8` bytes which weights
    /// are not zero, all first bytes before all second ones; then these weights (`i8`). None if they are not of this layout.
    pub fn read_sparse(bytes: &'static [u8]) -> Option<Table<C>> {
        let (index, count, rest) = Index::read(bytes)?;
        let (masks, weights) = rest.split_at_checked(count.checked_mul(C / 8)?)?;
        let mut weights = weights.iter();
        let mut rows = vec![[0; C]; count];
        for (at, row) in rows.iter_mut().enumerate() {
            for (class, weight) in row.iter_mut().enumerate() {
                if masks.get(class / 8 * count + at)? >> (class % 8) & 1 == 1 {
                    *weight = *weights.next()? as i8;
                }
            }
        }
        weights.next().is_none().then_some(Table { index, rows })
    }

    /// Adds the weights of those of these features that have any.
    #[inline]
    pub fn add<const N: usize>(&self, features: &[u32; N], sums: &mut [i16; C]) {
        let mut all = *sums;
        for &place in self.index.places(features, &mut [0; N]) {
            if let Some(row) = self.rows.get(self.index.row(place)) {
                for (sum, &weight) in all.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i16::from(weight));
                }
            }
        }
        *sums = all;
    }
}

/// The sums of each distinct word's own features, made when the word is first met.
pub(crate) struct OwnSums<const C: usize>(Vec<Option<[i16; C]>>);

impl<const C: usize> OwnSums<C> {
    /// For so many lexemes.
    pub fn new(lexemes: usize) -> OwnSums<C> {
        OwnSums(vec![None; lexemes])
    }

    /// The sums of the lexeme with this number.
    pub fn of(&mut self, lexeme: u32, make: impl FnOnce() -> [i16; C]) -> [i16; C] {
        *self.0[lexeme as usize].get_or_insert_with(make)
    }
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

/// Each value in its role; the compiler makes vectors of them, four at once.
#[inline]
pub(crate) fn atoms<const N: usize>(roles: [u32; N], values: [u32; N]) -> [u32; N] {
    let mut atoms = [0; N];
    for at in 0..N {
        atoms[at] = atom(roles[at], values[at]);
    }
    atoms
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

    /// The index of two features in one bucket and one in another.
    fn index() -> Vec<u8> {
        index_of(Form { log: 2, dropped: 0 })
    }

    fn index_of(form: Form) -> Vec<u8> {
        let keys = [0x1234_0001, 0x5678_0001, 0x1234_0003].map(|hash| form.key(hash));
        let mut bytes = vec![form.byte(), 3, 0, 0, 0];
        let mut last = 0;
        let gaps = keys.map(|key| ((key - std::mem::replace(&mut last, key)) as u32).to_le_bytes());
        for plane in 0..4 {
            bytes.extend(gaps.iter().map(|gap| gap[plane]));
        }
        bytes
    }

    #[test]
    fn a_feature_has_its_own_weights() {
        let bytes = [index(), vec![1, 2, 3, 4, 255, 6]].concat();
        let table = Table::<2>::read(bytes.leak()).expect("a table");
        for (features, expected) in [
            ([0x1234_0001, 0x1234_0003], [0, 8]),
            ([0x5678_0001, 0], [3, 4]),
            // An empty bucket, and one with others.
            ([0x1234_0000, 0x9999_0001], [0, 0]),
        ] {
            let mut sums = [0; 2];
            table.add(&features, &mut sums);
            assert_eq!(sums, expected);
        }
    }

    #[test]
    fn weights_that_are_zero_take_no_room() {
        let bytes = [index(), vec![0b1000_0001, 0b0000_0010, 0], vec![1, 255, 7]].concat();
        let table = Table::<8>::read_sparse(bytes.leak()).expect("a table");
        let mut sums = [0; 8];
        table.add(&[0x1234_0001, 0x5678_0001, 0x1234_0003, 0x4321_0002], &mut sums);
        assert_eq!(sums, [1, 7, 0, 0, 0, 0, 0, -1]);
    }

    #[test]
    fn fewer_bits_of_a_check() {
        let form = Form { log: 2, dropped: 2 };
        assert_eq!(Form::read(form.byte()), form);
        let masks = vec![0b1000_0001, 0, 0b1000_0000, 0, 0b0000_0010, 0b0000_0001];
        let bytes = [index_of(form), masks, vec![1, 255, 7, 3, 4]].concat();
        let table = Table::<16>::read_sparse(bytes.leak()).expect("a table");
        let mut sums = [0; 16];
        // The last falls on the first, from which it differs in bits that are dropped.
        table.add(&[0x1234_0001, 0x5678_0001, 0x1234_0003, 0x1238_0001], &mut sums);
        assert_eq!(sums, [2, 0, 0, 0, 0, 0, 0, 1, 4, 7, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn bytes_that_are_no_table() {
        for bytes in [&[][..], &[2, 1, 0, 0, 0], &[2, 0, 0, 0, 0, 7], &[40, 1, 0, 0, 0, 1, 1, 1, 9, 9]] {
            assert!(Table::<2>::read(bytes.to_vec().leak()).is_none(), "{bytes:?}");
            assert!(Table::<8>::read_sparse(bytes.to_vec().leak()).is_none(), "{bytes:?}");
        }
        let mut sums = [0; 2];
        Table::<2>::default().add(&[1], &mut sums);
        assert_eq!(sums, [0; 2]);
    }
}
