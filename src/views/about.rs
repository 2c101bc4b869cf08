//! What this is, what it can and cannot do, and what it is made of.

use leptos::prelude::*;

/// The measured quality, as the chore that measures it writes it down.
const SCORECARD: &str = include_str!("../../docs/scorecard.md");
/// What a reader may ask, the section that answers it, and the unit of its figure in words.
const SHOWN: [(&str, &str, &str); 5] = [
    ("ner", "Names found and given the right kind", "about {} of 100"),
    ("quotes", "Quotes found, with marks and without", "about {} of 100"),
    ("dates", "Dates turned into the right day", "about {} of 100"),
    ("sentences", "Sentences cut where they end", "about {} of 100"),
    ("calibration", "How far what it calls sure is off", "about {} of 100"),
];

/// A section's figure, rounded: the last number of its row in the card's first table.
fn figure(section: &str) -> Option<u32> {
    let row = SCORECARD.lines().find(|line| line.starts_with(&format!("| [{section}](")))?;
    let cell = row.split('|').nth(2)?;
    let number: f64 = cell.split_whitespace().last()?.parse().ok()?;
    Some(number.round() as u32)
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
                "It is measured on news articles that people have marked by hand. On other articles expect somewhat less, most of all with who says a quote that has no marks. How each figure is measured, and all others, stand in the project’s docs/scorecard.md."
            </p>
            <table class="figures-of-quality">
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col">"How often"</th>
                    </tr>
                </thead>
                <tbody>
                    {SHOWN
                        .into_iter()
                        .filter_map(|(section, label, said)| {
                            let figure = figure(section)?;
                            Some(view! {
                                <tr>
                                    <th scope="row">{label}</th>
                                    <td>{said.replace("{}", &figure.to_string())}</td>
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
