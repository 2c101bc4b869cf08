use analysis::{Block, BlockKind, Document};

use crate::doc::Doc;
use crate::explain::trace::Trace;

/// Dates are marked `[words=value]` in the text, `[words]` where they have none; written on Wednesday,
/// 14 May 2025.
#[track_caller]
fn check(marked: &str) {
    check_on(Some("2025-05-14"), marked);
}

#[track_caller]
fn check_on(published: Option<&str>, marked: &str) {
    let (text, expected) = unmark(marked);
    let document = Document::from_paragraphs(&text);
    let doc = Doc::new(&document);
    let marks = crate::quote::marks::pair(&doc);
    let dates = super::find(&doc, &marks, published.map(|day| day.parse().unwrap()), &mut Trace::off());
    let found: Vec<_> =
        dates.iter().map(|date| (date.span.of(&text).to_owned(), date.value.clone())).collect();
    assert_eq!(found, expected, "{text}");
}

fn unmark(marked: &str) -> (String, Vec<(String, Option<String>)>) {
    let (mut text, mut dates) = (String::new(), Vec::new());
    for (number, part) in marked.split(['[', ']']).enumerate() {
        if number % 2 == 0 {
            text.push_str(part);
        } else {
            let (words, value) = part.split_once('=').map_or((part, None), |(w, v)| (w, Some(v.to_owned())));
            text.push_str(words);
            dates.push((words.to_owned(), value));
        }
    }
    (text, dates)
}

#[track_caller]
fn check_published(blocks: &[(BlockKind, &str)], expected: Option<&str>) {
    let mut document = Document::default();
    for (kind, words) in blocks {
        let start = document.text.len();
        document.text.push_str(words);
        document.blocks.push(Block { span: analysis::Span::new(start, document.text.len()), kind: *kind });
        document.text.push('\n');
    }
    let doc = Doc::new(&document);
    let found = super::publication(&doc).map(|published| published.date);
    assert_eq!(found.as_deref(), expected, "{}", document.text);
}

mod kinds;

#[test]
fn an_update_of_a_page_is_no_publication() {
    let article = |line: &str, url: Option<&str>| {
        let mut document = Document::from_paragraphs(&format!("{line}\nThe ferry sank off Cape Dun."));
        document.blocks[0].kind = BlockKind::Dateline;
        document.stated.url = url.map(str::to_owned);
        super::publication(&Doc::new(&document)).map(|published| published.date)
    };
    let page = Some("https://gazette.example/ferry");
    assert_eq!(article("Updated May 3, 2021", page), None);
    assert_eq!(article("Last modified: 3 May 2021", page), None);
    assert_eq!(article("Published May 3, 2021", page).as_deref(), Some("2021-05-03"));
    assert_eq!(article("May 3, 2021, updated May 4, 2021", page).as_deref(), Some("2021-05-03"));
    // A text that was pasted says nothing better.
    assert_eq!(article("Updated May 3, 2021", None).as_deref(), Some("2021-05-03"));
}

#[test]
fn the_day_that_a_text_begins_with() {
    let check = |lines: &[&str], expected: Option<&str>| {
        let blocks: Vec<_> = lines.iter().map(|line| (BlockKind::Paragraph, *line)).collect();
        check_published(&blocks, expected);
    };
    let more = "Nobody was hurt when the roof of the market fell in.";
    check(&["12 March 2023: The market hall of Dunmore has lost its roof.", more], Some("2023-03-12"));
    check(&["March 12, 2023 – The market hall of Dunmore has lost its roof.", more], Some("2023-03-12"));
    check(&["DUNMORE (March 12, 2023) — The market hall has lost its roof.", more], Some("2023-03-12"));
    check(&["DUNMORE – 12 March 2023: The market hall has lost its roof.", more], Some("2023-03-12"));
    // A chronicle, a day of history, and a sentence that only begins with a day.
    check(
        &["12 March 2023: The roof of the hall falls in.", "4 May 2023: The council votes for a new one."],
        None,
    );
    check(&["6 June 1944: The ships lay off Cape Dun before dawn.", more], None);
    check(&["12 March 2023 was the day on which the roof fell in.", more], None);
}

