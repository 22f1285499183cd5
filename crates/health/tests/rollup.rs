//! What may be summed, and what is answered where it may not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::{Dataset, Figure, Keep, Published, Question, Remark, Wanted};

/// Asks one table and writes the answer as text: members, then figures; remarks below.
#[expect(
    clippy::too_many_arguments,
    reason = "a test reads as a table: question left, answer right"
)]
fn check(table: &str, by: &[&str], keep: &[(&str, &str)], wanted: &[Wanted], expected: &str) {
    let table = fixture::text::table(table);
    let dataset = Dataset::bind(vec![table], vec![], vec![]).unwrap();
    let keep: Keep = keep
        .iter()
        .map(|(l, m)| ((*l).to_owned(), vec![(*m).to_owned()]))
        .collect();
    let by = by.iter().map(|level| (*level).to_owned()).collect();
    let question = Question {
        table: None,
        by,
        keep,
        wanted: wanted.to_vec(),
    };
    let expected: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    assert_eq!(written(&dataset.ask(&question).unwrap()), expected);
}

fn written(published: &Published<'_>) -> Vec<String> {
    let rows = published.rows().map(|(members, cells)| {
        let codes = members.iter().map(|member| member.code.clone());
        let figures = cells.iter().map(|cell| figure(cell.figure));
        codes.chain(figures).collect::<Vec<_>>().join(" ")
    });
    rows.chain(published.remarks().iter().map(remark)).collect()
}

fn figure(figure: Figure) -> String {
    match figure {
        Figure::Value(value) => value.to_string(),
        Figure::Zero => "0".to_owned(),
        Figure::Bounds(low, high) => format!("{low}..{high}"),
        Figure::AtLeast(low) => format!(">={low}"),
        Figure::Incomplete { sum, covered, of } => {
            let sum = sum.map_or("?".to_owned(), |sum| sum.to_string());
            format!("{sum}({covered}/{of})")
        }
        other => format!("{other:?}").to_lowercase(),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::NotSummed {
            measure,
            over,
            reason,
            ..
        } => {
            let over: Vec<&str> = over.iter().map(|text| text.da.as_str()).collect();
            format!("! {} over {}: {reason:?}", measure.da, over.join(","))
        }
        Remark::NotComputed { why, .. } => format!("! {why:?}"),
        Remark::PrintedTotal {
            printed, computed, ..
        } => format!("! printed {printed}, sum {computed}"),
    }
}

fn rolled(name: &str) -> Vec<Wanted> {
    vec![Wanted::Rolled(name.to_owned())]
}

#[test]
fn an_additive_measure_is_summed() {
    let table = "kommune:other aar:time n\n a 2024 3\n a 2025 4\n b 2025 5";
    check(table, &["kommune"], &[], &rolled("n"), "a 7\n b 5");
    check(table, &[], &[("aar", "2025")], &rolled("n"), "9");
}

const PATIENTS: &str = "kommune:other sektor:sector n=distinct(sektor)
    a hospital 10
    a praksis 30
    b hospital 5
    b praksis 7";

#[test]
fn distinct_patients_are_never_summed_over_sectors() {
    check(
        PATIENTS,
        &["kommune"],
        &[],
        &rolled("n"),
        "a 30..40\n b 7..12\n ! n over sektor: SamePerson",
    );
    check(
        PATIENTS,
        &[],
        &[],
        &rolled("n"),
        "37..52\n ! n over sektor: SamePerson",
    );
}

#[test]
fn distinct_patients_are_summed_over_places_where_each_lives_once() {
    check(
        PATIENTS,
        &["sektor"],
        &[],
        &rolled("n"),
        "hospital 15\n praksis 37",
    );
    check(PATIENTS, &[], &[("sektor", "praksis")], &rolled("n"), "37");
}

#[test]
fn a_printed_total_of_distinct_patients_wins_over_bounds() {
    let table = "kommune:other sektor:sector n=distinct(sektor)\n a hospital 10\n a praksis 30\n a all* 33\n b hospital 5\n b praksis 7";
    check(
        table,
        &["kommune"],
        &[],
        &rolled("n"),
        "a 33\n b 7..12\n ! n over sektor: SamePerson",
    );
}

#[test]
fn a_printed_council_is_taken_apart_only_by_what_is_not_printed() {
    let table = "kommune:geography sektor:sector n=distinct(sektor)
        0607 hospital 10\n 0607 praksis h
        @sundhedsraad:10 hospital 40\n @sundhedsraad:10 praksis 60
        alle* hospital 400\n alle* praksis 600\n alle* alle* 700";
    check(
        table,
        &["sundhedsraad"],
        &[],
        &rolled("n"),
        "10 60..100\n ! n over sektor: SamePerson",
    );
    check(table, &[], &[], &rolled("n"), "700");
}

#[test]
fn a_hidden_part_makes_bounds_and_sums_at_least() {
    let table = "k:other s:sector n=distinct(s) m\n a x 10 1\n a y h h\n b x h h\n b y h h";
    let wanted = [rolled("n"), rolled("m")].concat();
    check(
        table,
        &["k"],
        &[],
        &wanted,
        "a >=10 >=1\n b hidden hidden\n ! n over s: SamePerson",
    );
}

#[test]
fn hidden_missing_absent_and_zero_stay_apart() {
    let table = "k:other n\n a h\n b m\n c .\n d 0\n e 4";
    check(
        table,
        &["k"],
        &[],
        &rolled("n"),
        "a hidden\n b missing\n c notapplicable\n d 0\n e 4",
    );
}

#[test]
fn a_total_over_an_incomplete_set_says_so() {
    check(
        "k:other n\n a 3\n b m\n c 5",
        &[],
        &[],
        &rolled("n"),
        "8(2/3)",
    );
}

