use text::BlockKind::{self, *};

use crate::read_paste;

const BODY: &str = "The council met on Tuesday to vote on the bridge, and nobody was surprised.";

/// Checks the kinds of the blocks of a pasted text.
fn check(given: &str, expected: &[BlockKind]) {
    let document = read_paste(given, None);
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, expected, "of {given:?}");
}

/// Checks the kind of a line that stands under a headline and over the text.
fn check_top(line: &str, expected: BlockKind) {
    check(&format!("Bridge Vote Fails\n{line}\n{BODY}"), &[Headline, expected, Paragraph]);
}

/// Checks the kind of a line behind three paragraphs and before another.
fn check_inside(line: &str, expected: BlockKind) {
    check(
        &format!("{BODY}\n\n{BODY}\n\n{BODY}\n\n{line}\n\n{BODY}"),
        &[Paragraph, Paragraph, Paragraph, expected, Paragraph],
    );
}

#[test]
fn a_short_first_line_without_a_full_stop_is_the_headline() {
    check(&format!("Bridge vote fails again\n\n{BODY}"), &[Headline, Paragraph]);
    check(&format!("BRIDGE VOTE FAILS\n{BODY}"), &[Headline, Paragraph]);
    check(&format!("“We lost”: bridge vote fails\n{BODY}"), &[Headline, Paragraph]);
    check(&format!("Who wants a bridge?\n{BODY}"), &[Headline, Paragraph]);
}

#[test]
fn a_first_paragraph_is_no_headline() {
    check(&format!("{BODY}\n{BODY}"), &[Paragraph, Paragraph]);
    check("Three short words", &[Paragraph]);
    check("", &[]);
}

#[test]
fn bylines() {
    for line in [
        "By Jane Doe",
        "BY JANE DOE",
        "By Ana María Ruiz and Ito Pell, Staff Writers",
        "By Tom O’Neil for the Lindmouth Gazette",
        "By J. R. Pell Jr.",
        "By Ola van der Meer | Dec. 7, 2025",
    ] {
        check_top(line, Byline);
    }
    check_top("By Monday the bridge had to be closed to every kind of traffic.", Paragraph);
    check_top("By the time they met, Ito Pell had left.", Paragraph);
}

#[test]
fn lines_that_say_when() {
    for line in [
        "Dec. 7, 2025",
        "Sunday, 7 December 2025",
        "2025-12-07",
        "Published 5:30 p.m. on Friday, March 7",
        "Updated: 7th March 2025 at 10:15 GMT",
        "Last modified on Mon 7 Mar 2022 18.30 GMT",
    ] {
        check_top(line, Dateline);
    }
    check_inside("March 7, 2025", Heading);
    check_inside("Published on March 7, 2025", Dateline);
}

#[test]
fn a_dateline_is_parted_from_its_paragraph() {
    for place in [
        "ODESA, Ukraine (Agency) —",
        "LINDMOUTH —",
        "PORT ARDEN, Dec. 7 (Wire) -",
        "MANCHESTER, N.H. -",
        "(Wire) -",
        "Lindmouth –",
        "NEW YORK—",
        "LINDMOUTH.-",
        "LINDMOUTH --",
        "LINDMOUTH:",
        "(WIRE)",
        "Port Arden, Wales (WIRE)",
        "PORT ARDEN, July 25:",
        "LINDMOUTH - 17 July 2022:",
    ] {
        for space in [" ", if place.ends_with('—') { "" } else { " " }] {
            let text = format!("{place}{space}{BODY}");
            let document = read_paste(&text, None);
            let blocks: Vec<_> =
                document.blocks.iter().map(|b| (b.kind, b.span.of(&document.text))).collect();
            assert_eq!(blocks, [(Dateline, place), (Paragraph, BODY)], "{text}");
        }
    }
    check(
        &format!("A title with a full stop.\n\n{BODY}\n\nLINDMOUTH — {BODY}"),
        &[Paragraph, Paragraph, Dateline, Paragraph],
    );
}