#[test]
fn the_day_in_an_address() {
    for (address, expected) in [
        ("https://gazette.example/news/16/07/2022/roof-falls-in", Some("2022-07-16")),
        ("https://gazette.example/07/16/2022/roof-falls-in", Some("2022-07-16")),
        ("https://gazette.example/2022/jul/16/roof-falls-in", Some("2022-07-16")),
        ("https://gazette.example/news/roof-falls-in-20220716.html", Some("2022-07-16")),
        ("https://gazette.example/2022/07/16/roof-falls-in", Some("2022-07-16")),
        ("https://gazette.example/news/16/17/2022/roof", None),
        ("https://gazette.example/1944/06/06/the-landing", None),
        ("https://gazette.example/article/12345678/roof", None),
    ] {
        check_published(
            &[(BlockKind::Paragraph, address), (BlockKind::Paragraph, "The roof of the market fell in.")],
            expected,
        );
    }
}

#[test]
fn days_by_the_calendar() {
    check("The bridge opened on [May 3, 1998=1998-05-03].");
    check("The bridge opened on [3 May 1998=1998-05-03].");
    check("The bridge opened on [the 3rd of May 1998=1998-05-03].");
    check("It sank on [Monday, Oct. 5, 2009=2009-10-05], off Cape Dun.");
    check("Filed [2024-02-29=2024-02-29] in Dunmore.");
}

#[test]
fn a_day_without_a_year_is_the_nearest_one() {
    check("The mill burned on [April 30=2025-04-30].");
    check("The mill will reopen on [Feb. 2=2026-02-02].");
    check("The mill burned on [Dec. 20=2024-12-20].");
}

#[test]
fn day_and_month_in_either_order() {
    check("It was signed on [25/12/2024=2024-12-25].");
    check("It was signed on [12/25/2024=2024-12-25].");
    // The reading nearer to the day of writing.
    check("It was signed on [05/04/2025=2025-05-04].");
    check_on(None, "It was signed on [05/04/2025=2025-05-04].");
}

#[test]
fn days_that_do_not_exist_have_no_value() {
    check("The form says [February 30, 2024].");
}

#[test]
fn intervals_of_days_and_years() {
    check("The fair ran [3–5 May=2025-05-03/2025-05-05] in Hale.");
    check("The fair ran [May 3-5=2025-05-03/2025-05-05] in Hale.");
    check("He governed in [1991-97=1991/1997].");
}

#[test]
fn months_by_tense() {
    check("The ferry sank in [March=2025-03].");
    check("The ferry will sail again in [March=2026-03].");
    check("The ferry sank in [November=2024-11].");
    check("The ferry sank [last June=2024-06] and in [July last year=2024-07].");
    check("The ferry sank in [June 2019=2019-06].");
}

#[test]
fn months_that_are_words_and_names() {
    check("May said the march may go on.");
    check("They met in [May=2025-05] and in [April=2025-04].");
    check("June Hale and August Pell marched.");
}

#[test]
fn years_decades_and_centuries() {
    check("It began in [1987=1987].");
    check("It began in [the 1990s=199], or [the late '80s=198].");
    check("It began in [early 2023=2023].");
    check("It began in [the 19th century=18].");
    check("About 2,000 people and 1950 homes were left.");
}

#[test]
fn a_day_that_something_is_fixed_for() {
    check("The deadline is [Friday=2025-05-16].");
    check("Polling day is [Monday=2025-05-19], and the count is [Tuesday=2025-05-20].");
    check("The launch is [Saturday=2025-05-17] in Dunmore.");
    // What was fixed is over.
    check("The deadline was [Friday=2025-05-09].");
}

#[test]
fn weekdays_follow_the_tense() {
    check("Pell resigned on [Monday=2025-05-12].");
    check("Pell will resign on [Monday=2025-05-19].");
    check("The talks would resume on [Monday=2025-05-19], Pell said [Tuesday=2025-05-13].");
    check("She agreed to meet them on [Friday=2025-05-16].");
    check("Pell is scheduled to speak [Saturday=2025-05-17].");
    check("Pell spoke on [Wednesday=2025-05-14].");
}

