//! Whole pages: which part of them is the article, and what they state of it.

use text::BlockKind::{self, *};

use super::shown;
use crate::{Document, read_file};

const FIRST: &str = "The town council of Lindmouth voted on Tuesday to close the old ferry landing, which nobody had used for years.";
const SAID: &str = "“Nobody is glad of it, and I am among them,” said Tilda Marsh, who has led the harbour board since the flood.";
const LAST: &str =
    "The landing is to be taken down in the spring, and its timber will go to the boat builders of Arden.";
const NOTICE: &str = "<div class=note><p>Our pages keep small files on your device so that they work better. You may refuse them in the settings at any time.</p></div>";

fn page(body: &str) -> Document {
    read_file("page.html", format!("<!doctype html><html><head></head><body>{body}</body></html>").as_bytes())
}

fn story() -> String {
    format!("<h1>Ferry landing to close</h1><p>{FIRST}</p><p>{SAID}</p><p>{LAST}</p>")
}

#[track_caller]
fn check_story(body: &str) -> Document {
    let document = page(body);
    let read =
        [(Headline, "Ferry landing to close"), (Paragraph, FIRST), (Paragraph, SAID), (Paragraph, LAST)];
    assert_eq!(shown(&document), read, "of {body}");
    document
}

#[track_caller]
fn check_words(body: &str, has: &[&str], lacks: &[&str]) -> Document {
    let document = page(body);
    for words in has {
        assert!(document.text.contains(words), "{words:?} is not in {:?}", document.text);
    }
    for words in lacks {
        assert!(!document.text.contains(words), "{words:?} is in {:?}", document.text);
    }
    document
}

#[track_caller]
fn check_block(document: &Document, kind: BlockKind, words: &str) {
    assert!(shown(document).contains(&(kind, words)), "{:?}", shown(document));
}

#[test]
fn a_name_of_a_box_never_takes_the_article_with_it() {
    for class in
        ["stickySidebar", "search-results promo", "social-affairs", "menu-footer", "newsletter modal"]
    {
        check_story(&format!("<div class='{class}'>{}</div>{NOTICE}", story()));
    }
    check_story(&format!("<aside class=strip><p>On air</p></aside><footer>{}</footer>{NOTICE}", story()));
}

#[test]
fn a_box_beside_the_article_goes_by_its_name() {
    for class in ["sidebar", "related-posts", "shareBar", "newsletter-box", "ad_slot"] {
        check_story(&format!(
            "<main>{}<div class='{class}'><p>A new boat for everybody, with a free anchor for the first hundred who ask for it by mail.</p></div></main>",
            story()
        ));
    }
}

#[test]
fn a_run_of_text_may_end_in_a_break_or_a_picture() {
    check_story(&format!(
        "<h1>Ferry landing to close</h1><div>{FIRST}<br><br>{SAID}<br><br>{LAST}<br></div>"
    ));
    check_words(
        &format!("<h1>Ferry landing to close</h1><p>{FIRST} {SAID} {LAST} <img src=x></p>{NOTICE}"),
        &[FIRST, SAID, LAST],
        &[],
    );
}

#[test]
fn links_that_nobody_closed() {
    check_words(
        &format!("<div><a href=/><div>The Gazette</div><div>{}</div></div>", story()),
        &[FIRST, LAST],
        &[],
    );
    check_words(
        &format!("<div><a href=/1>Front<a href=/2>Archive</div><div><a name=top>{}</div>{NOTICE}", story()),
        &[FIRST, LAST],
        &["small files"],
    );
}

#[test]
fn a_window_before_the_page() {
    let gate = "<div role=dialog><p>We and our friends keep things on your device so that we can show you what you want to see.</p></div>";
    check_story(&format!("<div id=app aria-hidden=true>{}</div>{gate}", story()));
    check_story(&format!("<div style='visibility: hidden'>{}</div><dialog open>{gate}</dialog>", story()));
}

#[test]
fn what_is_hidden_stays_out_where_it_is_the_smaller_part() {
    check_story(&format!(
        "<article>{}<p hidden>This line is there for those who copy pages and for nobody who reads this one here.</p></article>",
        story()
    ));
}

#[test]
fn text_that_came_later_than_its_page() {
    check_story(&format!("<div><p>Loading</p></div><div hidden id='S:0'><main>{}</main></div>", story()));
}

