//! What this is, what it can and cannot do, and what it is made of.

use leptos::prelude::*;

/// The measured quality, as the chore that measures it writes it down.
const SCORECARD: &str = include_str!("../../docs/scorecard.md");
/// The sections that say most to a reader, with plain words for each.
const SHOWN: [(&str, &str); 7] = [
    ("ner", "Names"),
    ("coref", "Who is who"),
    ("quotes", "Quotes"),
    ("calibration", "How sure it says it is"),
    ("dates", "Dates"),
    ("sentences", "Sentences"),
    ("summaries", "Summaries"),
];

/// A section's figure and when it was measured, from the card's first table.
fn figure(section: &str) -> Option<(&'static str, &'static str)> {
    let row = SCORECARD.lines().find(|line| line.starts_with(&format!("| [{section}](")))?;
    let mut cells = row.split('|').skip(2).map(str::trim);
    Some((cells.next()?, cells.next()?))
}

#[component]
pub fn About() -> impl IntoView {
    view! {
        <section class="about-page" tabindex="0" aria-label="About">
            <h1>"About Article Explorer"</h1>
            <p class="lead">
                "Paste an article, or drop a file, and see at once who is in it, who said what, and what it says. In your browser, offline, with nothing sent anywhere."
            </p>

            <h2>"What it does"</h2>
            <ul>
                <li>"Marks people, organisations, places, groups and dates, and joins the names that mean one: “Mira Kovalenko”, “Kovalenko”, “the minister”, “she”. It says why it joined each, and flags a name that is spelled in two ways."</li>
                <li>"Finds what people say, in quotation marks and without them, and who says it. It says how sure it is, and how it knows."</li>
                <li>"Picks the sentences that carry the article, in its own words. It writes nothing of its own."</li>
                <li>"Turns “Monday” into a day, counted from the day of publication."</li>
            </ul>

            <h2>"What it cannot do"</h2>
            <ul>
                <li>"It reads English. Other languages are recognised and said so; names may still be found, quotes and summaries less so."</li>
                <li>"It goes by rules, lists and small models, and makes mistakes: most with the names of organisations, with quotes that have no marks, and with “he” where several men are spoken of. “No speaker named” is an answer, and better than a wrong name."</li>
                <li>"It does not know whether what somebody says is true."</li>
            </ul>

            <h2>"Private, provably"</h2>
            <p>
                "The article is read by a program that runs in this browser. The page's own rules forbid it to speak to any other place than the one it was loaded from, and analysing makes no request at all. The article and your settings are kept in this browser alone; what you remove from the library is gone from it, and clearing this site's data in the browser deletes all of it."
            </p>

            <h2>"How good it is"</h2>
            <p>
                "The engine is measured on articles that people have annotated by hand. These are development sets: no model was trained on them, but features and rules were chosen by these figures, and the weights of the summary were searched on the articles of its row. On other articles expect somewhat less, most of all of speakers and summaries. All figures, also on articles that nothing was tuned on, stand in the project's source (README.md and docs/scorecard.md)."
            </p>
            <table class="figures-of-quality">
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col">"Figure"</th>
                        <th scope="col">"Measured"</th>
                    </tr>
                </thead>
                <tbody>
                    {SHOWN
                        .into_iter()
                        .filter_map(|(section, label)| {
                            let (figure, measured) = figure(section)?;
                            Some(view! {
                                <tr>
                                    <th scope="row">{label}</th>
                                    <td>{figure}</td>
                                    <td>{measured}</td>
                                </tr>
                            })
                        })
                        .collect_view()}
                </tbody>
            </table>

            <h2>"Keys"</h2>
            <p>
                "Press "<kbd>"?"</kbd>" anywhere for the list. "<kbd>"n"</kbd>" and "<kbd>"p"</kbd>
                " step through the mentions of a name, "<kbd>"Esc"</kbd>" lets go of it, and Back undoes every jump."
            </p>

            <h2>"Made of"</h2>
            <ul>
                <li>"Article Explorer, MIT or Apache 2.0."</li>
                <li>"Explorer Serif, made of Source Serif 4 by Adobe, SIL Open Font License 1.1."</li>
                <li>"Leptos, wasm-bindgen, serde and other Rust libraries, MIT or Apache 2.0."</li>
                <li>"Lists of names and places, each with its source and licence in ATTRIBUTION.md."</li>
            </ul>
            <p class="hint">{format!("Version {}, build {}", env!("CARGO_PKG_VERSION"), protocol::BUILD)}</p>
        </section>
    }
}
