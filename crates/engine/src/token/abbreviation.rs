//! Words that are written with a full stop which does not, by itself, end a sentence.
//!
//! General knowledge of English newspaper style; the one place for it.

/// What an abbreviation says about the word after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Before a name ("Mr.", "Gen.", "Mt."): never ends a sentence.
    BeforeName,
    /// Before a number ("No.", "p.", "Jan."): ends none if a number follows.
    BeforeNumber,
    /// After something ("Inc.", "Jr.", "a.m.", "etc."): ends one if the next word begins like a sentence.
    After,
}

/// What `word`, written without its stop, is as an abbreviation.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > 6 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    Some(match lower.as_str() {
        // The time zone, not "estimated" or "established".
        "est" if word == "EST" => return None,
        "mr" | "mrs" | "ms" | "dr" | "prof" | "rev" | "hon" | "messrs" | "mme" | "mlle" | "sr" | "sra"
        | "st" | "ste" | "mt" | "ft" | "gen" | "col" | "lt" | "maj" | "capt" | "cmdr" | "sgt" | "cpl"
        | "pvt" | "adm" | "sen" | "sens" | "rep" | "reps" | "gov" | "govs" | "supt" | "det" | "insp"
        | "pres" | "amb" | "atty" | "msgr" | "br" | "fr" | "brig" | "ald" | "pfc" | "spc" | "drs"
        | "profs" | "asst" | "assoc" | "rt" | "mses"
            if capital =>
        {
            Abbreviation::BeforeName
        }
        "vs" | "v" | "cf" | "eg" | "ie" | "viz" => Abbreviation::BeforeName,
        "no" | "nos" | "vol" | "fig" | "art" | "sec" if capital => Abbreviation::BeforeNumber,
        "p" | "pp" | "ca" | "nr" | "approx" | "ft" => Abbreviation::BeforeNumber,
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec"
            if capital =>
        {
            Abbreviation::BeforeNumber
        }
        "inc" | "ltd" | "co" | "corp" | "bros" | "plc" | "llc" | "jr" | "esq" | "etc" | "al" | "dept"
        | "univ" | "assn" | "ave" | "blvd" | "rd" | "est" | "hwy" | "ph" => Abbreviation::After,
        "calif" | "fla" | "tex" | "mass" | "conn" | "pa" | "ga" | "va" | "md" | "ill" | "mich" | "minn"
        | "wis" | "tenn" | "ky" | "ala" | "ariz" | "ark" | "colo" | "del" | "ind" | "kan" | "la" | "miss"
        | "mo" | "mont" | "neb" | "nev" | "okla" | "ore" | "vt" | "wash" | "wyo" | "ont" | "que" | "alta"
            if capital =>
        {
            Abbreviation::After
        }
        "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" if capital => Abbreviation::After,
        "kg" | "km" | "cm" | "mm" | "lb" | "lbs" | "oz" | "yd" | "hr" | "hrs" | "min" | "mph" => {
            Abbreviation::After
        }
        _ => return None,
    })
}