#[test]
fn the_parts_of_an_article_stand_in_boxes_of_their_own() {
    let rest = format!("<p>{SAID}</p><p>{LAST}</p>").repeat(3);
    for body in [
        format!(
            "<article><h1>Ferry landing to close</h1><p class=lead>{FIRST}</p><div class=rest>{rest}</div></article>"
        ),
        format!(
            "<article><h1>Ferry landing to close</h1><div class=a>{rest}</div><div></div><div class=a><p>{FIRST}</p></div></article>"
        ),
        format!(
            "<div class=top><h1>Ferry landing to close</h1><p class=dek>{FIRST}</p></div><div class=text>{rest}</div>"
        ),
    ] {
        check_words(&body, &["Ferry landing to close", FIRST, SAID, LAST], &[]);
    }
    let document = page(&format!(
        "<article><h1>Ferry landing to close</h1><figure><img><figcaption>Tilda Marsh at the landing.</figcaption></figure><div>{rest}</div></article>"
    ));
    check_block(&document, Caption, "Tilda Marsh at the landing.");
}

#[test]
fn another_article_beside_the_article_is_none_of_it() {
    let teasers = "<article class=card><h2><a href=/1>Keeper of the light retires</a></h2><p>He lit the lamp each evening for forty years and never once missed an evening, he says.</p></article>";
    check_story(&format!("<article>{}</article>{teasers}{teasers}", story()));
    let list = "<div class=box><h3>More from Lindmouth</h3><ul><li><h4><a href=/1>Mayor and the pool</a></h4><p>Why the pool was warm all winter.</p></li><li><h4><a href=/2>Gulls at the market</a></h4><p>They lift the lids.</p></li></ul></div>";
    let document = check_story(&format!("<main>{}{list}</main>", story()));
    assert!(document.left_out.iter().any(|left| left.what == "other articles" && left.words > 10));
}

#[test]
fn a_section_of_the_article_may_sound_like_furniture() {
    check_words(
        &format!("<article>{}<h2>Related claims are dropped</h2><p>{LAST}</p></article>", story()),
        &["Related claims are dropped"],
        &[],
    );
    let posts = ["10:05", "9:40", "9:10"]
        .map(|hour| format!("<article><h3>{hour}</h3><p>{SAID}</p></article>"))
        .concat();
    let document = page(&format!("<main><h1>The count goes on</h1>{posts}</main>"));
    assert_eq!(document.text.matches(SAID).count(), 3);
}

#[test]
fn readers_comments_are_left_out_and_counted() {
    let comments = "<section class=replies><h2>Readers</h2><p>My uncle worked at that landing for thirty years and got a clock for it in the end.</p></section>";
    let document = check_story(&format!("<article>{}</article>{comments}", story()));
    assert!(
        document.left_out.iter().any(|left| left.what == "comments" && left.words == 19),
        "{:?}",
        document.left_out
    );
}

#[test]
fn the_headline_is_the_articles_and_not_the_sites() {
    let head = "<title>Ferry landing to close - The Gazette</title><meta property=og:title content='Ferry landing to close'>";
    let body = format!(
        "<header><h1 class=logo>The Gazette</h1></header><main><h2>Ferry landing to close</h2><p>{FIRST}</p><p>{SAID}</p></main>"
    );
    let document =
        read_file("page.html", format!("<html><head>{head}</head><body>{body}</body></html>").as_bytes());
    check_block(&document, Headline, "Ferry landing to close");
    assert_eq!(document.stated.title.as_deref(), Some("Ferry landing to close"));
}

