//! The packages that know names of people: the US census (`names`), spellings across languages (`rigour`), short
//! forms (`nicknames`).

use std::path::Path;

use super::{Error, read};

/// A name of the census with its share of all bearers, in percent, most frequent first.
pub type Shares = Vec<(String, f64)>;

pub struct Census {
    pub male: Shares,
    pub female: Shares,
    pub last: Shares,
}

pub fn census(packages: &Path) -> Result<Census, Error> {
    let folder = packages.join("names");
    let shares = |name: &str| -> Result<Shares, Error> {
        let mut shares = Vec::new();
        for line in read(&folder.join(name))?.lines() {
            let mut columns = line.split_whitespace();
            if let (Some(name), Some(share)) = (columns.next(), columns.next()) {
                shares.push((name.to_lowercase(), share.parse()?));
            }
        }
        Ok(shares)
    };
    Ok(Census {
        male: shares("dist.male.first")?,
        female: shares("dist.female.first")?,
        last: shares("dist.all.last")?,
    })
}

/// The spellings of one name part, in all scripts, as one Wikidata item has them.
pub type NameGroup = Vec<String>;

/// Every group. Only the list of names is read; the package's list of symbols stays out, for one of its ids is
/// an insult.
pub fn name_groups(packages: &Path) -> Result<Vec<NameGroup>, Error> {
    let text = read(&packages.join("rigour-2.6.1/rust/data/names/person_names.txt"))?;
    let forms = text.lines().filter_map(|line| line.rsplit_once(" => "));
    Ok(forms.map(|(forms, _)| forms.split(", ").map(|form| form.trim().to_owned()).collect()).collect())
}

/// A full form and a short form of it, in small letters.
pub fn nicknames(packages: &Path) -> Result<Vec<(String, String)>, Error> {
    let text = read(&packages.join("nicknames/names.csv"))?;
    let pair = |line: &str| {
        let mut columns = line.split(',');
        let (full, relation, short) = (columns.next()?, columns.next()?, columns.next()?);
        (relation == "has_nickname").then(|| (full.trim().to_owned(), short.trim().to_owned()))
    };
    // The table has pairs both ways round; what is longer by more than a "y" is no short form.
    Ok(text.lines().filter_map(pair).filter(|(full, short)| short.len() <= full.len() + 1).collect())
}
