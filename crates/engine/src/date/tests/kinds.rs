//! Kinds of times that look like others: each with words of its own, and a case that must stay as it is.

use super::{check, check_on, check_published};
use analysis::BlockKind;

#[test]
fn the_verb_of_its_own_clause_tells_the_side() {
    check("Nobody knows why the gate was open on [Sunday=2025-05-11].");
    check("It is unclear where the nurse was on [Monday=2025-05-12].");
    check("Hale, who beat Dunmore in [April=2025-04], will start with ten men.");
    check("Surgeons in Dunmore reported on [Friday=2025-05-09] that it works.");
    // The verb that it hangs on is still to come.
    check("The court will say on [Friday=2025-05-16] whether the judge was right.");
}

#[test]
fn what_was_planned_and_did_not_come_is_past() {
    check("She was due to speak on [Monday=2025-05-12] but stayed at home.");
    check("He was supposed to play on [Friday=2025-05-09], but broke a toe.");
    check("She is due to speak on [Monday=2025-05-19] but may stay at home.");
}

#[test]
fn a_headline_says_what_is_to_come_by_its_infinitive() {
    check("Court to hear banned writer’s plea on [Friday=2025-05-16]\nShe is in Hale.");
    check("Union to vote on new pay offer [Monday=2025-05-19]\nIt is in Hale.");
    check("Mayor resigns after row on [Monday=2025-05-12]\nShe is in Hale.");
}

#[test]
fn a_length_in_two_units_is_one() {
    check("The crossing takes [two hours and twenty minutes=PT2H20M].");
    check("He was held for [3 years and 6 months=P3Y6M].");
    check("It lasted [one day, 4 hours=P1DT4H].");
    check("It lasted [two days=P2D] and four people died.");
    check("The child is 10 years and 164 days old.");
}

#[test]
fn the_last_of_something_is_counted_from_nothing() {
    check("Two boats sank on the last day of the fair.");
    check("She wrote it in the last year of the war.");
    check("Growth slowed in [the last quarter of 2023=2023-Q4].");
    check("It rained for [the last week=P1W].");
    check("It rained [last week=2025-W19].");
}

#[test]
fn a_first_is_seen_in_a_length() {
    check("It is her first trip abroad in [more than two years=P2Y].");
    check("This is the worst drought in [40 years=P40Y].");
    check("The bridge will open in [two years=2027].");
}

#[test]
fn winter_has_the_year_that_it_began_in() {
    check_on(Some("2025-03-12"), "Bills doubled [this past winter=2024-WI].");
    check_on(Some("2025-11-12"), "Bills will double [this winter=2025-WI].");
    check_on(Some("2025-06-12"), "Bills will double [next winter=2025-WI].");
    check_on(Some("2025-06-12"), "Hale burned [last summer=2024-SU].");
}

#[test]
fn names_of_papers_films_and_parts_of_matches_are_no_times() {
    check("The ferry is safe, a local daily said.");
    check("The film 2046 is long, and the BMW 2002 is loud.");
    check("Trailing 14-10, the Kites scored twice in the fourth quarter.");
    check("The ferry goes [daily=P1D].");
    check("Profits fell in [the fourth quarter=2024-Q4].");
}

#[test]
fn the_day_in_an_address_or_behind_a_dateline_is_that_of_writing() {
    use BlockKind::{Dateline, Paragraph};
    let story = (Paragraph, "The ferry sank on Sunday.");
    let address = "https://gazette.example/news/16/07/2022/ferry-sinks";
    check_published(&[(Paragraph, address), story], Some("2022-07-16"));
    check_published(&[(Paragraph, "https://gazette.example/12/3456"), story], None);
    check_published(&[(Dateline, "LINDMOUTH - 17 July 2022:"), story], Some("2022-07-17"));
}

#[test]
fn weeks_from_today_and_the_one_before_last() {
    check("The mill opens [a week tomorrow=2025-05-22], and the school [a fortnight today=2025-05-28].");
    check("She is to speak on [Monday fortnight=2025-06-02].");
    check("It closed in [the summer before last=2023-SU], and burned in [the October before last=2023-10].");
    check("She will row alone [the winter after next=2026-WI].");
    // A length up to today, and a summer that is only the last.
    check("He has been ill for [a week=P1W] [today=2025-05-14].");
    check("It is [a week=P1W] [today=2025-05-14] since the mill burned.");
    check("It closed in [the summer=2024-SU] before it burned.");
}

