//! A sorted list of strings, front-coded in blocks, and the little-endian arrays around it. All of it is read in
//! place: nothing is unpacked, and bytes that make no sense read as "not there".
//!
//! Front-coding rather than an automaton because the model travels compressed: the same words take a third less
//! in brotli this way.

/// How many strings share one block; the first of each is written whole, so that a search can begin there.
pub const BLOCK: usize = 32;

/// Bytes of the model file, read as numbers; past the end everything is zero.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bytes(pub(super) &'static [u8]);

impl Bytes {
    pub(super) fn u8(self, index: usize) -> u8 {
        self.0.get(index).copied().unwrap_or_default()
    }

    pub(super) fn u16(self, index: usize) -> u16 {
        u16::from_le_bytes(self.chunk(index).unwrap_or_default())
    }

    pub(super) fn u32(self, index: usize) -> u32 {
        u32::from_le_bytes(self.chunk(index).unwrap_or_default())
    }

    /// The bytes of a number in a section that has all lowest bytes first, then all of the next place, and so on.
    pub(super) fn plane<const N: usize>(self, index: usize) -> [u8; N] {
        let count = self.0.len() / N;
        std::array::from_fn(|place| if index < count { self.u8(place * count + index) } else { 0 })
    }

    fn chunk<const N: usize>(self, index: usize) -> Option<[u8; N]> {
        let start = index.checked_mul(N)?;
        self.0.get(start..start.checked_add(N)?)?.try_into().ok()
    }
}

/// Sorted strings of at most 255 bytes.
///
/// Layout: `u32` number of strings, then for each block of [`BLOCK`] the `u32` place where it starts, then the
/// blocks. A string is the number of bytes it shares with the one before it, the number of its further bytes, and
/// these; the first of a block shares none.
#[derive(Debug, Clone, Default)]
pub(super) struct StringTable {
    len: usize,
    starts: Bytes,
    blocks: Bytes,
    /// The first eight bytes of each block's first string (see [`opening`]), so that a search compares numbers.
    openings: Vec<u64>,
}

/// Where a string is in a [`StringTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Found {
    /// The number of the string itself.
    pub exact: Option<usize>,
    /// Whether a longer one begins with it and a space.
    pub extends: bool,
}

impl StringTable {
    pub(super) fn read(bytes: Bytes) -> Option<StringTable> {
        let (len, rest) = bytes.0.split_first_chunk::<4>()?;
        let len = u32::from_le_bytes(*len) as usize;
        let (starts, blocks) = rest.split_at_checked(len.div_ceil(BLOCK) * 4)?;
        let mut table =
            StringTable { len, starts: Bytes(starts), blocks: Bytes(blocks), openings: Vec::new() };
        let first = |block| table.entry(table.starts.u32(block) as usize).map(|(_, first, _)| opening(first));
        table.openings = (0..len.div_ceil(BLOCK)).map_while(first).collect();
        Some(table)
    }

    /// Where `wanted` is, in the time of a binary search.
    pub(super) fn find(&self, wanted: &[u8]) -> Found {
        let mut found = Found::default();
        let mut block = match self.block_of(wanted) {
            Some(block) => block,
            // It sorts before everything: only an empty string or one before the first; nothing can extend it.
            None => return found,
        };
        // A string that extends the wanted one may open the next block; no more than one block is crossed.
        let mut matched = 0;
        let last_block = self.len.div_ceil(BLOCK).min(block + 2);
        while block < last_block {
            let mut at = self.starts.u32(block) as usize;
            let in_block = (self.len - block * BLOCK).min(BLOCK);
            for index in 0..in_block {
                let Some((shared, suffix, next)) = self.entry(at) else { return found };
                at = next;
                if index > 0 && shared > matched {
                    // As far from the wanted string as the one before it, which was smaller.
                    continue;
                }
                if index > 0 && shared < matched {
                    return found;
                }
                let matched_before = if index == 0 { 0 } else { matched };
                let rest = wanted.get(matched_before..).unwrap_or_default();
                let more = rest.iter().zip(suffix).take_while(|(a, b)| a == b).count();
                matched = matched_before + more;
                match (rest.get(more), suffix.get(more)) {
                    (None, None) => found.exact = Some(block * BLOCK + index),
                    // The first string greater than the wanted one, which it begins with.
                    (None, Some(byte)) => {
                        found.extends = *byte == b' ';
                        return found;
                    }
                    (Some(a), Some(b)) if a < b => return found,
                    _ => {}
                }
            }
            block += 1;
        }
        found
    }

    /// The last block whose first string is not greater than `wanted`.
    fn block_of(&self, wanted: &[u8]) -> Option<usize> {
        let wanted_opening = opening(wanted);
        let mut low = self.openings.partition_point(|&opening| opening < wanted_opening);
        let alike = self.openings.get(low..)?.partition_point(|&opening| opening == wanted_opening);
        let mut high = low + alike;
        while low < high {
            let middle = (low + high) / 2;
            let (_, first, _) = self.entry(self.starts.u32(middle) as usize)?;
            if first <= wanted { low = middle + 1 } else { high = middle }
        }
        low.checked_sub(1)
    }

    /// The shared length, the further bytes, and where the next string starts.
    fn entry(&self, at: usize) -> Option<(usize, &'static [u8], usize)> {
        let shared = *self.blocks.0.get(at)? as usize;
        let length = *self.blocks.0.get(at + 1)? as usize;
        let end = at + 2 + length;
        Some((shared, self.blocks.0.get(at + 2..end)?, end))
    }
}

/// The first eight bytes as a number that sorts as they do; a shorter string is filled up with zeros.
fn opening(string: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (byte, &of_string) in bytes.iter_mut().zip(string) {
        *byte = of_string;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
impl StringTable {
    /// Every string, in order.
    pub(super) fn strings(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        let mut at = 0;
        let mut before: Vec<u8> = Vec::new();
        std::iter::from_fn(move || {
            let (shared, suffix, next) = self.entry(at)?;
            at = next;
            before.truncate(shared);
            before.extend_from_slice(suffix);
            Some(before.clone())
        })
    }
}
