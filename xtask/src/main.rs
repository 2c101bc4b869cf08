//! Every chore of the project as one command: `cargo xtask CHORE`.
//!
//! A chore installs what it needs and finds missing (see [`tools`]), says each command it runs, and stops with
//! one clear line when something fails. It does nothing that the commands it prints would not do by hand.

mod archive_speed;
mod bench;
mod build_id;
mod check;
mod dist;
mod extension;
mod fonts;
mod fuzz;
mod measure;
mod package_speed;
mod packages;
mod peers;
mod pictures;
mod score;
mod scorecard;
mod serve;
mod shell;
mod sizes;
mod syntax;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask CHORE

  setup   install what is missing: wasm target, wasm-bindgen, Trunk, wasm-opt, Chromium, test packages
  serve   build the page and serve it at http://127.0.0.1:8080/, again after each change
  dist    build the site for hosting into dist/
  npm     pack the engine for JavaScript into target/npm/
  wheel   build the engine for Python into target/wheels/
  extension  build the browser extension into target/extension/, as a folder and as a zip
  test    every test: native, the exports in other readers, the packages, and the real page in Chromium
          (test native, test readers, test npm, test wheel, test doors, test extension, test NAME… only these)
  fuzz    random inputs of every kind for some minutes (fuzz 480: for a night), natively
  check   format, clippy, links of the documentation, size budget
  score   measure the engine on marked articles, into docs/scorecard.md
          (score TASK… only these; score syntax --show 3: with three examples of each mistake;
          score peers: names, summaries and grammar beside those of others)
  bench   time each component natively, page and packages beside others, and the page with 1 MB, into
          docs/scorecard.md (bench components, bench page, bench large, bench packages, bench archives: only these)
  words   pack the lists of crates/train/lists/words for the engine, after an edit of one
  train   the committed models again from their sources, the same bytes each time
  shots   screenshots of every view and state into target/screenshots/, some into docs/ and public/
  fonts   cut the fonts of public/fonts/ out of their package
  icons   draw the icons of public/icons/ from icon.svg";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["setup"] => tools::everything(),
        ["serve", more @ ..] => serve::serve(more),
        ["dist"] => dist::dist(),
        ["npm"] => packages::npm().map(drop),
        ["wheel"] => packages::wheel().map(drop),
        ["extension"] => extension::extension().map(drop),
        ["test", only @ ..] => test::test(only),
        ["fuzz", minutes @ ..] => fuzz::fuzz(minutes),
        ["check"] => check::check(),
        ["score", "peers"] => peers::peers(None),
        ["score", "peers", section] => peers::peers(Some(section)),
        ["score", "syntax", options @ ..] if options.iter().any(|option| option.starts_with("--")) => {
            syntax::look(options)
        }
        ["score", tasks @ ..] => score::score(tasks),
        ["bench", only @ ..] => bench::bench(only),
        ["words"] => train::words(),
        ["train"] => train::train(None),
        ["train", data] => train::train(Some(data)),
        ["shots"] => pictures::shots(),
        ["fonts"] => fonts::fonts(),
        ["icons"] => pictures::icons(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