#[test]
fn the_last_weekday_of_a_month_is_counted_in_it() {
    check("The fair is on [the last Saturday of September=2025-09-27], as ever.");
    check("He died on [the last Friday in May 2024=2024-05-31].");
    check("He died [last Friday=2025-05-09] in Maine.");
}

#[test]
fn that_year_is_the_one_that_was_told() {
    check("It shut in [March 1984=1984-03]. In [November that year=1984-11] it opened.");
    check(
        "She won in [1990=1990]. In [June of that year=1990-06] she left, and on [3 July the same year=1990-07-03] she died.",
    );
    check("She won in [1990=1990]. [That year=1990] she left.");
    // No year was told.
    check_on(None, "In [June that year] she left.");
}

#[test]
fn decades_late_and_early_and_ages_and_heat() {
    check("Punk came in [the late seventies=197] and went in [the early 80s=198].");
    check("It was much as in [the 60s=196], before [the mid-nineties=199].");
    check("She is in her late seventies, and he in his 80s. It was in the 80s at noon, the highest temperature yet."
        .replace("noon", "[noon=2025-05-14T12:00]").as_str());
}

#[test]
fn a_night_of_the_week_that_comes_again_is_no_day() {
    check("Boats come in on [Saturday nights=XXXX-WXX-6TNI] and leave on [Monday mornings=XXXX-WXX-1TMO].");
    check("She rows out [every Tuesday at noon=XXXX-WXX-2T12:00].");
    check("They were seen on [Saturday night=2025-05-10TNI].");
}

#[test]
fn lengths_in_quarters_and_between_two_numbers() {
    check("He spoke for [three quarters of an hour=PT45M] and sang for [a quarter of an hour=PT15M].");
    check("It stood for [a quarter of a century=P25Y].");
    check("A palm bears after [five to seven years=P5Y/P7Y], or after [six-to-eight weeks=P6W/P8W].");
    check("It takes between [two and three days=P2D/P3D].");
    check("They won three quarters of the seats. It took two and [three weeks=P3W].");
    check("It burned [two to three weeks ago=PAST_REF].");
}

#[test]
fn an_hour_later_is_at_least_a_length() {
    check("The roof fell. [An hour later=PT1H] the wall did, and [two minutes later=PT2M] it burned.");
    check("It fell on [3 May 2024=2024-05-03]; [an hour later=2024-05-03] it burned.");
}

#[test]
fn the_day_before_a_clause_of_its_own() {
    check(
        "He died on [3 July 1951=1951-07-03], and [the day before=1951-07-02] the army had sealed the gate.",
    );
    check("He fled the day before the army sealed the gate.");
    check("The day before the army had sealed the gate, he fled.");
}

#[test]
fn a_headline_tells_what_begins_before_it_does() {
    check("Harp festival opens [Thursday=2025-05-15]\nIt is in Hale.");
    check("Dock strike begins [Monday=2025-05-19] with no talks\nIt is in Hale.");
    check("Play about a whale premieres [Friday=2025-05-16]\nIt is in Hale.");
    check("Mayor opens bridge on [Monday=2025-05-12]\nShe is in Hale.");
    check("Shares open lower [Monday=2025-05-12]\nThey fell in Hale.");
}

#[test]
fn a_past_that_looks_like_a_base_is_one_behind_a_singular() {
    check("A storm cut the road on [Sunday=2025-05-11]. A bank put it off on [Monday=2025-05-12].");
    check("A wave hit the pier on [Friday=2025-05-09].");
    check("The doctor and the nurse put it off on [Monday=2025-05-12].");
    check("A judge will cut the sentence on [Monday=2025-05-19].");
}

#[test]
fn a_possessive_without_its_noun_has_the_verb_behind_it() {
    check("[Sunday=2025-05-18]'s will be larger, its leaders hope.");
    check("She hopes that [Friday=2025-05-16]'s is going to be better.");
    check("[Sunday=2025-05-11]'s was larger.");
}

