//! The lists of lines and words, as `lists/lines.txt` has them.

use std::sync::LazyLock;

static LINES: &str = include_str!("../../../lists/lines.txt");

/// The entries under `[name]`. One copy of it is enough.
#[inline(never)]
fn entries(name: &str) -> Vec<&'static str> {
    let under = LINES
        .lines()
        .skip_while(|line| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) != Some(name));
    let own = under.skip(1).take_while(|line| !line.is_empty());
    own.map(|line| line.strip_suffix('_').unwrap_or(line)).collect()
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        $($(#[$doc])* pub static $name: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries(stringify!($name)));)*

        #[cfg(test)]
        mod tests {
            #[test]
            fn every_list_is_in_the_file_and_in_use() {
                let all = [$((stringify!($name), super::$name.len())),*];
                for (name, entries) in all {
                    assert!(entries > 1, "{name}");
                }
                let headings = super::LINES.lines().filter(|line| line.starts_with('[')).count();
                assert_eq!(headings, all.len());
            }
        }
    };
}

lists! {
    /// Lines that are no part of any article, whole.
    FURNITURE,
    /// Words of the buttons and notices of a page …
    CONTROL_WORDS,
    /// … and those of which one at least stands in each.
    CONTROL_ACTIONS,
    /// Lines over links to other articles, or how they begin.
    OVER_OTHERS,
    /// How lines of page furniture begin.
    FURNITURE_OPENINGS,
    /// How a page asks its reader to do something. An article may quote such a request, or begin a sentence with it.
    REQUESTS,
    /// Words with which a page speaks of itself and to its reader.
    TO_THE_READER,
    /// Words that tell of something said, and stand in no request of a page.
    TOLD,
    /// Who did what, as credits say it before a name: "Editing by Ito Pell".
    CREDITS,
    /// How a line ends that says who helped.
    FURNITURE_ENDINGS,
    /// How credits begin that stand behind the last sentence of an article, in its paragraph.
    CREDITS_BEHIND,
    /// How captions and picture credits begin.
    CAPTION_OPENINGS,
    /// How captions and picture credits end.
    CAPTION_ENDINGS,
    /// Words in small letters that a byline has beside names: "Ana Ruiz of the Coast Wire, senior reporter".
    BYLINE_WORDS,
    /// What people of a newspaper are, as the last word of "health reporter".
    BYLINE_JOBS,
    /// Words in capitals before a dash that are no places.
    LABELS,
    /// What says that a date is a publication's.
    PUBLISHED,
    /// What else stands in a line that only says when.
    DATE_WORDS,
    /// Agencies whose name under a picture is a credit.
    PICTURE_AGENCIES,
}
