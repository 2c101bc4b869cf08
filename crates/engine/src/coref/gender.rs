//! Who is a he and who is a she: by given names, titles, words of kinship, and pronouns already resolved.

use analysis::{Entity, EntityType, MentionKind};

use crate::lexicon::{Gender, Lexicon};
use crate::reading::Reading;

/// The gender of a person, where the article or the name tells; none where it does not, or tells both.
pub(super) fn of_person(reading: &Reading, entity: &Entity) -> Option<Gender> {
    if entity.kind != EntityType::Person {
        return None;
    }
    let lexicon = Lexicon::get();
    let mut told: Option<Gender> = None;
    for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let Some(before) = reading.token_at(mention.span.start as usize).checked_sub(1) else { continue };
        let word = reading.normal(before);
        if let Some(gender) = of_title(word).or_else(|| of_noun(word)) {
            match told {
                None => told = Some(gender),
                Some(known) if known != gender => return None,
                Some(_) => {}
            }
        }
    }
    let role = || {
        entity
            .role
            .as_ref()?
            .text
            .split(|c: char| !c.is_alphanumeric())
            .find_map(|w| of_noun(&w.to_lowercase()))
    };
    let given = || {
        let mut words =
            entity.name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
        let first = words.next()?;
        let facts = lexicon.word(first);
        words.next().and_then(|_| facts.gender()).filter(|&gender| gender != Gender::Both)
    };
    told.or_else(role).or_else(given)
}

fn of_title(normal: &str) -> Option<Gender> {
    let known = match normal {
        "mr" | "mr." | "sir" | "lord" | "mister" => Some(Gender::Male),
        "mrs" | "mrs." | "ms" | "ms." | "miss" | "lady" | "dame" | "mme" | "madame" => Some(Gender::Female),
        _ => None,
    };
    known.or_else(|| Lexicon::get().word(normal).title_gender()).filter(|&gender| gender != Gender::Both)
}

/// The gender that a noun for a person has by itself.
pub(super) fn of_noun(normal: &str) -> Option<Gender> {
    match normal {
        "man" | "boy" | "father" | "dad" | "son" | "brother" | "husband" | "uncle" | "nephew"
        | "grandfather" | "grandson" | "king" | "prince" | "duke" | "emperor" | "actor" | "spokesman"
        | "chairman" | "businessman" | "policeman" | "fireman" | "congressman" | "salesman" | "fisherman"
        | "gentleman" | "boyfriend" | "widower" | "monk" | "priest" | "pope" | "sheikh" | "sultan"
        | "bishop" | "imam" | "lad" | "guy" | "stepfather" | "stepson" | "waiter" | "hero" | "groom"
        | "cowboy" | "statesman" | "sportsman" => Some(Gender::Male),
        "woman" | "girl" | "mother" | "mom" | "mum" | "daughter" | "sister" | "wife" | "aunt" | "niece"
        | "grandmother" | "granddaughter" | "queen" | "princess" | "duchess" | "empress" | "actress"
        | "spokeswoman" | "chairwoman" | "businesswoman" | "policewoman" | "congresswoman" | "saleswoman"
        | "girlfriend" | "widow" | "nun" | "waitress" | "heroine" | "bride" | "stepmother"
        | "stepdaughter" | "housewife" | "ballerina" | "stateswoman" | "sportswoman" => Some(Gender::Female),
        _ => None,
    }
}