#[test]
fn what_a_page_states() {
    for (head, published) in [
        ("<meta property='article:published_time' content='2024-03-05T23:30:00-05:00'>", Some("2024-03-05")),
        (
            "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-03-05\"}]}</script>",
            Some("2024-03-05"),
        ),
        ("<meta name=pubdate content='5 March 2024'>", Some("2024-03-05")),
        ("<meta property='article:published_time' content='0001-01-01T00:00:00Z'>", None),
        ("<meta name=date content=soon>", None),
    ] {
        let document = read_file(
            "page.html",
            format!("<html><head>{head}</head><body>{}</body></html>", story()).as_bytes(),
        );
        assert_eq!(document.stated.published.as_deref(), published, "{head}");
    }
    let head = "<link rel=canonical href=https://gazette.example/ferry><meta property=og:site_name content=Gazette>\
        <script type='application/ld+json'>{\"@type\": [\"NewsArticle\"], \"headline\": \"Ferry &amp; landing\", \
        \"author\": [{\"name\": \"Ana Ruiz\"}, {\"name\": \"Ito Pell\"}], \"dateModified\": \"2024-03-09\"}</script>";
    let document = read_file(
        "page.html",
        format!("<html><head>{head}</head><body>{}</body></html>", story()).as_bytes(),
    );
    let stated = &document.stated;
    assert_eq!(stated.url.as_deref(), Some("https://gazette.example/ferry"));
    assert_eq!(stated.site.as_deref(), Some("Gazette"));
    assert_eq!(stated.title.as_deref(), Some("Ferry & landing"));
    assert_eq!(stated.authors, ["Ana Ruiz", "Ito Pell"]);
    assert_eq!(stated.modified.as_deref(), Some("2024-03-09"));
}

#[test]
fn the_day_and_the_author_beside_the_headline() {
    let document = page(&format!(
        "<article><h1>Ferry landing to close</h1><p>By <a rel=author href=/ana>Ana Ruiz</a></p><time datetime='2024-03-05T09:00'>3 hours ago</time><p>{FIRST}</p></article>"
    ));
    assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
    assert_eq!(document.stated.authors, ["Ana Ruiz"]);
}

#[test]
fn an_article_that_is_kept_for_search_engines() {
    let body = format!("{FIRST}\\n\\n{}\\n{LAST}", SAID.replace('“', "\\u201c"));
    let data = format!(
        "<script type='application/ld+json'>{{\"@type\": \"Article\", \"headline\": \"Ferry landing to close\", \"articleBody\": \"{body}\"}}</script>"
    );
    let document = check_story(&format!("{data}<div id=root></div>"));
    assert!(document.diagnostics.iter().any(|said| said.code == "from-data"));
    // Where the article stands in sight, it is the article.
    let short = data.replace(FIRST, "In short.").replace(LAST, "That is all.");
    check_story(&format!("{short}{}", story()));
}

#[test]
fn what_browsers_without_scripts_are_shown() {
    check_story(&format!("<div id=root></div><noscript>{}</noscript>", story()));
    check_words("<div id=root></div><noscript>Please turn on scripts.</noscript>", &[], &["turn on"]);
}

#[test]
fn struck_out_words_are_left_out_and_told() {
    for (html, words) in [
        ("It costs <del>12</del><ins>21</ins> million.", "It costs 21 million."),
        ("They deny it. <s>He took the money.</s> The mayor was away.", "They deny it. The mayor was away."),
        ("After <span style='text-decoration: line-through'>nine</span> ten weeks.", "After ten weeks."),
    ] {
        let document = page(&format!("<article><p>{html}</p></article>"));
        assert_eq!(document.text, words);
        assert!(document.diagnostics.iter().any(|said| said.code == "struck-out"), "{html}");
    }
    // A line under words is no line through them.
    let document = page("<p>After <span style='text-decoration: underline'>ten</span> weeks.</p>");
    assert_eq!(document.text, "After ten weeks.");
}

#[test]
fn powers_and_marks_of_notes() {
    let document = page(
        "<article><p>About 10<sup>6</sup> grains fell on 5 km<sup>2</sup>, 4.5<sup><a href=#a>3</a></sup> percent more.<sup>4</sup> It was the 21<sup>st</sup>.</p>\
         <ol><li id=a>Figures of the office.</li><li>No note.</li></ol></article>",
    );
    assert_eq!(
        shown(&document),
        [
            (Paragraph, "About 10⁶ grains fell on 5 km², 4.5 percent more. It was the 21st."),
            (Note, "Figures of the office."),
            (ListItem, "No note."),
        ]
    );
}

#[test]
fn marks_that_the_browser_prints() {
    let document =
        page("<p>Marsh told them: <q>The <q>plan</q> is dead.</q> They left.</p><p>He said <q>“no”</q>.</p>");
    assert_eq!(document.text, "Marsh told them: “The ‘plan’ is dead.” They left.\n\nHe said “no”.");
}