#[test]
fn weekdays_with_a_side() {
    check("Pell left [last Friday=2025-05-09].");
    check("Pell leaves [next Friday=2025-05-23].");
    check("Pell leaves [this Friday=2025-05-16].");
}

#[test]
fn weekends() {
    check("The fair closed at [the weekend=2025-05-10/2025-05-11].");
    check("The fair opens [this weekend=2025-05-17/2025-05-18].");
    check_on(Some("2025-05-18"), "The fair closed [this weekend=2025-05-17/2025-05-18].");
    check("The fair opened [last weekend=2025-05-10/2025-05-11].");
}

#[test]
fn days_around_today() {
    check("It rained [yesterday=2025-05-13] and [today=2025-05-14].");
    check("It will rain [the day after tomorrow=2025-05-16].");
    check("It rained [last night=2025-05-13TNI] and [this morning=2025-05-14TMO].");
}

#[test]
fn weeks_months_and_years_around_ours() {
    check("It closed earlier [this week=2025-W20].");
    check("It closed [last month=2025-04]; a new one opens [next year=2026].");
    check("It closes at [the end of the month=2025-05-31].");
    check_on(Some("2024-12-31"), "It closed [this week=2025-W01].");
}

#[test]
fn distances() {
    check("It closed [two days ago=2025-05-12].");
    check("It closed [a decade ago=2015].");
    check("It opened in [1998=1998].");
    check("The mill burned on [May 1=2025-05-01]. It reopened [three days later=2025-05-04].");
    check("The mill burned on [May 1=2025-05-01]. [The next day=2025-05-02] it rained.");
    check("The road will reopen in [two weeks=2025-W22].");
    check("It closed [years ago=PAST_REF].");
}

#[test]
fn a_quarter_in_a_story_of_results() {
    check("Profit rose in [the first quarter=2025-Q1], from a loss [a year earlier=2024-Q1].");
    check("In [the year-ago quarter=2024-Q1] sales fell.");
    check("[First-quarter=2025-Q1] sales fell; [last year's fourth quarter=2024-Q4] was better.");
    check("Sales fell in [the third quarter of 2024=2024-Q3] and [the first half of 2023=2023-H1].");
}

#[test]
fn seasons_and_feasts() {
    check("It closed in [the summer of 2019=2019-SU] and on [Christmas Eve=2024-12-24].");
    check("It closed on [Thanksgiving 2023=2023-11-23].");
    check("The fall of the wall, spring water and Summer Hale.");
}

#[test]
fn tomorrow_in_a_quotation_is_counted_from_the_saying() {
    check(
        "“We vote tomorrow,” Pell said on Monday."
            .replace("tomorrow", "[tomorrow=2025-05-13]")
            .replace("Monday", "[Monday=2025-05-12]")
            .as_str(),
    );
    check("We vote [tomorrow=2025-05-15].");
}

#[test]
fn lengths_of_time() {
    check("He waited [three days=P3D], then [18 months=P18M], then [two and a half years=P2Y6M].");
    check("He waited for [years=PXY], or [at least a week=P1W].");
    check("It took [half an hour=PT30M] over [the past two weeks=P2W].");
    check("The [two-year=P2Y] plan took [half a century=P50Y].");
    check("It earned $2 a share and $3 million a year.");
}

#[test]
fn ages_and_fractions_are_no_times() {
    check("The 26-year-old won three-quarters of it; Pell, 52 years old, lost.");
}

#[test]
fn what_comes_again() {
    check("They met [every Tuesday=XXXX-WXX-2], [daily=P1D], and on [Sundays=XXXX-WXX-7].");
    check("They met [every two weeks=P2W] and [each year=P1Y].");
}

#[test]
fn times_of_day() {
    check("It shut at [5 p.m. on Tuesday=2025-05-13T17:00].");
    check("It shut on [Tuesday at 10:30 a.m.=2025-05-13T10:30]");
    check("It shut at [noon=2025-05-14T12:00], [Friday night=2025-05-09TNI] too.");
    check("It shut at [9.15pm GMT on 3 May=2025-05-03T21:15].");
    check("They won 3-2 and 10.5 miles.");
}

