//! The layout that model files share: four bytes that say what it is, then sections, each a little-endian `u32` length
//! and that many bytes.

/// The sections of a model file, in place; none if it is not of this layout.
pub(crate) fn sections<const N: usize>(bytes: &'static [u8], magic: [u8; 4]) -> Option<[&'static [u8]; N]> {
    let mut rest = bytes.strip_prefix(&magic)?;
    let mut sections: [&[u8]; N] = [&[]; N];
    for section in &mut sections {
        let (length, after) = rest.split_first_chunk::<4>()?;
        (*section, rest) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    }
    Some(sections)
}
