//! One name that is spelled in several ways, and who writes it how.

use std::collections::BTreeMap;

use analysis::MentionKind;

use crate::cross_article::near;
use crate::words::fold;
use crate::{Article, LinkedEntity};

/// A name with a word that is spelled in several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spellings {
    pub name: String,
    pub forms: Vec<Form>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub text: String,
    /// For each article, how many mentions have it.
    pub counts: Vec<usize>,
}

/// Words of one name that are spellings of each other, with who writes them how often.
pub(super) fn spellings(articles: &[&Article], linked: &LinkedEntity) -> Vec<Spellings> {
    let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, id) in &linked.members {
        let Some((article, entity)) = articles.get(*nth).and_then(|a| Some((a, a.entity(*id)?))) else {
            continue;
        };
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let words = article.words(mention.span).split(|c: char| !c.is_alphanumeric());
            // Capitals alone are no other spelling: headlines and datelines have them.
            for word in words.filter(|word| word.chars().count() >= 4 && word.chars().any(char::is_lowercase))
            {
                let count = counts.entry(word.to_owned()).or_insert_with(|| vec![0; articles.len()]);
                if let Some(count) = count.get_mut(*nth) {
                    *count += 1;
                }
            }
        }
    }
    let mut groups: Vec<Vec<Form>> = Vec::new();
    for (text, counts) in counts {
        let form = Form { text, counts };
        let of = groups.iter_mut().find(|group| group.iter().any(|other| near(&other.text, &form.text)));
        match of {
            Some(group) => group.push(form),
            None => groups.push(vec![form]),
        }
    }
    groups.retain(|group| group.iter().any(|form| group.iter().any(|o| fold(&o.text) != fold(&form.text))));
    groups.into_iter().map(|forms| Spellings { name: linked.name.clone(), forms }).collect()
}