#[test]
fn a_dash_in_a_sentence_is_no_dateline() {
    for text in [
        "The council – which met on Tuesday – voted against the bridge.",
        "Pell - who leads the council - voted for it.",
        "No bridge, no road, no ferry — Lindmouth has had enough of it.",
    ] {
        check(text, &[Paragraph]);
    }
    check(&format!("EXCLUSIVE — {BODY}"), &[Paragraph]);
    check("Pell (NWU) voted for it, and nobody else in the room did so.", &[Paragraph]);
    check(&format!("(WIRE){BODY}"), &[Dateline, Paragraph]);
    check(&format!("(The Coastal Post){BODY}"), &[Dateline, Paragraph]);
    check(&format!("(The second part) {BODY}"), &[Paragraph]);
    check("PELL: Why would I agree to a bridge there?", &[Paragraph]);
    check("PELL: The bridge is gone.\n\nARDEN: And whose fault is that?", &[Paragraph, Paragraph]);
    check("LINDMOUTH: the town that nobody left, and where nobody arrives.", &[Paragraph]);
    check(&format!("{BODY}\n\nPELL: {BODY}"), &[Paragraph, Paragraph]);
    check(&format!("LINDMOUTH, Wales --{BODY}"), &[Dateline, Paragraph]);
    check(&format!("{BODY}\n{BODY}\n{BODY}\nPELL — I disagree with all of that."), &[Paragraph; 4]);
}

#[test]
fn headings_between_paragraphs() {
    check_inside("What happens next?", Heading);
    check_inside("A long dispute", Heading);
    check_inside("Nobody came.", Paragraph);
    check_inside("“Nobody came”", Paragraph);
    check_inside("and so on", Paragraph);
    check_inside("PELL: Why would I agree?", Paragraph);
    check_inside("And who, after all of these years, would still want a bridge there?", Paragraph);
}

#[test]
fn list_items() {
    for line in ["- a bridge", "• a road", "•a ferry", "1. A bridge", "2) A road.", "* a ferry"] {
        check_inside(line, ListItem);
    }
    check_inside("2024. That was the year when it all began.", Paragraph);
    check_inside("-5 degrees is cold for a bridge, they said on Monday.", Paragraph);
}

#[test]
fn captions() {
    for line in [
        "FILE - The bridge at Lindmouth, seen in May 2019.",
        "The old bridge at dawn. (AP Photo/Ida Brandt)",
        "The old bridge at dawn. Ida Brandt/Getty Images",
    ] {
        check_inside(line, Caption);
    }
}

#[test]
fn furniture() {
    for line in [
        "(Reporting by Ana Ruiz; Editing by Ito Pell)",
        "Advertisement",
        "ADVERTISEMENT",
        "Read more: The bridge that never was",
        "Sign up for our morning newsletter.",
        "Share this article",
        "© 2025 Lindmouth Gazette. All rights reserved.",
        "* * *",
        "____",
        "https://example.org/a-bridge",
        "Follow Ana Ruiz on Twitter",
    ] {
        check_inside(line, Furniture);
    }
    check_inside("Advertisement revenue fell by a third, the paper said.", Paragraph);
    check_inside("Share prices of the builder fell, too, by 3 percent.", Paragraph);
}

#[test]
fn requests_to_the_reader_and_sentences_that_begin_like_them() {
    for line in [
        "Sign up for our morning newsletter",
        "Subscribe to the Lindmouth Gazette",
        "Follow the Lindmouth Gazette on Facebook",
        "Follow us on social media for more stories like this one.",
        "4 min read",
        "Reading time: 12 minutes",
        "5 minute read",
        "Skip to main content",
    ] {
        check_inside(line, Furniture);
    }
    for line in [
        "Subscribe to the library fund, she told the meeting, and the roof would be paid for by June.",
        "“Sign up for our ferry,” read the banner that the captains had hung over the gate of the harbour.",
        "Follow us to the pier, the captain shouted, and forty people did so in the pouring rain.",
        "Reporting by the town’s two gazettes has shown that the bank knew of the loan before Easter.",
        "Download our plans and count the trees, the mayor urged those who had come to complain.",
    ] {
        check_inside(line, Paragraph);
    }
}

#[test]
fn a_menu_that_was_copied_with_the_page() {
    check(
        &format!(
            "Lindmouth Gazette\nNews\nBusiness\nSport\n\nBridge vote fails again\n\nBy Ana Ruiz\n\n7 March 2025\n\n{BODY}"
        ),
        &[Furniture, Furniture, Furniture, Furniture, Headline, Byline, Dateline, Paragraph],
    );
    check(
        &format!("Home › News › Harbour\n\nBridge vote fails again\n\n{BODY}"),
        &[Furniture, Headline, Paragraph],
    );
    // A title over who is meant, and no menu.
    check(
        &format!("Bridge vote fails again\nAna Ruiz\nLindmouth\n{BODY}"),
        &[Headline, Paragraph, Heading, Paragraph],
    );
}

