//! Brings the plural and the singular of a word together, and nothing more.

use std::borrow::Cow;

/// The word without its plural ending: the S-stemmer (Harman, "How effective is suffixing?", 1991), which joins
/// what readers take for one word and little else.
pub(crate) fn stem(normal: &str) -> Cow<'_, str> {
    let word = normal;
    if word.len() > 4 && word.ends_with("ies") && !word.ends_with("eies") && !word.ends_with("aies") {
        return Cow::Owned(format!("{}y", &word[..word.len() - 3]));
    }
    let keeps_es = ["aes", "ees", "oes"].iter().any(|end| word.ends_with(end));
    if word.len() > 4 && word.ends_with("es") && !keeps_es {
        let hisses = ["sses", "shes", "ches", "xes", "zes"].iter().any(|end| word.ends_with(end));
        return Cow::Borrowed(&word[..word.len() - if hisses { 2 } else { 1 }]);
    }
    let singular = ["us", "ss", "is"].iter().any(|end| word.ends_with(end));
    if word.len() > 3 && word.ends_with('s') && !singular {
        return Cow::Borrowed(&word[..word.len() - 1]);
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn plurals_meet_their_singulars() {
        for (plural, singular) in [
            ("talks", "talk"),
            ("cities", "city"),
            ("losses", "loss"),
            ("churches", "church"),
            ("issues", "issue"),
        ] {
            assert_eq!(stem(plural), stem(singular), "{plural}");
        }
    }

    #[test]
    fn words_that_only_look_like_plurals_stay() {
        for word in ["crisis", "virus", "press", "gas"] {
            assert_eq!(stem(word), word);
        }
    }
}
