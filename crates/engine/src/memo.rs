//! What was once found out about a word, kept from article to article.
//!
//! Nine in ten distinct words of an article stood in the ones before it too. What is kept depends on the word alone,
//! so that an article has the same analysis whatever was read before it.

use std::cell::RefCell;
use std::thread::LocalKey;

use rustc_hash::FxHashMap;

/// How many words are kept; when there are as many, all are forgotten.
const ROOM: usize = 1 << 14;
/// A longer word is hardly met again.
const LONGEST: usize = 40;

/// Values by word.
pub(crate) struct Memo<V>(RefCell<Known<V>>);

struct Known<V> {
    /// For each word the number of its value. The values lie elsewhere, so that a search looks at little memory.
    numbers: FxHashMap<Box<[u8]>, u32>,
    values: Vec<V>,
}

impl<V: Copy> Memo<V> {
    pub const fn new() -> Self {
        let numbers = FxHashMap::with_hasher(rustc_hash::FxBuildHasher);
        Memo(RefCell::new(Known { numbers, values: Vec::new() }))
    }

    /// The value of a word, made when the word is first met.
    pub fn of(memo: &'static LocalKey<Memo<V>>, word: &[u8], make: impl FnOnce() -> V) -> V {
        if word.len() > LONGEST {
            return make();
        }
        let known = memo.with(|memo| {
            let Known { numbers, values } = &*memo.0.borrow();
            numbers.get(word).and_then(|&number| values.get(number as usize)).copied()
        });
        if let Some(value) = known {
            return value;
        }
        // Nothing is borrowed while it is made: that may ask for other words.
        let value = make();
        memo.with(|memo| {
            let Known { numbers, values } = &mut *memo.0.borrow_mut();
            if values.len() >= ROOM {
                numbers.clear();
                values.clear();
            }
            numbers.insert(word.into(), values.len() as u32);
            values.push(value);
        });
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static LENGTHS: Memo<usize> = const { Memo::new() };
    }

    #[test]
    fn a_word_is_looked_at_once() {
        let length = |word: &str| Memo::of(&LENGTHS, word.as_bytes(), || word.len());
        assert_eq!(length("harbour"), 7);
        assert_eq!(Memo::of(&LENGTHS, b"harbour", || unreachable!()), 7);
    }

    #[test]
    fn the_room_is_bounded() {
        for number in 0..2 * ROOM + 5 {
            let word = number.to_string();
            assert_eq!(Memo::of(&LENGTHS, word.as_bytes(), || number), number);
        }
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(Memo::of(&LENGTHS, long.as_bytes(), || 1), 1);
        let kept = LENGTHS.with(|memo| memo.0.borrow().values.len());
        assert!((1..=ROOM).contains(&kept), "{kept}");
    }
}