#[test]
fn boxes_that_touch_in_the_source_alone() {
    let document = page(&format!(
        "<article><h1><span class=kicker>Harbour</span><span>Ferry landing to close</span></h1><div><span>Ana Ruiz</span><span>5 March 2024</span></div><p>{FIRST}</p><p>Mon<b>day</b> came, <span>Mc</span><span>Dowd</span> left.</p></article>"
    ));
    check_block(&document, Headline, "Harbour Ferry landing to close");
    assert!(document.text.contains("Ana Ruiz\n\n5 March 2024"), "{}", document.text);
    assert!(document.text.contains("Monday came, McDowd left."));
}

#[test]
fn buttons_are_read_in_the_middle_of_a_line() {
    let document = page(
        "<p>The vote was <label>seven</label> to <output>two</output>, and <button>the mayor</button> left.</p><div><button>Close</button></div>",
    );
    assert_eq!(document.text, "The vote was seven to two, and the mayor left.");
}

#[test]
fn a_large_first_letter() {
    let document = page(&format!(
        "<p><span class=initial aria-hidden=true>T</span><span class=sr-only>T</span>{}</p>",
        &FIRST[1..]
    ));
    assert_eq!(document.text, FIRST);
}

#[test]
fn rows_of_data_and_pages_laid_out_in_cells() {
    let document = page(
        "<article><table><caption>Catches</caption><tr><th>Port</th><th>Cod</th></tr><tr><td>Arden</td><td>310</td></tr></table></article>",
    );
    assert_eq!(shown(&document), [(Caption, "Catches"), (TableRow, "Port | Cod"), (TableRow, "Arden | 310")]);
    let document = page(&format!(
        "<table><tr><td><a href=/>Home</a></td><td>{FIRST}<br><br>{SAID}<br><br>{LAST}</td></tr></table>"
    ));
    assert_eq!(shown(&document), [(Paragraph, FIRST), (Paragraph, SAID), (Paragraph, LAST)]);
}

#[test]
fn the_counters_of_a_gallery() {
    let document = page(&format!(
        "<article><div><span>Image 1 of 2</span><span>Caption</span><p>A landing.</p></div><p>{FIRST}</p></article>"
    ));
    check_block(&document, Furniture, "Image 1 of 2");
}

#[test]
fn names_of_components_and_sections_take_nothing_away() {
    for class in
        ["cmp-text cmp-text--story", "content-nav-section", "search-layout", "menu-story toolbar-page"]
    {
        check_story(&format!(
            "<main><h1>Ferry landing to close</h1><div class=a><p>{FIRST}</p></div><div class='{class}'><p>{SAID}</p></div><div class=a><p>{LAST}</p></div></main>"
        ));
    }
    // A menu stays one, and so does the consent manager's box.
    check_story(&format!(
        "<main>{}<div class=section-nav><a href=/1>All the news of the harbour and of the coast</a> <a href=/2>Boats</a></div><div class=cmp><p>We and our many partners keep small files on your device, and we hope that you will let us.</p></div></main>",
        story()
    ));
}

#[test]
fn a_window_that_repeats_the_headline_is_not_the_article() {
    let window = "<div role=dialog aria-modal=true style='display:none'><h1>Ferry landing to close</h1><p>You may print this story in your own paper as long as you name us and the writer at its top.</p><p>Please do not change the words of the story, and do not sell it on by itself to anybody.</p></div>";
    let document = page(&format!(
        "<title>Ferry landing to close</title><h2>News</h2><div><p>{FIRST}</p><p>{SAID}</p><p>{LAST}</p></div>{window}"
    ));
    assert!(
        document.text.contains(FIRST) && !document.text.contains("in your own paper"),
        "{}",
        document.text
    );
}

#[test]
fn panels_that_a_button_opens_are_read() {
    let panel = |attributes: &str| {
        format!(
            "<h2><button {attributes}>What will it cost</button></h2><div id=cost style='display:none'><p>{SAID}</p></div>"
        )
    };
    for attributes in
        ["aria-controls=cost", "data-target='#cost'", "data-bs-target='#cost' aria-expanded=false"]
    {
        let body = format!(
            "<main><h1>Ferry landing to close</h1><p>{FIRST}</p>{}<p>{LAST}</p></main>",
            panel(attributes)
        );
        check_words(&body, &[FIRST, SAID, LAST], &[]);
    }
    // What no button opens is hidden, and a closed menu holds links.
    let body =
        format!("<main><h1>Ferry landing to close</h1><p>{FIRST}</p>{}<p>{LAST}</p></main>", panel(""));
    check_words(&body, &[FIRST, LAST], &[SAID]);
    let menu = "<button aria-controls=more>More</button><div id=more hidden><p><a href=/1>Every story of the harbour in one long list, from the first to the last</a> <a href=/2>And all the boats of the coast, with their names</a></p></div>";
    check_words(&format!("<main>{}{menu}</main>", story()), &[FIRST], &["one long list"]);
}

