//! Words typed with a slip: one letter too many, one missing, one wrong, or two in the wrong order.

/// Words shorter than this are taken as they are: one letter in three makes another word.
const SHORTEST: usize = 4;

/// Whether a word begins with what was typed, but for one slip. Both are folded.
pub fn begins_but_for_a_slip(word: &str, typed: &str) -> bool {
    let (word, typed): (Vec<char>, Vec<char>) = (word.chars().collect(), typed.chars().collect());
    if typed.len() < SHORTEST || word.len() + 1 < typed.len() {
        return false;
    }
    let same = word.iter().zip(&typed).take_while(|(a, b)| a == b).count();
    // What follows the first difference must begin alike, each slip taken back in turn.
    let rest = |from_word: usize, from_typed: usize| {
        let (word, typed) = (word.get(from_word..).unwrap_or(&[]), typed.get(from_typed..).unwrap_or(&[]));
        word.starts_with(typed)
    };
    let swapped = word.get(same).is_some()
        && word.get(same) == typed.get(same + 1)
        && word.get(same + 1) == typed.get(same)
        && rest(same + 2, same + 2);
    same >= 1
        && (same == typed.len()
            || rest(same + 1, same + 1)
            || rest(same, same + 1)
            || rest(same + 1, same)
            || swapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let check = |typed: &str, expected: bool| {
            assert_eq!(begins_but_for_a_slip("quintela", typed), expected, "{typed}");
        };
        for slip in ["quinetla", "qintela", "quinntela", "quimtela", "quint", "quinet"] {
            check(slip, true);
        }
        for other in ["quimtola", "kuintela", "qui", "quota", "quintelassa"] {
            check(other, false);
        }
    }
}