#[test]
fn no_day_of_publication_no_guess() {
    check_on(None, "It closed [Monday], [last week] and [May 3].");
    check_on(None, "It closed on [May 3, 2020=2020-05-03] after [two weeks=P2W].");
    check_on(None, "It closes [now=PRESENT_REF].");
}

#[test]
fn counts_beyond_the_calendar_do_no_harm() {
    check("It fell [9999999 years ago=PAST_REF], or [999999999999999999 days ago=PAST_REF].");
}

#[test]
fn the_head_says_when_it_was_published() {
    use BlockKind::{Byline, Dateline, Headline, Paragraph};
    check_published(&[(Headline, "Mill burns"), (Dateline, "Hale, May 3, 2021")], Some("2021-05-03"));
    check_published(&[(Byline, "By Ana Ruiz, 3 May 2021 10:30")], Some("2021-05-03"));
    check_published(&[(Paragraph, "Published 3 May 2021 at 10:30 GMT")], Some("2021-05-03"));
    check_published(&[(Paragraph, "2021-05-03"), (Paragraph, "The mill burned.")], Some("2021-05-03"));
    check_published(&[(Paragraph, "HALE, May 3, 2021 (Agency) — The mill burned.")], Some("2021-05-03"));
    check_published(
        &[(Paragraph, "https://example.org/2021/05/03/mill-burns"), (Paragraph, "It burned.")],
        Some("2021-05-03"),
    );
}

#[test]
fn dates_in_the_story_do_not() {
    use BlockKind::Paragraph;
    check_published(
        &[(Paragraph, "The mill burned on May 3, 2021, and nobody was hurt in it, Pell said.")],
        None,
    );
    check_published(
        &[(Paragraph, "May 3, 2021 was the day on which the old mill at Hale burned down to the ground.")],
        None,
    );
}

#[test]
fn later_is_counted_from_what_was_told() {
    check("She was held in [2008=2008] and freed [a year later=2009].");
    check("In [March 2016=2016-03] he left; [four months later=2016-07] he was back.");
    check("It shut in [1991=1991]. [The following year=1992] it burned.");
    check("It closed in [the late 1980s=198], and [a decade later] the line went.");
    // Nobody knows which day of the year it was, nor that it was after the article was written.
    check("It shut in [1991=1991], and [three days later] it burned.");
    check("It opened on [5 March 2020=2020-03-05]. [The following Tuesday=2020-03-10] it sank.");
    check("She came in [May 2018=2018-05]. [That summer=2018-SU] she left.");
}

#[test]
fn parts_of_last_year() {
    check("Sales fell in [the third quarter of last year=2024-Q3].");
    check("It fell on [June 5 last year=2024-06-05], and rose in [the first half of next year=2026-H1].");
    check("The moor burned in [the summer of last year=2024-SU].");
    // Two times that only stand near each other.
    check("In [March=2025-03] he bought the firm that failed [last year=2024].");
}

#[test]
fn ends_of_one_range_share_their_year() {
    check("Talks ran from [November=2024-11] to [February=2025-02].");
    check("It will tour from [November=2025-11] to [March=2026-03].");
    check("Divers meet between [1 and 9 April=2025-04-01/2025-04-09].");
    check("The fair ran [June 5-9=2024-06-05/2024-06-09].");
}

#[test]
fn days_in_lists_and_words() {
    check("It met on [May 5=2025-05-05], [6=2025-05-06] and [9=2025-05-09].");
    check("It was shut on [3=2025-01-03], [7=2025-01-07] and [11 January=2025-01-11].");
    check("She played on [12 May=2025-05-12] and scored 6 and 9.");
    check("It was signed on [the first of October=2024-10-01].");
    check("They wed on [April second, 1921=1921-04-02].");
    check("He left on [the 23rd of last month=2025-04-23].");
    check("The reports of [May=2023-05] and [June 2023=2023-06] are lost.");
}

#[test]
fn feasts_that_move() {
    check("It shut on [Good Friday=2025-04-18], and opened on [Easter Monday=2025-04-21].");
    check("It was full on [Ash Wednesday=2025-03-05]; sales on [Black Friday=2024-11-29] rose.");
    check("It was a good [Friday=2025-05-09] for the bank.");
    check("They signed the Good Friday Agreement.");
}