#[test]
fn who_has_until_a_day_still_has_it() {
    check("The court in Hale, which has until [June 15=2025-06-15] to decide, met.");
    check("The dean had until [Monday=2025-05-12] to reply.");
}

#[test]
fn numbers_with_stops_in_a_name_are_no_day() {
    check("The strain BA.2.12.1 was found with version 10.4.21 of the test.");
    check("It was found on [22.10.21=2021-10-22].");
}

#[test]
fn these_days_are_no_day() {
    check("[Today=PRESENT_REF], Hale is a major producer of salt.");
    check(
        "[Today=PRESENT_REF] it is considered the best, and all is well. [Today=PRESENT_REF] the town has nine mills.",
    );
    check("It is a mess to [this day=PRESENT_REF].");
    check("[Today=2025-05-14] is the last day of it. The bank is shut [today=2025-05-14].");
    check("[Today=2025-05-14], Hale is in mourning: the mill burned [yesterday=2025-05-13].");
    check("[Today=2025-05-14] the town will be full.");
}

#[test]
fn what_belongs_to_a_compound_or_to_any_year_is_no_time() {
    check("The night-time curfew is over. It rains most days of the year.");
    check("It ends by [the year's end=2025-12-31]. It rained in the first days of [the year=2025].");
}

#[test]
fn a_text_that_dates_this_friday_dates_itself() {
    use BlockKind::Paragraph;
    let told =
        "The man was seen this Friday, July 8, 2022, in Hale, where he sells boats, nets and rope to all.";
    check_published(&[(Paragraph, told)], Some("2022-07-08"));
    let told =
        "Pell said yesterday, 7 July 2022, that the boats, the nets and the rope of the yard were all sold.";
    check_published(&[(Paragraph, told)], Some("2022-07-08"));
    // What is still to come may be days ahead.
    let told =
        "The fair will open this Friday, July 8, 2022, in Hale, and the boats, nets and ropes will be sold.";
    check_published(&[(Paragraph, told)], None);
    let address = "https://gazette.example/view?ud=20220715000436";
    check_published(&[(Paragraph, address), (Paragraph, "The ferry sank.")], Some("2022-07-15"));
    let address = "https://gazette.example/view?id=20229915000436";
    check_published(&[(Paragraph, address), (Paragraph, "The ferry sank.")], None);
}

#[test]
fn an_ordinal_behind_its_month_is_a_day() {
    check("The mill opened on [May the third, 1892=1892-05-03], and shut on [June the 9th=2024-06-09].");
    check("They meet on [August the twenty-first=2025-08-21].");
    // What follows is ranked, not a day.
    check("In [March=2025-03] the third ship left.");
    check("On [May the fourth=2025-05-04] the town sang.");
}

#[test]
fn years_far_ahead_and_far_back() {
    check("The comet will be back in [2134=2134].");
    check("By [2150=2150] the ice could be gone.");
    check("They counted 2150 votes. In 2150 homes the lights failed.");
    check("The hall shows Nora Vane ([1785-1815=1785/1815]) and Queen Ada (r. [1558–1603=1558/1603]).");
    check("The wall dates from [250 B.C.=BC0250] and was mended in [120 AD=0120].");
    check("It was dug in [the fifth century BC=BC04].");
    check("They paid 250 crowns (785 in all).");
}

#[test]
fn a_day_of_each_year_is_of_any_year() {
    check("[Each year=P1Y] on [14 June=XXXX-06-14] the town walks to the well.");
    check("The fair is held on [June 3=XXXX-06-03] [every year=P1Y].");
    check("[Every year=P1Y] the fair is full; on [4 May=2025-05-04] it opened.");
    check("They sing on [All Souls' Day=2025-11-02].");
}

#[test]
fn what_is_on_a_show_is_still_to_come() {
    check("The minister will explain the plan on [Friday=2025-05-16]'s breakfast show.");
    check("The firm will comment on [Friday=2025-05-09]'s accident later.");
}

