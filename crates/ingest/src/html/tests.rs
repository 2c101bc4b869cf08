use text::BlockKind::{self, *};

use crate::{Document, read_file, read_paste};

pub fn shown(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, block.span.of(&document.text))).collect()
}

fn check(html: &str, expected: &[(BlockKind, &str)]) {
    assert_eq!(shown(&read_paste("the plain form", Some(html))), expected, "of {html}");
}

fn check_page(html: &str, expected: &[(BlockKind, &str)]) {
    assert_eq!(shown(&read_file("page.html", html.as_bytes())), expected, "of {html}");
}

#[test]
fn blocks_keep_their_kinds() {
    check(
        "<h1>A title</h1><p>One.</p><h2>A heading</h2><ul><li>first<li>second</ul>\
         <blockquote><p>Two.</p></blockquote><figure><img><figcaption>A bridge</figcaption></figure>",
        &[
            (Headline, "A title"),
            (Paragraph, "One."),
            (Heading, "A heading"),
            (ListItem, "first"),
            (ListItem, "second"),
            (Quotation, "Two."),
            (Caption, "A bridge"),
        ],
    );
}

#[test]
fn tags_inside_a_line_leave_no_trace() {
    check("<p>“<b>No</b>,” <i>Pe</i>ll <a href=x>said</a>.</p>", &[(Paragraph, "“No,” Pell said.")]);
}

#[test]
fn entities_are_read() {
    check(
        "<p>AT&amp;T &ldquo;caf&eacute;&rdquo; &#8212; &#x1F389; &lt;b&gt; &nbsp;x &notit; &bogus;</p>",
        &[(Paragraph, "AT&T “café” — 🎉 <b> x ¬it; &bogus;")],
    );
}

#[test]
fn what_nobody_sees_is_not_read() {
    check(
        "<style>p{}</style><script>var a='<p>no</p>'</script><p>Yes.<span hidden>no</span>\
         <span style='display: none'>no</span></p><!-- no --><template>no</template><nav>no</nav><aside>no</aside>\
         <select><option>no</select><textarea>no</textarea>",
        &[(Paragraph, "Yes.")],
    );
}

#[test]
fn a_script_in_the_text_is_text_or_nothing() {
    check(
        "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b<img src=x onerror=alert(1)></p>",
        &[(Paragraph, "a <script>alert(1)</script> b")],
    );
}

#[test]
fn breaks() {
    check(
        "<div>One.<br>Two<br>three.<br><br>Four</div>",
        &[(Paragraph, "One."), (Paragraph, "Two three."), (Paragraph, "Four")],
    );
}

#[test]
fn end_tags_may_be_missing_or_wrong() {
    check(
        "<p>One.<p>Two.<div>Three.</p>Four.</b></div>Five.",
        &[
            (Paragraph, "One."),
            (Paragraph, "Two."),
            (Paragraph, "Three."),
            (Paragraph, "Four."),
            (Paragraph, "Five."),
        ],
    );
    check("a < b and <3", &[(Paragraph, "a < b and <3")]);
    check("<p>unfinished <b", &[(Paragraph, "unfinished")]);
}

#[test]
fn table_cells_are_words_of_a_row() {
    check(
        "<table><tr><td>Lindmouth<td>12<tr><td>Arden<td>9</table>",
        &[(TableRow, "Lindmouth | 12"), (TableRow, "Arden | 9")],
    );
}

#[test]
fn preformatted_text_keeps_its_paragraphs() {
    check("<pre>One\nline.\n\nTwo.</pre>", &[(Paragraph, "One line."), (Paragraph, "Two.")]);
}

#[test]
fn html_without_words_gives_way_to_the_plain_form() {
    check("<meta charset=utf-8><img src=x>", &[(Paragraph, "the plain form")]);
}

#[test]
fn every_character_leads_back_to_its_source() {
    let html = "<p>caf&eacute; &amp; <b>bar</b>\r\n  “x”</p>";
    let document = read_paste("", Some(html));
    assert_eq!(document.text, "café & bar “x”");
    let places: Vec<_> = document.text.char_indices().map(|(at, _)| document.source.source_of(at)).collect();
    let words = |at: usize| html.get(at..).unwrap_or_default();
    for (c, &at) in document.text.chars().zip(&places).filter(|(c, _)| !c.is_whitespace()) {
        assert!(words(at).starts_with(c) || words(at).starts_with('&'), "{c} at {at}");
    }
}

