//! The engine's grammar beside that of treebanks: word classes, verb forms, base forms and trees.
//!
//! Each document of a treebank is written as plain text and read by `explore explain --format conllu`, which has
//! to find sentences and words by itself; what it prints is paired with the treebank's words and compared.

mod align;
mod conllu;
mod tally;

use std::path::{Path, PathBuf};

use self::conllu::Document;
use self::tally::{Measure, Tally};
use crate::measure::target_folder;
use crate::shell::{Outcome, command, read, write};
use crate::{score, shell};

/// The treebanks, by the folder or file of each in the folder of marked articles.
const SETS: &[(&str, &str)] =
    &[("EWT", "data/train/ud_english_ewt/en_ewt-ud-dev.conllu"), ("GUM", "data/dev/gum/dep")];

/// Measures and prints, with examples of the mistakes or of another command, and writes nothing.
pub fn look(options: &[&str]) -> Outcome {
    let Some(shared) = score::shared() else {
        println!("There are no treebanks in ../shared here, so nothing was scored.");
        return Ok(());
    };
    let (mut show, mut other) = (0, None);
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match (*option, rest.next()) {
            ("--show", Some(number)) => {
                show = number.parse().map_err(|_| format!("--show wants a number, not {number}"))?;
            }
            ("--bin", Some(call)) => other = Some((*call).to_owned()),
            _ => return Err("score syntax [--show EXAMPLES] [--bin COMMAND]".to_owned()),
        }
    }
    let call = match other {
        Some(call) => call,
        None => score::explore()?.display().to_string(),
    };
    let measured = measure(&shared, &call)?;
    print!("{}", measured.report());
    if show > 0 {
        print!("{}", measured.both.examples(show));
    }
    Ok(())
}

pub struct Measured {
    sets: Vec<(&'static str, Tally)>,
    both: Tally,
    /// Words whose form is not the text at their place.
    strays: usize,
}

/// What `call` makes of the treebanks' texts; it is asked as `explore` is.
pub fn measure(shared: &Path, call: &str) -> Outcome<Measured> {
    let mut measured = Measured { sets: vec![], both: Tally::default(), strays: 0 };
    for (set, place) in SETS {
        let gold = treebank(&shared.join(place))?;
        let folder = target_folder()?.join("syntax").join(set);
        let mut files = Vec::new();
        for document in &gold {
            // A name from the data is no path.
            let safe = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
            let name: String = document.name.chars().map(|c| if safe(c) { c } else { '_' }).collect();
            let file = folder.join(name + ".txt");
            write(&file, &document.text())?;
            files.push(file);
        }
        let ours = conllu::parse(&explain(call, &files)?)?;
        if ours.len() != gold.len() {
            return Err(format!("`{call}` gave {} documents for {} files of {set}", ours.len(), gold.len()));
        }
        let mut of_set = Tally::default();
        for (gold, ours) in gold.iter().zip(&ours) {
            let (tally, strays) = compare(gold, ours)?;
            measured.both += tally.clone();
            measured.strays += strays;
            of_set += tally;
        }
        measured.sets.push((set, of_set));
    }
    Ok(measured)
}

/// Every document of a file, or of the files in a folder.
fn treebank(place: &Path) -> Outcome<Vec<Document>> {
    if place.is_file() {
        return conllu::parse(&read(place)?);
    }
    let mut documents = Vec::new();
    for file in shell::files_below(place)?.iter().filter(|file| file.ends_with(".conllu")) {
        documents.extend(conllu::parse(&read(&place.join(file))?)?);
    }
    Ok(documents)
}

/// Asks once for all files: whoever has a model to load loads it once.
fn explain(call: &str, files: &[PathBuf]) -> Outcome<String> {
    let mut words = call.split_whitespace();
    let mut asked = command(words.next().unwrap_or_default());
    asked.args(words).args(["explain", "--format", "conllu"]).args(files);
    // Not by `shell::output`: its message would name every file.
    let failed = |why: String| format!("`{call} explain --format conllu` {why}");
    let answer = asked
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| failed(format!("did not start: {error}")))?;
    if !answer.status.success() {
        return Err(failed(format!("failed ({})", answer.status)));
    }
    String::from_utf8(answer.stdout).map_err(|_| failed("printed something that is not text".to_owned()))
}

