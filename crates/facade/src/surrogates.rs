//! Half characters in JSON.
//!
//! JavaScript and Python write half of a surrogate pair as `\ud83d`, which is JSON but no text. Each becomes
//! U+FFFD, one code point for one, so that offsets stay what they are.

/// The JSON with every unpaired surrogate escape replaced.
pub fn mend(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let (kept, length) = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (escape.get(..12), 12),
            (Some(0xd800..=0xdfff), _) => (Some("\\ufffd"), 6),
            // Another escape: the mark and whatever it stands before.
            _ => {
                let length = 1 + escape.chars().nth(1).map_or(0, char::len_utf8);
                (escape.get(..length), length)
            }
        };
        out.push_str(kept.unwrap_or_default());
        rest = escape.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The UTF-16 unit of the `\uXXXX` that this begins with.
fn unit(json: &str) -> Option<u16> {
    let digits = json.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn halves_are_replaced_and_pairs_are_not() {
        for (given, mended) in [
            (r"a\ud83db", r"a\ufffdb"),
            (r"\udc00", r"\ufffd"),
            (r"\ud83d\ude00", r"\ud83d\ude00"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\\ud83d \n \u00e9", r"\\ud83d \n \u00e9"),
            (r"\", r"\"),
            (r"\é\u12", r"\é\u12"),
        ] {
            assert_eq!(mend(given), mended);
        }
    }
}