#[test]
fn what_the_browsers_search_opens_is_read() {
    check_story(&format!(
        "<main><h1>Ferry landing to close</h1><p>{FIRST}</p><div hidden=until-found><p>{SAID}</p></div><p>{LAST}</p></main>"
    ));
}

#[test]
fn a_page_pasted_into_an_article_does_not_end_it() {
    check_words(
        &format!(
            "<article><h1>Ferry landing to close</h1><p>{FIRST}</p><p><body><img src=a.png><p>Chart of the landing</p></body></p><p>{SAID}</p><html><body><p>{LAST}</p></body></html></article><p>Home</p>"
        ),
        &[FIRST, SAID, LAST],
        &[],
    );
}

#[test]
fn parts_that_came_later_stand_where_they_belong() {
    let body = format!(
        "<main><h1>Ferry landing to close</h1><p>{FIRST}</p><template id=P:1></template><p>{LAST}</p></main><div hidden id=S:1><p>{SAID}</p><template id='B:2'></template></div><div hidden id=S:2><h2>The timber</h2></div>"
    );
    let document = page(&body);
    let read: Vec<_> = shown(&document).into_iter().map(|(_, words)| words).collect();
    assert_eq!(read, ["Ferry landing to close", FIRST, SAID, "The timber", LAST]);
    // Two that wait for each other, and one that no place waits for, are not lost.
    let body = format!(
        "<main><h1>Ferry landing to close</h1><p>{FIRST}</p></main><div hidden id=S:1><p>{SAID}</p><template id=P:2></template></div><div hidden id=S:2><p>{LAST}</p><template id=P:1></template></div>"
    );
    let nodes = super::tree::read(&body).nodes.len();
    assert_eq!(nodes, 13, "nothing is lost");
}

#[test]
fn lists_of_sentences_that_link_somewhere_are_read() {
    let list = "<ul><li>Anna Dahl wrote a whole book about <a href=/1>the price of timber on the northern coast</a></li><li>Ito Pell mended, without being asked, <a href=/2>the lamp at the end of the old landing</a></li></ul>";
    check_words(&format!("<article>{}{list}<p>{SAID}</p></article>", story()), &["Ito Pell mended"], &[]);
    // Headlines that lead away have at most their day beside them.
    let others = "<ul><li><a href=/1>The price of timber rises on the whole of the northern coast</a> 3 March</li><li><a href=/2>A lamp is mended at the end of the old wooden landing</a> 4 March</li></ul>";
    check_words(
        &format!("<article>{}{others}<p>{SAID}</p></article>", story()),
        &[LAST],
        &["lamp is mended"],
    );
}

#[test]
fn sections_without_running_text_belong_to_the_page_of_the_article() {
    let sections = "<section><h2>The boats</h2><ul><li><p>The Gull takes eighty people across in a quarter of an hour, in any weather but a storm.</p></li></ul></section>";
    check_words(
        &format!(
            "<main><section><header><h1>Ferry landing to close</h1></header><p>{FIRST}</p><p>{SAID}</p></section>{sections}</main><footer>Imprint</footer>"
        ),
        &[FIRST, "The Gull takes eighty people"],
        &["Imprint"],
    );
}

#[test]
fn a_counted_row_of_pictures_is_no_part_of_the_article() {
    let gallery: String = (1..=6)
        .map(|number| format!("<li><h3>{number}/6 A boat of another coast</h3><p>Somebody else paints a boat of a coast that has nothing to do with the landing of Lindmouth.</p></li>"))
        .collect();
    check_words(
        &format!("<article>{}<div><ul>{gallery}</ul></div><p>{SAID}</p></article>", story()),
        &[FIRST, LAST],
        &["Somebody else paints"],
    );
    // A numbered list of the article's own is none.
    check_words(
        &format!(
            "<article>{}<ol><li>1/2 cup of tar</li><li>1/4 pound of nails</li><li>3 planks</li><li>1/2 a day</li></ol><p>{SAID}</p></article>",
            story()
        ),
        &["cup of tar"],
        &[],
    );
}