#[test]
fn a_hidden_part_beside_negative_numbers_leaves_nothing_certain() {
    check(
        "k:other n\n a -3\n b h\n c 5",
        &[],
        &[],
        &rolled("n"),
        "hidden",
    );
}

#[test]
fn printed_totals_win_and_the_gap_is_told() {
    let table =
        "k:other s:sex n\n a M 1\n a K 2\n a alle* 3\n alle* M 10\n alle* K 20\n alle* alle* 36";
    check(table, &[], &[], &rolled("n"), "36\n ! printed 36, sum 3");
    check(table, &["s"], &[], &rolled("n"), "M 10\n K 20");
    check(table, &["k"], &[], &rolled("n"), "a 3");
}

#[test]
fn a_stock_is_not_summed_over_time() {
    let table = |class: &str| {
        format!("k:other aar:time n={class}(aar)\n a 2024 3\n a 2025 4\n b 2024 5\n b 2025 6")
    };
    check(
        &table("semi"),
        &["k"],
        &[],
        &rolled("n"),
        "a refused\n b refused\n ! n over aar: Stock",
    );
    check(&table("semi_last"), &["k"], &[], &rolled("n"), "a 4\n b 6");
    check(
        &table("semi"),
        &["aar"],
        &[],
        &rolled("n"),
        "2024 8\n 2025 10",
    );
}

#[test]
fn what_spans_several_members_is_not_called_a_stock() {
    check(
        "k:other hospital:organisation n=semi(hospital)\n a x 3\n a y 4",
        &["k"],
        &[],
        &rolled("n"),
        "a refused\n ! n over hospital: CountedInSeveral",
    );
}

#[test]
fn ratios_and_means_are_recomputed_from_their_parts() {
    let table = "k:other s:sex a b r=ratio(a,b) m=mean(b)\n x M 1 2 0.5 10\n x K 3 4 0.75 40";
    let wanted = [rolled("r"), rolled("m")].concat();
    check(table, &["k"], &[], &wanted, "x 0.6666666666666666 30");
    check(table, &["s"], &[], &wanted, "M 0.5 10\n K 0.75 40");
}

#[test]
fn a_median_is_only_taken_as_printed() {
    let table = "k:other s:sex n=printed\n x M 1\n x K 3\n y M 4\n y K 5\n y alle* 4.5";
    check(
        table,
        &["k"],
        &[],
        &rolled("n"),
        "x refused\n y 4.5\n ! n over s: OnlyPrinted",
    );
}

#[test]
fn municipalities_are_regrouped_to_councils_and_both_generations_of_regions() {
    let table = "kommune:geography n\n 0607 1\n 0621 2\n 0410 4\n 0630 8\n 0751 16";
    check(table, &["sundhedsraad"], &[], &rolled("n"), "6 16\n 10 15");
    check(
        table,
        &["region"],
        &[("sundhedsraad", "10")],
        &rolled("n"),
        "syddanmark 15",
    );
    check(
        table,
        &["region_2007"],
        &[],
        &rolled("n"),
        "1082 16\n 1083 15",
    );
}

#[test]
fn a_ratio_with_distinct_parts_that_cannot_be_summed_is_refused() {
    let wanted = [Wanted::Ratio("c".to_owned(), "n".to_owned())];
    let table = "s:sector c n=distinct(s)\n x 10 5\n y 20 8";
    check(table, &[], &[], &wanted, "refused\n ! n over s: SamePerson");
    check(table, &["s"], &[], &wanted, "x 2\n y 2.5");
}

#[test]
fn people_counted_in_several_parts_of_a_group_are_not_summed() {
    let table = "k:other n=distinct(k)\n a 10\n b 30\n c 5\n k>g: a=x b=x c=y";
    let answer = "x 30..40\n y 5\n ! n over k: SamePerson";
    check(table, &["g"], &[], &rolled("n"), answer);
    check(table, &["k"], &[("g", "x")], &rolled("n"), "a 10\n b 30");
}

#[test]
fn a_ratio_of_itself_is_refused() {
    let table = "k:other s:sex a r=ratio(r,a)\n x M 1 2\n x K 3 4";
    let refused = "x refused\n ! r over s: PartsRefused";
    check(table, &["k"], &[], &rolled("r"), refused);
    check(table, &["k", "s"], &[], &rolled("r"), "x M 2\n x K 4");
}

#[test]
fn printed_groups_stand_for_their_union_only_where_all_are_printed() {
    let table = "k:other aar:time n
        a 2024 1\n b 2024 2\n @g:x 2024 9
        a 2025 3\n b 2025 4\n @g:x 2025 9\n @g:y 2025 9
        a 2026 h\n @g:x 2026 9
        @g:x 2027 9
        k>g: a=x b=y";
    let dataset = Dataset::bind(vec![fixture::text::table(table)], vec![], vec![]).unwrap();
    let question = Question {
        by: vec!["aar".to_owned()],
        keep: Keep::from([("g".to_owned(), vec!["x".to_owned(), "y".to_owned()])]),
        wanted: rolled("n"),
        ..Question::default()
    };
    let expected = ["2024 3", "2025 18", "2026 hidden", "2027 missing"];
    assert_eq!(written(&dataset.ask(&question).unwrap()), expected);
}

#[test]
fn what_is_printed_only_in_part_of_the_dimensions_is_found() {
    let table = "k:other s:sex n\n a M* 1\n b M* 2\n a K 5";
    check(table, &[], &[], &rolled("n"), "3\n ! printed 3, sum 5");
    let table = "k:other s:sex n\n a M* 1\n b M* 2\n all* K 9";
    check(table, &[], &[], &rolled("n"), "3");
}