#[test]
fn an_article_is_found_in_its_page() {
    let paragraph = "The council met on Tuesday, as it does, to vote on the old bridge, which nobody has crossed for years.";
    let page = format!(
        "<!DOCTYPE html><html><head><title>Bridge | Gazette</title></head><body>\
         <header><a href=/>Gazette</a></header><nav><ul><li><a href=/s>Sport</a></ul></nav>\
         <div id=wrap><div class=head><h1>Bridge vote fails</h1></div>\
         <div class=story-text><p>{paragraph}</p><p>{paragraph}</p><div class=related><a href=/r>Another story of ours</a></div>\
         <p>“Enough,” said Pell.</p><p>{paragraph}</p></div>\
         <div class=rail><ul><li><a href=/1>One more thing to read today</a><li><a href=/2>And another thing</a></ul></div></div>\
         <footer>© Gazette</footer></body></html>"
    );
    check_page(
        &page,
        &[
            (Headline, "Bridge vote fails"),
            (Paragraph, paragraph),
            (Paragraph, paragraph),
            (Paragraph, "“Enough,” said Pell."),
            (Paragraph, paragraph),
        ],
    );
}

#[test]
fn deep_and_long_pages_end() {
    for html in [
        "<div>".repeat(100_000),
        "<b>".repeat(100_000) + "x",
        "<table><tr><td>".repeat(50_000),
        "<li>".repeat(100_000),
    ] {
        read_file("page.html", html.as_bytes());
    }
}

#[test]
fn who_a_block_quotation_is_of() {
    let words = (Quotation, "Two boats went down.");
    for html in [
        "<blockquote><p>Two boats went down.</p><footer>— Ana Ruiz, pilot</footer></blockquote>",
        "<blockquote><p>Two boats went down.</p><footer><cite>Ana Ruiz, pilot</cite></footer></blockquote>",
        "<blockquote><p>Two boats went down.</p><cite>Ana Ruiz, pilot</cite></blockquote>",
        "<blockquote><p>Two boats went down.</p><p class=byline>Ana Ruiz, pilot</p></blockquote>",
        "<figure><blockquote><p>Two boats went down.</p></blockquote><figcaption>Ana Ruiz, pilot</figcaption></figure>",
    ] {
        check(html, &[words, (Quotation, "— Ana Ruiz, pilot")]);
    }
    // A picture's caption, and a book that is named inside of the words.
    check(
        "<blockquote><p>She read <cite>The Tide</cite> to us.</p></blockquote><figure><img><figcaption>Ana Ruiz</figcaption></figure>",
        &[(Quotation, "She read The Tide to us."), (Caption, "Ana Ruiz")],
    );
}

#[test]
fn formulas() {
    check(
        "<p>It falls with <math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>12</mn></mfrac></math>, and \
         <math><msup><mn>10</mn><mn>6</mn></msup><annotation encoding=tex>10^6</annotation></math> fell.</p>",
        &[(Paragraph, "It falls with x² + 1/12, and 10⁶ fell.")],
    );
}

#[test]
fn isotopes_and_formulas_are_written_as_they_are() {
    check(
        "<p>Dated by <sup>14</sup>C; <sup>235</sup>U was found in CO<sub>2</sub> and C<sub>6</sub>H<sub>12</sub>O.</p>",
        &[(Paragraph, "Dated by ¹⁴C; ²³⁵U was found in CO₂ and C₆H₁₂O.")],
    );
    check(
        "<p>It is shut.<sup>14</sup> Carl left the town<sub>4</sub>.</p>",
        &[(Paragraph, "It is shut. Carl left the town4.")],
    );
}

#[test]
fn what_stands_off_the_screen_is_not_read() {
    for style in ["position:absolute; left:-9999px", "text-indent: -9999px", "clip: rect(0, 0, 0, 0)"] {
        check(&format!("<p>Yes.</p><p style='{style}'>For robots.</p>"), &[(Paragraph, "Yes.")]);
    }
    check("<p style='left:-2px;clip:rect(0,10px,10px,0)'>Yes.</p>", &[(Paragraph, "Yes.")]);
    check("<p>Yes.</p><amp-ad><p>Buy boards.</p></amp-ad>", &[(Paragraph, "Yes.")]);
    check("<p>Glad <a href=x>pic.twitter.com/Ab12</a></p>", &[(Paragraph, "Glad")]);
}