#[test]
fn the_day_that_a_page_shows_in_words() {
    for line in [
        "<p>Ana Ruiz | March 5, 2024</p>",
        "<div><span>By Ana Ruiz</span><span>5 March 2024</span></div>",
        "<div>Published <b>5 March 2024</b></div><div>Updated <b>9 March 2024</b></div>",
        "<div><span>Last updated</span> <span>on</span> <span>Mar 9, 2024</span></div><div>First published: Mar. 5, 2024</div>",
    ] {
        let document =
            page(&format!("<main><h1>Ferry landing to close</h1>{line}<p>{FIRST}</p><p>{SAID}</p></main>"));
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"), "{line}");
    }
    for line in [
        "<div>Last updated 9 March 2024</div>",
        "<p>The landing was built on 5 March 1924 and mended on 5 March 2004.</p>",
        "<ul><li><a href=/1>5 March 2024 Another story of the coast</a></li></ul>",
    ] {
        let document =
            page(&format!("<main><h1>Ferry landing to close</h1>{line}<p>{FIRST}</p><p>{SAID}</p></main>"));
        assert_eq!(document.stated.published, None, "{line}");
    }
    let before = page(&format!(
        "<header>5 March 2024</header><main><h1>Ferry landing to close</h1><p>{FIRST}</p><p>{SAID}</p></main>"
    ));
    assert_eq!(before.stated.published.as_deref(), Some("2024-03-05"));
    let behind = page(&format!(
        "<main><h1>Ferry landing to close</h1><p>{FIRST}</p><p>{SAID}</p><p>{LAST}</p><p>Posted on 5 March 2024 at 19:00 by Ana Ruiz</p></main>"
    ));
    assert_eq!(behind.stated.published.as_deref(), Some("2024-03-05"));
}

#[test]
fn a_page_whose_article_is_short_beside_the_rest_can_be_read_whole() {
    let others: String =
        (0..90).map(|number| format!("<div class=c{number}>Number {number} of the list</div>")).collect();
    let source = format!(
        "<nav>Home</nav><article><h1>Ferry landing to close</h1><p>{FIRST}</p><p>{SAID}</p><p>{SAID}</p><p>{FIRST}</p></article><section>{others}</section>"
    );
    let document = page(&source);
    assert!(!document.text.contains("Number 3"), "{}", document.text);
    assert!(document.diagnostics.iter().any(|said| said.code == "much-left-out"), "{:?}", document.left_out);
    let whole = crate::read_whole("page.html", source.as_bytes());
    assert!(whole.text.contains("Number 3") && whole.text.contains(FIRST) && !whole.text.contains("Home"));
    assert_eq!(whole.blocks[0].kind, Headline);
    // One that is whole is not asked about.
    assert!(page(&story()).diagnostics.is_empty());
}

#[test]
fn the_words_of_a_heading_as_an_id_are_no_name() {
    check_story(&format!(
        "<section id='mail-and-responses-from-readers-of-the-landing'>{}</section>{NOTICE}",
        story()
    ));
    check_words(
        &format!("<main>{}<section id=responses><p>{NOTICE}</p></section></main>", story()),
        &[SAID],
        &["small files"],
    );
}

#[test]
fn a_link_home_is_no_headline() {
    let head = "<header><h2><a href='https://gazette.example/'>The Gazette</a></h2></header>";
    let html = format!(
        "<html><head><title>The Gazette</title></head><body>{head}<article>{}</article></body></html>",
        story()
    );
    let document = read_file("page.html", html.as_bytes());
    check_block(&document, Headline, "Ferry landing to close");
}

