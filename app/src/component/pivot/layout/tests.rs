//! What each change makes of a layout.

use super::*;

fn level(name: &str, dimension: &str) -> FieldCard {
    FieldCard {
        name: name.into(),
        dimension: Some(dimension.into()),
        ..FieldCard::default()
    }
}

fn fields() -> Vec<FieldCard> {
    vec![
        level("region", "kommune"),
        level("sundhedsraad", "kommune"),
        level("kommune", "kommune"),
        level("aar", "kvartal"),
        level("koen", "koen"),
    ]
}

fn pivot(rows: &[&str], columns: &[&str]) -> Pivot {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Pivot {
        rows: owned(rows),
        columns: owned(columns),
        ..Pivot::default()
    }
}

fn path(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn a_level_comes_to_stand_between_its_relatives() {
    let mut layout = pivot(&["koen", "region", "kommune"], &["aar"]);
    place_level(&mut layout, "sundhedsraad", Shelf::Rows, &fields());
    assert_eq!(layout.rows, ["koen", "region", "sundhedsraad", "kommune"]);
    place_level(&mut layout, "aar", Shelf::Rows, &fields());
    assert_eq!(
        layout.rows,
        ["koen", "region", "sundhedsraad", "kommune", "aar"]
    );
    assert!(layout.columns.is_empty());
}

#[test]
fn the_outer_level_is_put_before_the_inner() {
    let mut layout = pivot(&["kommune", "koen"], &[]);
    place_level(&mut layout, "region", Shelf::Rows, &fields());
    assert_eq!(layout.rows, ["region", "kommune", "koen"]);
}

#[test]
fn unfolded_rows_survive_a_change_further_in_only() {
    let mut layout = pivot(&["region", "kommune"], &[]);
    layout.unfolded = [path(&["oestdanmark"]), path(&["oestdanmark", "0101"])].into();
    place_level(&mut layout, "sundhedsraad", Shelf::Rows, &fields());
    assert_eq!(layout.unfolded, [path(&["oestdanmark"])].into());
    take_level(&mut layout, "region");
    assert!(layout.unfolded.is_empty());
}

#[test]
fn a_chip_steps_within_its_shelf_and_stops_at_the_end() {
    let mut layout = pivot(&["region", "koen"], &[]);
    step_level(&mut layout, "koen", Shelf::Rows, Step::Earlier);
    assert_eq!(layout.rows, ["koen", "region"]);
    step_level(&mut layout, "koen", Shelf::Rows, Step::Earlier);
    assert_eq!(layout.rows, ["koen", "region"]);
}

#[test]
fn a_column_head_turns_through_three_orders() {
    let mut layout = pivot(&[], &[]);
    let turned = |layout: &mut Pivot, column| {
        cycle_sort(layout, column);
        layout.sort.map(|sort| (sort.column, sort.direction))
    };
    assert_eq!(turned(&mut layout, 2), Some((2, Direction::Descending)));
    assert_eq!(turned(&mut layout, 2), Some((2, Direction::Ascending)));
    assert_eq!(turned(&mut layout, 2), None);
    turned(&mut layout, 2);
    assert_eq!(turned(&mut layout, 1), Some((1, Direction::Descending)));
}

#[test]
fn folding_a_row_folds_what_is_inside_it() {
    let mut layout = pivot(&["region", "sundhedsraad", "kommune"], &[]);
    for codes in [&["syddanmark"][..], &["syddanmark", "10"], &["midtjylland"]] {
        toggle_row(&mut layout, &path(codes));
    }
    toggle_row(&mut layout, &path(&["syddanmark"]));
    assert_eq!(layout.unfolded, [path(&["midtjylland"])].into());
}

#[test]
fn swapped_sides_show_shares_the_other_way() {
    let mut layout = pivot(&["region"], &["koen"]);
    layout.shown = Shown::RowShare;
    swap_sides(&mut layout);
    assert_eq!(
        (layout.rows.as_slice(), layout.shown),
        (&["koen".to_owned()][..], Shown::ColumnShare)
    );
}

#[test]
fn a_measure_is_taken_away_by_choosing_it_again() {
    let mut layout = pivot(&[], &[]);
    let contacts = MeasureExpr::Sum("kontakter".into());
    let card = FieldCard {
        name: "kontakter".into(),
        group: FieldGroup::Measure,
        ..FieldCard::default()
    };
    toggle_measure(&mut layout, &contacts);
    assert!(in_use(&layout, &card));
    cycle_sort(&mut layout, 0);
    let beds = MeasureExpr::Sum("sengedage".into());
    toggle_measure(&mut layout, &beds);
    assert!(layout.sort.is_some(), "a column at the end moves no other");
    toggle_measure(&mut layout, &contacts);
    assert!(!in_use(&layout, &card));
    assert_eq!((layout.measures, layout.sort), (vec![beds], None));
}

#[test]
fn keeping_all_members_is_no_filter() {
    let mut layout = pivot(&[], &[]);
    keep_members(&mut layout, "koen", Some(vec!["K".into()]));
    assert_eq!(levels_on(&layout, Shelf::Filters), ["koen"]);
    keep_members(&mut layout, "koen", None);
    assert!(levels_on(&layout, Shelf::Filters).is_empty());
}
