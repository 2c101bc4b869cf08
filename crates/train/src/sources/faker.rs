//! The names of `faker`'s locales: given names by gender and surnames, in the script of each country.
//!
//! The package keeps them as tuples and dictionaries in Python modules; all that is needed of these is which
//! strings stand behind which name, so that is all that is read.

use std::path::Path;

use super::{Error, files, read};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Male,
    Female,
    /// A given name of no stated gender.
    Given,
    Last,
}

pub struct Name {
    pub name: String,
    pub kind: Kind,
}

/// Every name of every locale; a name that is in several comes several times.
pub fn names(packages: &Path) -> Result<Vec<Name>, Error> {
    let mut found = Vec::new();
    for file in files(&packages.join("faker/providers/person"), "__init__.py")? {
        let mut kind = None;
        for line in read(&file)?.lines() {
            if let Some(variable) = assigned(line) {
                kind = kind_of(variable);
            }
            let Some(kind) = kind else { continue };
            found.extend(strings(line).map(|name| Name { name: name.to_owned(), kind }));
        }
    }
    Ok(found)
}

/// The variable of a class that a line begins to give a value.
fn assigned(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("    ")?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    let (name, after) = rest.split_at_checked(end)?;
    let after = after.trim_start();
    (!name.is_empty() && (after.starts_with('=') || after.starts_with(':') || name == "def")).then_some(name)
}

fn kind_of(variable: &str) -> Option<Kind> {
    let given = variable.starts_with("first_name") || variable.starts_with("first_romanized");
    let last = variable.starts_with("last_name") || variable.starts_with("last_romanized");
    if last {
        Some(Kind::Last)
    } else if !given {
        None
    } else if variable.contains("female") {
        Some(Kind::Female)
    } else if variable.contains("male") {
        Some(Kind::Male)
    } else {
        Some(Kind::Given)
    }
}

/// What stands between double quotes on a line.
fn strings(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split(" # ").next().unwrap_or(line);
    code.split('"').skip(1).step_by(2).filter(|name| !name.is_empty() && !name.contains("{{"))
}