#[test]
fn lists_with_links_that_say_something() {
    let list = "<ul><li>Tilda Marsh, who leads the harbour board, has <a href=1>counted the boats of the whole harbour</a></li>\
        <li>Under way:<ul><li><a href=2>Timber for the builders of Arden</a></li><li><a href=3>A gate at the end of the pier</a></li></ul></li>\
        <li>Ito Pell, who leads the works, <a href=4>found the old keys</a></li></ul>";
    check_words(
        &format!("<article><h1>Ferry landing to close</h1><p>{FIRST}</p>{list}<p>{LAST}</p></article>"),
        &["counted the boats", "Timber for the builders", "found the old keys"],
        &[],
    );
    let links = "<ul><li><a href=1>Eel season opens</a></li><li><a href=2>School roof holds</a></li><li><a href=3>Fares frozen</a></li></ul>";
    check_words(
        &format!("<article><h1>Ferry landing to close</h1><p>{FIRST}</p>{links}<p>{LAST}</p></article>"),
        &[LAST],
        &["Eel season"],
    );
}

#[test]
fn posts_of_a_live_blog_whatever_their_length() {
    for class in ["block", "post", "update"] {
        let long = format!(
            "<article class={class}><time>20.15</time><h2>Counting</h2><div><p>{FIRST}</p><p>{SAID}</p></div></article>"
        );
        let short = format!(
            "<article class={class}><time>19.00</time><div><p>The polls have closed.</p></div></article>"
        );
        for posts in [format!("{long}{short}{short}"), format!("{short}{long}")] {
            let body =
                format!("<main><h1>Lindmouth votes: live</h1><div class=liveblog>{posts}</div></main>");
            check_words(&body, &["The polls have closed.", FIRST, SAID], &[]);
        }
    }
    // Boxes that lead to other articles stay out.
    let teaser = "<article><h3><a href=/2>Mayor in hot water</a></h3><p>The pool was warm.</p></article>";
    let body = format!(
        "<main><h1>Ferry landing to close</h1><article><p>{FIRST}</p><p>{SAID}</p><p>{LAST}</p></article>{teaser}{teaser}</main>"
    );
    check_words(&body, &[FIRST, LAST], &["hot water", "pool"]);
}

#[test]
fn whose_picture_it_is_stands_beside_the_caption() {
    for credit in [
        "<span class=credit>Ola Brandt/Gazette</span>",
        "<div class='photo-credit'>Ola Brandt/Gazette</div>",
        "<small class=image__copyright>Ola Brandt/Gazette</small>",
    ] {
        let body = format!(
            "<article><h1>Ferry landing to close</h1><figure><img><figcaption>The landing at dusk. {credit}</figcaption></figure><p>{FIRST}</p><p>{SAID}</p></article>"
        );
        let document = page(&body);
        check_block(&document, Caption, "The landing at dusk.");
        check_block(&document, Furniture, "Ola Brandt/Gazette");
    }
    // To the credit of somebody, in a caption.
    let body = format!(
        "<article><h1>Ferry landing to close</h1><figure><img><figcaption>The landing, to its credit, stands.</figcaption></figure><p>{FIRST}</p><p>{SAID}</p></article>"
    );
    check_block(&page(&body), Caption, "The landing, to its credit, stands.");
}

#[test]
fn comments_of_an_office_suites_page() {
    let foot =
        "<div class=c4><p class=c1><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Is this so?</span></p></div>";
    for mark in ["<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup>", "<a href='#cmnt1' id=cmnt_ref1>[a]</a>"]
    {
        let document = page(&format!(
            "<h1>Ferry landing to close</h1><p>{FIRST}{mark}</p><p>{SAID}</p><p>{LAST}</p>{foot}"
        ));
        let read =
            [(Headline, "Ferry landing to close"), (Paragraph, FIRST), (Paragraph, SAID), (Paragraph, LAST)];
        assert_eq!(shown(&document), read);
        assert!(document.left_out.iter().any(|left| left.what == "comments"));
    }
    // A link to a part of the page that is called so.
    check_words(
        &format!(
            "<h1>Ferry landing to close</h1><p>{FIRST} See <a href='#community'>the town</a>.</p><p>{SAID}</p>"
        ),
        &["See the town."],
        &[],
    );
}

#[test]
fn a_newsletter_speaks_to_its_reader_around_the_article() {
    let document = page(&format!(
        "<table><tr><td><a href=#>View in browser</a></td></tr><tr><td><h1>Ferry landing to close</h1></td></tr>\
         <tr><td><p>{FIRST}</p><p>{SAID}</p></td></tr><tr><td><p>You are receiving this because you signed up at the pier. <a href=#>Unsubscribe</a></p>\
         <p><a href=#>Unsubscribe</a> | <a href=#>Preferences</a></p></td></tr></table>"
    ));
    let kept: Vec<_> =
        shown(&document).into_iter().filter(|(kind, _)| *kind != Furniture).map(|(_, words)| words).collect();
    assert_eq!(kept, ["Ferry landing to close", FIRST, SAID]);
}

