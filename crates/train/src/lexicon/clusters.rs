//! Words that are used alike, as one number: spherical k-means (Dhillon and Modha 2001) over word vectors.
//!
//! "Minister" and "secretary" fall into one cluster, "Ankara" and "Baku" into another. The tagger then knows a word
//! that it was not trained on by its fellows (Miller, Guinness and Zamanian, HLT 2004).

use std::collections::HashMap;

use crate::sources::glove::{DIMENSIONS, Vector, unit};

/// A cluster's number is a byte, and 0 is that of words without a vector.
const CLUSTERS: usize = 255;
/// Clusters of clusters, for what few words show: six bits, 0 as above.
const GROUPS: usize = 63;
/// The clusters are made of the most frequent words; the others only fall into them.
const FREQUENT: usize = 60_000;
/// After so many rounds hardly a word changes its cluster.
const ROUNDS: usize = 25;

/// The clusters of words, and the group of each cluster.
pub struct Clusters {
    words: HashMap<String, u8>,
    /// By cluster; the first is that of no cluster.
    pub groups: Vec<u8>,
}

impl Clusters {
    pub fn of(vectors: Vec<(String, Vector)>) -> Clusters {
        let frequent: Vec<Vector> = vectors.iter().take(FREQUENT).map(|(_, vector)| *vector).collect();
        let centres = centres(&frequent, CLUSTERS);
        let groups = groups_of(&centres, GROUPS);
        let words = vectors.into_iter().map(|(word, vector)| (word, 1 + nearest(&centres, &vector) as u8));
        Clusters { words: words.collect(), groups: [0].into_iter().chain(groups).collect() }
    }

    /// The word's cluster, 0 for a word without one.
    pub fn of_word(&self, word: &str) -> u8 {
        self.words.get(word).copied().unwrap_or_default()
    }
}

/// The group of each cluster, from 1.
fn groups_of(clusters: &[Vector], groups: usize) -> Vec<u8> {
    let centres = centres(clusters, groups);
    clusters.iter().map(|centre| 1 + nearest(&centres, centre) as u8).collect()
}

/// The middles of `count` clusters. They begin at vectors spread evenly over the list, which is in order of
/// frequency; the same list has the same clusters.
fn centres(vectors: &[Vector], count: usize) -> Vec<Vector> {
    let mut centres: Vec<Vector> = (0..count).map(|nth| vectors[nth * vectors.len() / count]).collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![[0.0f32; DIMENSIONS]; count];
        for vector in vectors {
            let sum = &mut sums[nearest(&centres, vector)];
            sum.iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            // A centre that no word is nearest to stays where it is.
            if sum.iter().any(|&x| x != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    centres
}

fn nearest(centres: &[Vector], vector: &Vector) -> usize {
    let cosine = |centre: &Vector| centre.iter().zip(vector).map(|(a, b)| a * b).sum::<f32>();
    let mut best = (0, f32::MIN);
    for (nth, centre) in centres.iter().enumerate() {
        let near = cosine(centre);
        if near > best.1 {
            best = (nth, near);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_one_way_is_one_cluster() {
        let along = |axis: usize, off: f32| {
            let mut vector = [0.0; DIMENSIONS];
            (vector[axis], vector[(axis + 1) % DIMENSIONS]) = (1.0, off);
            unit(vector)
        };
        let vectors = [along(0, 0.1), along(0, -0.1), along(7, 0.1), along(7, -0.2)];
        let centres = centres(&vectors, 2);
        assert_eq!(vectors.map(|vector| nearest(&centres, &vector)), [0, 0, 1, 1]);
    }
}