#[test]
fn lists_of_other_articles_behind_the_text() {
    check(
        &format!(
            "{BODY}\n\n{BODY}\n\nMost read\n1. Ferry fares frozen\n2. Eel season opens\n\n© Gazette 2025"
        ),
        &[Paragraph, Paragraph, Furniture, Furniture, Furniture, Furniture],
    );
    check(
        &format!("{BODY}\n\nMore from Lindmouth\nFerry fares frozen\nEel season opens"),
        &[Paragraph, Furniture, Furniture, Furniture],
    );
    // A heading of the article that begins so.
    check(&format!("{BODY}\n\nMore from the hearing\n\n{BODY}"), &[Paragraph, Heading, Paragraph]);
}

#[test]
fn turns_are_no_headings() {
    check("RUIZ: Who owns the bridge?\n\nPELL: The town does.\n\nRUIZ: Since when?", &[Paragraph; 3]);
    check(&format!("Explainer: Who owns the bridge?\n\n{BODY}\n\n{BODY}"), &[Headline, Paragraph, Paragraph]);
}

#[test]
fn a_title_that_comes_twice_before_the_text() {
    let page =
        |between: &str| format!("<h1>Bridge vote fails</h1>{between}<h1>Bridge Vote Fails</h1><p>{BODY}</p>");
    let kinds = |html: &str| {
        let document = read_paste("", Some(html));
        document.blocks.iter().map(|block| block.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&page("")), [Headline, Furniture, Paragraph]);
    assert_eq!(kinds(&page("<p>Ana Ruiz</p>")), [Headline, Paragraph, Furniture, Paragraph]);
    // Behind the text it is a heading of its own.
    assert_eq!(kinds(&page(&format!("<p>{BODY}</p>"))), [Headline, Paragraph, Heading, Paragraph]);
}

#[test]
fn the_part_of_the_paper_over_a_title() {
    for rubric in ["Culture", "WORLD", "Opinion"] {
        check(
            &format!("{rubric}\n\nBridge vote fails again in the hills\n\n{BODY}"),
            &[Furniture, Headline, Paragraph],
        );
    }
    // A short title, and a byline or a line that says when under it.
    check(&format!("Mudslide\n\nBy Ana Ruiz of the Coast Wire\n\n{BODY}"), &[Headline, Byline, Paragraph]);
    check(&format!("Mudslide\n\n{BODY}"), &[Headline, Paragraph]);
}

#[test]
fn codes_of_a_wire_service() {
    let story = format!("LINDMOUTH, March 5 (GAZ) -- {BODY}\n\n{BODY}");
    for head in [
        "GAZ-0412 3 LOC 180 /GAZ-0398\nBRIDGE-FAILS",
        "LOC3 B12 0412\nVOTE-BRIDGE",
        "GAZ 041 3\nHALE-BRIDGE-VOTE",
    ] {
        check(
            &format!("{head}\nBridge vote fails again\n\n{story}\n\nar/ip\nNNNN"),
            &[Furniture, Furniture, Headline, Dateline, Paragraph, Paragraph, Furniture, Furniture],
        );
    }
    check(
        &format!("BRIDGE VOTE 2024 FAILS\n\n{BODY}\n\n{BODY}\n\nEnds"),
        &[Headline, Paragraph, Paragraph, Furniture],
    );
}

#[test]
fn what_a_page_says_behind_the_article() {
    check(
        &format!(
            "Bridge vote fails again\n\nMarch 5, 2024 by Ana Ruiz\n\n{BODY}\n\n{BODY}\n\nShare this:\nClick to share on X (Opens in new window)\nLike Loading...\nLeave a Reply\nYour email address will not be published. Required fields are marked *"
        ),
        &[Headline, Byline, Paragraph, Paragraph, Furniture, Furniture, Furniture, Furniture, Furniture],
    );
    check(
        &format!(
            "Bridge vote fails again\n\nAna Ruiz\nMon 4 Mar 2024 08.10 CEST\n\n{BODY}\n\nExplore more on these topics\nBridges\nHale\n\nMost viewed\nChess club finds a queen\nPrivacy policy"
        ),
        &[
            Headline, Byline, Dateline, Paragraph, Furniture, Furniture, Furniture, Furniture, Furniture,
            Furniture,
        ],
    );
    // The article goes on behind an advertisement.
    check(
        &format!(
            "Bridge vote fails again\n\n{BODY}\n\nAdvertisement\n\nWho voted for it\n\n{BODY}\n\nShe left."
        ),
        &[Headline, Paragraph, Furniture, Heading, Paragraph, Paragraph],
    );
}

