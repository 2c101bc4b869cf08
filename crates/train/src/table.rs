//! Writes the tables of hashed features that the engine reads (`engine::linear`).

use std::collections::BTreeMap;

use engine::training::{Form, PLACES};

/// How much a feature tells classes apart.
pub fn spread(weights: &[f64]) -> f64 {
    let (low, high) = weights.iter().fold((0.0f64, 0.0f64), |(low, high), &w| (low.min(w), high.max(w)));
    high - low
}

/// How weights become bytes.
pub struct Steps {
    /// What a weight is multiplied with; see [`scale`].
    pub scale: f64,
    /// A weight of less than this share of the heaviest in its row is left out.
    pub slight: f64,
}

/// The factor that brings all but the heaviest thousandth of the weights to `steps` or less.
pub fn scale<'a, const C: usize>(rows: impl Iterator<Item = &'a [f64; C]>, steps: f64) -> f64 {
    let mut heights: Vec<f64> = rows.flatten().map(|weight| weight.abs()).filter(|&w| w > 0.0).collect();
    heights.sort_by(f64::total_cmp);
    let top = heights.len().checked_sub(heights.len() / 1000 + 1).map_or(1.0, |at| heights[at]);
    steps / top.max(1e-9)
}

/// A weight as it lies in a table.
pub fn quantized(weight: f64, scale: f64) -> i8 {
    (weight * scale).round().clamp(-127.0, 127.0) as i8
}

/// The bytes of a table of this form: a sparse one for more than eight classes. Where two
/// features want one place, it is that of the first of them.
pub fn table<const C: usize>(features: Vec<(u32, [f64; C])>, form: Form, steps: &Steps) -> Vec<u8> {
    let mut rows: BTreeMap<u64, [i8; C]> = BTreeMap::new();
    let mut taken = vec![0; 1 << form.log];
    let mut lost = 0;
    for (hash, weights) in features {
        let height = weights.iter().fold(0.0f64, |height, weight| height.max(weight.abs()));
        let row = weights.map(|weight| {
            let slight = weight.abs() < height * steps.slight;
            if slight { 0 } else { quantized(weight, steps.scale) }
        });
        if row == [0; C] {
            continue;
        }
        let key = form.key(hash);
        let bucket = &mut taken[form.bucket(key)];
        if *bucket == PLACES || rows.contains_key(&key) {
            lost += 1;
            continue;
        }
        *bucket += 1;
        rows.insert(key, row);
    }
    println!("  {} rows, {lost} features without a place", rows.len());
    let mut last = 0;
    let gaps: Vec<u64> = rows.keys().map(|&key| key - std::mem::replace(&mut last, key)).collect();
    let plane = |nth: u32| gaps.iter().map(move |gap| (gap >> (8 * nth)) as u8);
    let mut bytes = vec![form.byte()];
    bytes.extend((rows.len() as u32).to_le_bytes());
    bytes.extend((0..4).flat_map(plane));
    let weights = rows.values().flatten().map(|&weight| weight as u8);
    if C <= 8 {
        bytes.extend(weights);
        return bytes;
    }
    let of_eight = |eight: &[i8]| (0..8).map(|nth| u8::from(eight[nth] != 0) << nth).sum::<u8>();
    for plane in (0..C).step_by(8) {
        bytes.extend(rows.values().map(|row| of_eight(&row[plane..plane + 8])));
    }
    bytes.extend(weights.filter(|&weight| weight != 0));
    bytes
}