#[test]
fn a_list_that_a_paragraph_announces_is_kept() {
    let list = "<ul><li><a href=/1>Bread and Bolts, by Ada Wren</a></li><li><a href=/2>The Needle, by Ola Kos</a></li></ul>";
    for before in
        ["The jury praised two books of the year:", "The jury sat long. These are the books that it chose."]
    {
        check_words(
            &format!("{}<p>{before}</p>{list}<p>{LAST}</p>", story()),
            &["Bread and Bolts", "The Needle"],
            &[],
        );
    }
    check_words(&format!("{}<p>Related stories:</p>{list}<p>{LAST}</p>", story()), &[], &["Bread and Bolts"]);
    check_words(&format!("{}<p>{LAST}</p>{list}", story()), &[], &["Bread and Bolts"]);
}

/// What stands on a page of short paragraphs, by lines.
#[track_caller]
fn check_short(body: &str, lines: &[&str]) {
    let document = page(body);
    let read: Vec<&str> = shown(&document).into_iter().map(|(_, words)| words).collect();
    assert_eq!(read, lines, "of {body}");
}

const SHORT: [&str; 4] =
    ["Hall vote", "The hall will close, Marta Vell said.", "“Nobody asked us,” she said.", "Pell Ode left."];

fn short_story() -> String {
    let [title, first, said, last] = SHORT;
    format!("<h1>{title}</h1><p>{first}</p><p>{said}</p><p>{last}</p>")
}

#[test]
fn a_page_of_short_paragraphs_is_read_whole() {
    let [title, first, said, last] = SHORT;
    check_short(&short_story(), &SHORT);
    check_short(&format!("<p>{first}</p><p>{said}</p><p>{last}</p>"), &[first, said, last]);
    check_short(&format!("<div dir=ltr>{first}<br><br>{said}<br><br>{last}</div>"), &[first, said, last]);
    check_short(&format!("<ul><li>{first}</li><li>{said}</li><li>{last}</li></ul>"), &[first, said, last]);
    check_short(&format!("<div><div>{first}</div><div>{said}</div></div>"), &[first, said]);
    let list = format!("<h1>{title}</h1><div>{first}</div><div>{said}</div><section>{last}</section>");
    check_short(&list, &SHORT);
}

#[test]
fn a_few_words_before_short_paragraphs_are_the_sites() {
    let story = short_story();
    for stray in [
        "<div>Menu</div>",
        "<header>Dunmore Post</header>",
        "<header><div>Dunmore Post</div><div>Menu</div></header>",
    ] {
        check_short(&format!("{stray}{story}"), &SHORT);
        check_short(&format!("{stray}<div>{story}</div>"), &SHORT);
        check_short(&format!("{stray}<main>{story}</main>"), &SHORT);
        check_short(&format!("<div>{stray}<article>{story}</article><div>Back to top</div></div>"), &SHORT);
    }
    let untitled: String = SHORT[1..].iter().map(|line| format!("<p>{line}</p>")).collect();
    check_short(&format!("<header>Dunmore Post</header><main>{untitled}</main>"), &SHORT[1..]);
}

#[test]
fn a_kicker_and_a_subtitle_stay_with_short_paragraphs() {
    let story = short_story();
    let kicked = ["Town and country", SHORT[0], SHORT[1], SHORT[2], SHORT[3]];
    check_short(&format!("<p class=kicker>{}</p>{story}", kicked[0]), &kicked);
    check_short(&format!("<article><div class=kicker>{}</div>{story}</article>", kicked[0]), &kicked);
    let subtitle = story.replace("</h1>", "</h1><div>What the vote means</div>");
    check_short(&subtitle, &[SHORT[0], "What the vote means", SHORT[1], SHORT[2], SHORT[3]]);
    // What is more than a few words is nobody's menu.
    let lines = "<div>Ana Ruiz has led the hall for years.</div><div>She leaves it now.</div>";
    check_words(&format!("{lines}{story}"), &["She leaves it now.", "Pell Ode left."], &[]);
}
