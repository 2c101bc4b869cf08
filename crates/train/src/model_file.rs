//! Writes the layout that model files share; `engine::model_file` reads it.

use crate::sources::Error;

/// The bytes of a model file: what it is, then its sections, each behind its length.
pub fn write(magic: [u8; 4], sections: impl IntoIterator<Item = Vec<u8>>) -> Result<Vec<u8>, Error> {
    let mut bytes = magic.to_vec();
    for section in sections {
        bytes.extend(u32::try_from(section.len())?.to_le_bytes());
        bytes.extend(section);
    }
    Ok(bytes)
}

/// All lowest bytes of the numbers, then all of the next place, and so on: bytes of one place are alike, and compress.
pub fn planes<const N: usize>(numbers: impl Iterator<Item = [u8; N]> + Clone) -> Vec<u8> {
    (0..N).flat_map(|place| numbers.clone().map(move |bytes| bytes[place])).collect()
}