#[test]
fn a_day_that_is_remembered_was() {
    check("The town will not forget [Monday=2025-05-12].");
    check("Drivers may look back on [Sunday=2025-05-11] with a shudder.");
    check("Fans will sing on [Friday=2025-05-16].");
}

#[test]
fn the_house_of_a_compound_is_no_verb() {
    check("Two girls scrawled their names on the door of the boat house in [August=2024-08].");
    check(
        "A judge freed two boys accused of painting a goat on the wall of the guest house at Hale in [June=2024-06].",
    );
    check("Thousands of the workers strike on [Friday=2025-05-16].");
}

#[test]
fn sides_take_a_verb_in_the_plural() {
    check("Norway face Croatia in the cup on [Friday=2025-05-16].");
    check("Hull travel to Leeds on [Saturday=2025-05-17].");
    check("They beat Hungary on [Sunday=2025-05-11] with a late goal.");
    check("They hit a rock on [Saturday=2025-05-10].");
    check("A judge fined the owner of Hale Mill on [Monday=2025-05-12].");
}

#[test]
fn a_day_can_be_a_surname() {
    check("Ruben Sunday scored twice. Sunday is 19.");
    check("Pell told Ruben [Sunday=2025-05-11] that it was over.");
    check("Ana Scott won. Scott [Friday=2025-05-09] signed the bill.");
}

#[test]
fn a_half_of_the_year_is_one_though_a_side_played() {
    check("The side lost only twice in [the first half of the year=2025-H1].");
    check("The side scored three goals in the first half.");
    check("They built it in [the first semester of 2022=2022-H1]; students came in the first semester.");
}

#[test]
fn a_capital_inside_makes_a_name_of_a_vague_word() {
    check("The firm runs Buy Now Pay Later in Hale. [Now=PRESENT_REF] it grows.");
}

#[test]
fn hours_by_the_thousand_are_no_length() {
    check("The island had 1,539 hours of sunshine; the ferry left at [1539 hours=2025-05-14T15:39].");
    check("The talks took [48 hours=PT48H].");
}

#[test]
fn what_is_so_every_week_has_no_day() {
    check("The stalls are open from [Monday=XXXX-WXX-1] to [Friday=XXXX-WXX-5].");
    check("Traders take the square after [7 p.m.=T19:00] from [Monday=XXXX-WXX-1] to [Sunday=XXXX-WXX-7].");
    check("The pool opens at [6 a.m.=T06:00] from [Tuesday=XXXX-WXX-2] to [Thursday=XXXX-WXX-4].");
    check("He is at the mill [every day=P1D] from [10 in the morning=T10:00].");
    // Once: by its days, by what was, and by what will be.
    check("The fair will run from [Friday=2025-05-16] to [Sunday=2025-05-18].");
    check("The talks lasted from [Monday=2025-05-12] to [Tuesday=2025-05-13].");
}

#[test]
fn the_day_of_the_week_tells_the_year() {
    check("On [Friday 9 May=2025-05-09], the mill burned.");
    check("It all began on [Friday 2 May=2025-05-02], the first day of the fair.");
    // 20 December 2024 was a Friday; 2025 has it on a Saturday.
    check("The fair is on [Friday, December 20=2024-12-20].");
    check("The fair is on [Saturday, December 20=2025-12-20].");
    check("The vote is on [Monday 15=2025-12-15] and [Tuesday 16 December=2025-12-16].");
}

#[test]
fn the_day_itself_is_said_to_be() {
    check("It’s [Monday=2025-05-12] and the taps are still dry.");
    check("The deadline is [Monday=2025-05-19].");
}

#[test]
fn words_that_only_sound_like_times() {
    check("He consigned the plan to the past.");
    check("She had seen it in [the past=PAST_REF].");
    check("They soon bought the mill.");
    check("They will [soon=FUTURE_REF] buy the mill.");
    check("The rock fell [66 million years ago=PAST_REF].");
}

#[test]
fn a_break_is_of_the_time_of_its_verb() {
    check_on(Some("2025-10-08"), "The term will end after the [Easter=2026-04-05] break.");
    check_on(Some("2025-10-08"), "The term ended after the [Easter=2025-04-20] break.");
}