fn compare(gold: &Document, ours: &Document) -> Outcome<(Tally, usize)> {
    let text = gold.text();
    let placed = align::place(ours, &text)?;
    Ok((Tally::of(&gold.name, &align::place(gold, &text)?, &placed), placed.strays))
}

impl Measured {
    /// The table, the confusions, and in the last line the figure.
    pub fn report(&self) -> String {
        let mut out = "data set  what           P      R      F   right  guessed    gold\n".to_owned();
        for (set, tally) in &self.sets {
            out += &tally.rows(set);
        }
        out += &self.both.rows("both");
        out += "\ncount  UPOS   ours\n";
        out += &self.both.confusions();
        if self.strays > 0 {
            out += &format!("note: {} words are not what the text has at their place\n", self.strays);
        }
        out + &format!("{}\n", self.figure())
    }

    fn figure(&self) -> String {
        use Measure::{Labelled, Lemma, Unlabelled, Upos, VerbForm};
        let parts: Vec<String> = [Upos, VerbForm, Lemma, Unlabelled, Labelled]
            .into_iter()
            .filter_map(|measure| Some(format!("{} {:.1}", measure.name(), self.both.get(measure)?.f())))
            .collect();
        format!("syntax of both treebanks: {}", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = "\
# newdoc id = made
# newpar
# text = She didn't see it.
1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\t_
5\tit\tit\tPRON\tPRP\t_\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Ships were sunk.
1\tShips\tship\tNOUN\tNNS\t_\t3\tnsubj:pass\t_\t_
2\twere\tbe\tAUX\tVBD\t_\t3\taux:pass\t_\t_
3\tsunk\tsink\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
";

    fn scored(ours: &str) -> Tally {
        let (gold, ours) = (conllu::parse(GOLD).unwrap(), conllu::parse(ours).unwrap());
        compare(&gold[0], &ours[0]).unwrap().0
    }

    fn f(tally: &Tally, measure: Measure) -> String {
        format!("{:.1}", tally.get(measure).unwrap().f())
    }

    #[test]
    fn the_treebank_itself_is_all_right() {
        let tally = scored(GOLD);
        for measure in Measure::ALL {
            assert_eq!(f(&tally, measure), "100.0", "{measure:?}");
        }
        assert_eq!(tally.confusions(), "");
    }

    #[test]
    fn the_shape_of_our_own_command_is_all_right_too() {
        // No range lines, no texts, places in the text, relations without what is behind the colon.
        let ours = "\
# newdoc id = made.txt
1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\tStartChar=0|EndChar=3
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tStartChar=4|EndChar=7
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tStartChar=7|EndChar=10
4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\tStartChar=11|EndChar=14
5\tit\tit\tPRON\tPRP\t_\t4\tobj\t_\tStartChar=15|EndChar=17
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tStartChar=17|EndChar=18

1\tShips\tship\tNOUN\tNNS\t_\t3\tnsubj\t_\tStartChar=19|EndChar=24
2\twere\tbe\tAUX\tVBD\t_\t3\taux\t_\tStartChar=25|EndChar=29
3\tsunk\tsink\tVERB\tVBN\t_\t0\troot\t_\tStartChar=30|EndChar=34
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tStartChar=34|EndChar=35
";
        let tally = scored(ours);
        for measure in Measure::ALL {
            assert_eq!(f(&tally, measure), "100.0", "{measure:?}");
        }
    }

    #[test]
    fn a_wrong_head_lowers_both_scores_of_trees_and_a_wrong_relation_one() {
        let tally = scored(&GOLD.replace("4\tobj", "1\tobj"));
        assert_eq!(
            (f(&tally, Measure::Unlabelled), f(&tally, Measure::Labelled)),
            ("90.0".into(), "90.0".into())
        );
        let tally = scored(&GOLD.replace("4\tobj", "4\tiobj"));
        assert_eq!(
            (f(&tally, Measure::Unlabelled), f(&tally, Measure::Labelled)),
            ("100.0".into(), "90.0".into())
        );
        assert_eq!(f(&tally, Measure::Upos), "100.0");
        // "it" is no root, and a root no dependent.
        let tally = scored(&GOLD.replace("4\tobj", "0\troot"));
        assert_eq!(f(&tally, Measure::Unlabelled), "90.0");
    }

    #[test]
    fn a_word_that_is_not_found_is_no_head() {
        // "it" and the stop are one word: two of ten are lost, and nine were guessed.
        let ours = GOLD
            .replace(
                "5\tit\tit\tPRON\tPRP\t_\t4\tobj\t_\tSpaceAfter=No\n",
                "5\tit.\tit\tPRON\tPRP\t_\t4\tobj\t_\t_\n",
            )
            .replace("6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n", "");
        let tally = scored(&ours);
        assert_eq!(f(&tally, Measure::Words), "84.2");
        assert_eq!(f(&tally, Measure::Unlabelled), "84.2");
        let tally = scored(&ours.replace("1\tShe\tshe\tPRON\tPRP\t_\t4", "1\tShe\tshe\tPRON\tPRP\t_\t5"));
        assert_eq!(f(&tally, Measure::Unlabelled), "73.7");
    }

    #[test]
    fn a_verb_has_its_form_only_if_it_is_a_verb() {
        // Four verbs: did, see, were, sunk.
        assert_eq!(f(&scored(&GOLD.replace("VBN", "VBD")), Measure::VerbForm), "75.0");
        assert_eq!(f(&scored(&GOLD.replace("VERB\tVBN", "ADJ\tVBN")), Measure::VerbForm), "85.7");
        assert_eq!(f(&scored(&GOLD.replace("NOUN\tNNS", "VERB\tVBZ")), Measure::VerbForm), "88.9");
        // A pronoun with a verb's tag is none.
        assert_eq!(f(&scored(&GOLD.replace("PRP", "VBD")), Measure::VerbForm), "100.0");
    }

    #[test]
    fn confusions_are_counted_and_shown_in_their_sentence() {
        let tally = scored(&GOLD.replace("PRON\tPRP", "DET\tDT"));
        assert_eq!(tally.confusions(), "    2  PRON   DET\n");
        let examples = tally.examples(1);
        assert!(examples.contains("    2  PRON → DET\n       made: [She] did n't see it .\n"), "{examples}");
    }

    #[test]
    fn the_report_ends_with_the_figure() {
        let (one, other) = (scored(&GOLD.replace("4\tobj", "1\tobj")), scored(GOLD));
        let mut both = one.clone();
        both += other.clone();
        let report = Measured { sets: vec![("one", one), ("other", other)], both, strays: 0 }.report();
        let figure = "syntax of both treebanks: UPOS 100.0, verb form 100.0, lemma 100.0, UAS 95.0, LAS 95.0";
        assert_eq!(report.lines().last(), Some(figure));
        assert!(
            report.contains("\none       UAS         90.0   90.0   90.0       9       10      10\n"),
            "{report}"
        );
    }

    #[test]
    fn whoever_names_no_relations_is_not_measured_by_them() {
        let rows: Vec<String> = GOLD
            .lines()
            .map(|line| {
                let mut cells: Vec<&str> = line.split('\t').collect();
                if let Some(relation) = cells.get_mut(7) {
                    *relation = "_";
                }
                cells.join("\t")
            })
            .collect();
        let tally = scored(&rows.join("\n"));
        assert_eq!(f(&tally, Measure::Unlabelled), "100.0");
        assert!(tally.get(Measure::Labelled).is_none());
        assert!(!tally.rows("made").contains("LAS"));
    }
}