#[test]
fn questions_of_an_interview_are_no_headings() {
    check(
        &format!(
            "Bridge vote fails again\n\n{BODY}\n\nDid you vote?\n\n{BODY}\n\nAnd your sister?\n\n{BODY}"
        ),
        &[Headline, Paragraph, Paragraph, Paragraph, Paragraph, Paragraph],
    );
    check(
        &format!("Bridge vote fails again\n\n{BODY}\n\nWho voted?\n\n{BODY}\n\nWhat comes next?\n\n{BODY}"),
        &[Headline, Paragraph, Heading, Paragraph, Heading, Paragraph],
    );
}

#[test]
fn what_mail_programs_write_under_a_message() {
    for line in ["Sent from my iPhone", "Sent from my Galaxy phone", "Sent from my tablet"] {
        check(&format!("{BODY}\n\n{BODY}\n\n{line}"), &[Paragraph, Paragraph, Furniture]);
    }
    check(
        &format!("{BODY}\n\nSent from the hills, the letter took a week, said Tilda Marsh."),
        &[Paragraph, Paragraph],
    );
}

#[test]
fn words_of_buttons_and_notices() {
    for line in [
        "Facebook Twitter Email",
        "Font size: A AA",
        "Gift this article",
        "Print this page | Close window",
        "Next slide",
        "Video Player is loading.",
        "You get this mail because you signed up at the fair.",
    ] {
        check_inside(line, Furniture);
    }
    for line in ["Keep the bridge", "Next", "Letters from Hale"] {
        check_inside(line, Heading);
    }
    check_inside("Read more: that was the only order that Ana Ruiz ever gave in her years there.", Paragraph);
    check_inside("Read more: Bridge vote fails again", Furniture);
}

#[test]
fn a_line_between_all_paragraphs_is_the_pages() {
    let line = "Go on below the picture";
    check(
        &format!(
            "Bridge vote fails again\n\n{BODY}\n\n{line}\n\n{BODY}\n\n{line}\n\n{BODY}\n\n{line}\n\n{BODY}"
        ),
        &[Headline, Paragraph, Furniture, Paragraph, Furniture, Paragraph, Furniture, Paragraph],
    );
    check(
        &format!(
            "Bridge vote fails again\n\n{BODY}\n\nThe first of the votes\n\n{BODY}\n\nThe second of the votes\n\n{BODY}"
        ),
        &[Headline, Paragraph, Heading, Paragraph, Heading, Paragraph],
    );
}

#[test]
fn a_byline_settles_which_line_is_the_headline() {
    check(
        &format!(
            "Skip to content\nSearch\nLive scores\nSign up\n\nBridge vote fails again\nBy Ana Ruiz\n\n{BODY}"
        ),
        &[Furniture, Furniture, Furniture, Furniture, Headline, Byline, Paragraph],
    );
    // Nothing was copied with it.
    check(
        &format!("Mudslide in Hale\n\nTwelve saved from a bus under the hill\n\nBy Ana Ruiz\n\n{BODY}"),
        &[Headline, Paragraph, Byline, Paragraph],
    );
    check(&format!("PRESS RELEASE\n\nBridge vote fails again\n\n{BODY}"), &[Furniture, Headline, Paragraph]);
}

#[test]
fn names_and_places_before_a_day() {
    check_top("Ana Ruiz | 30.07.2024 | 3 min read", Byline);
    check_top("Windhoek, 18 September 2025", Dateline);
    check_top("For immediate release: 3 June 2025", Dateline);
    check_top("In the 1990s, 12 boats came", Heading);
}

#[test]
fn credits_of_pictures_and_of_a_wire() {
    check_inside("Photo: Ida Brandt", Furniture);
    check_inside("(Photo by Ida Brandt/Wire)", Furniture);
    check_inside("Photo: Karim Aziz/Shutterstock", Furniture);
    check_inside("Karim Aziz/Reuters", Furniture);
    check_inside("A hive above the street. Photo: Karim Aziz/AFP", Caption);
    check_inside("Photo: the bridge at Hale before the vote", Caption);
    let story = format!("Bridge vote fails again\n\n{BODY}\n\n{BODY}");
    for end in ["rs/mk/0715", "RS/MK", "mk/", "AS-RD"] {
        check(&format!("{story}\n\n{end}"), &[Headline, Paragraph, Paragraph, Furniture]);
    }
}