#[test]
fn names_that_look_like_times() {
    check("Sheffield Wednesday lost, and Ms. Friday left.");
}

#[test]
fn british_forms() {
    check("It will start [a week on Friday=2025-05-23].");
    check("It will resume on [Tuesday week=2025-05-27].");
    check("It began on [the Friday before last=2025-05-02].");
    check("[This past October=2024-10] was wet, as was output in [1Q24=2024-Q1].");
    check("They painted so in [the 1700s=17].");
    check("He was held for [a fortnight=P2W].");
}

#[test]
fn halves_of_a_match() {
    check("Hale scored early in the second half, and the striker hit the post.");
    check("Profit rose in [the first half of 2024=2024-H1].");
}

#[test]
fn words_of_another_year() {
    check("“By [next year] it will be gone,” she wrote in [2019=2019].");
    check("“It opens [tomorrow=2025-05-15],” she said.");
}

#[test]
fn papers_rooms_and_people_that_look_like_times() {
    check("Editors of the Sunday Ledger and of the Daily Courier met in Room 1914.");
    check("Noon Hale took the trawler Midnight Star to sea.");
    check("They met at [noon=2025-05-14T12:00].");
    check("Mr. Sunday lost. Sunday will appeal on [Monday=2025-05-19].");
}

#[test]
fn months_of_results() {
    check(
        "[Third-quarter=2024-Q3] profit rose 4 percent from [a year-earlier] loss."
            .replace("[a year-earlier]", "a [year-earlier=2023-Q3]")
            .as_str(),
    );
    check(
        "Profit fell in [the first quarter=2025-Q1]. In [the latest period=2025-Q1] sales were flat; in [the 2023 period=2023-Q1] they rose.",
    );
    check("Orders fell from [the year-ago first quarter=2024-Q1].");
    check("Profit for [the quarter=2025-Q1] ended [March 31=2025-03-31] was $3 million.");
    check("Net income for [the year=P1Y] ended [Sept. 30=2024-09-30] was flat.");
    // Nothing of quarters: the same time of last year.
    check("Burglaries rose from [the same period last year=2024].");
    check("It lost money in [the last half of the 1980s=198].");
}

#[test]
fn the_night_of_what_was_told() {
    check("The mill burned on [May 1=2025-05-01]. [The next morning=2025-05-02TMO] it rained.");
    check("It sank on [3 March 2020=2020-03-03]. [That night=2020-03-03TNI] two men swam home.");
    check("That night nobody slept.".replace("That night", "[That night]").as_str());
    check("[A week or so ago=2025-W19] she left. It shut in [the week of May 5=2025-W19].");
    check("He shut the mill in [1990=1990]; [a few days later=PAST_REF] it burned.");
}

#[test]
fn feasts_of_the_moon() {
    check("It opened on [Eid al-Fitr=2025-03-31], after [Ramadan=2025-03-01/2025-03-30].");
    check("They will meet on [Eid al-Adha=2025-06-07].");
    check("It was signed on [Election Day=2024-11-05].");
    check("Her New Year's resolutions held.");
}

#[test]
fn what_is_arranged_is_still_to_come() {
    check("The court has scheduled a hearing [Friday=2025-05-16].");
    check("The mayor invited them to a dinner on [Saturday=2025-05-17].");
    check("The split is payable [June 7=2025-06-07] to stock of record [May 30=2025-05-30].");
    check("Pell, the keeper, trains alone until [Saturday=2025-05-17].");
    check("The count is on [Monday=2025-05-19], said Ana Ruiz.");
    check("Ahead of [Saturday=2025-05-17]'s final, streets were shut.");
    // What was, whatever looks ahead beside it.
    check("She will appeal [Monday=2025-05-12]'s ruling.");
    check("Neither of the two could be reached [Monday=2025-05-12].");
    check("The first ship to dock on [Sunday=2025-05-11] was the Hale.");
    check("The bank would not say on [Monday=2025-05-12] whether it would pay.");
}
