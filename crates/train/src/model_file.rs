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
