//! A text file read column by column and the same file as a sheet: whatever is in it, both say the same.

use formats::{Content, GridColumn, Limits, unheard};

use crate::{Plan, apply, grid as grids, read_grid};

/// Numbers that come out the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % count
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

const KINDS: usize = 17;

/// A heading and a way to write fields.
fn heading(kind: usize, chance: &mut Chance) -> &'static str {
    let headings: [&[&str]; KINDS] = [
        &["aar", "År", "periode"],
        &["maaned", "måned"],
        &["kommune", "Bopælskommune", ""],
        &["region"],
        &["koen", "køn"],
        &["alder", "aldersgruppe"],
        &["antal", "patienter", "Antal kontakter (personer)"],
        &["beloeb", "Udgift (kr.)", "takst"],
        &["andel", "pct.", "rate"],
        &["tal", "antal, ophold"],
        &["vaerdi", "antal"],
        &["kode", "postnr"],
        &["nr", "", "løbenr"],
        &["bemærkning", "tekst"],
        &["id", "antal"],
        &["enhed", "indikator"],
        &["", "antal", "tom"],
    ];
    chance.one(headings[kind])
}

fn field(kind: usize, row: usize, many: usize, chance: &mut Chance) -> String {
    match kind {
        0 => chance
            .one(&["2019", "2020", "2021", "2022*", "2023"])
            .to_owned(),
        1 => (1 + chance.below(12)).to_string(),
        2 => chance
            .one(&[
                "København",
                "Aarhus",
                "Ærø",
                "Odense ",
                "I alt",
                "  Vejle  Nord",
            ])
            .to_owned(),
        3 => chance
            .one(&[
                "Region Nordjylland",
                "Hovedstaden",
                "1084",
                "Region Midtjylland",
            ])
            .to_owned(),
        4 => chance.one(&["Mænd", "Kvinder", "I alt"]).to_owned(),
        5 => chance
            .one(&["0-4", "5-9", "10-14", "95+", "0-9", "Uoplyst"])
            .to_owned(),
        6 => format!("{}", chance.below(many)),
        7 => format!("{},{:02}", chance.below(many), chance.below(100)),
        8 => match chance.below(8) {
            0 => format!("-{}.{}", chance.below(many), chance.below(10)),
            _ => format!("{}.{:03}", chance.below(many.min(2000)), chance.below(1000)),
        },
        9 => match chance.below(9) {
            0 => chance
                .one(&["..", "<5", "-", ".", "...", "1-4", "n.a.", ""])
                .to_owned(),
            1 if many > 100 => format!("{}*", chance.below(many)),
            _ => format!("{}", chance.below(many)),
        },
        10 => format!(
            "{}.{:03},{}",
            chance.below(900),
            chance.below(1000),
            chance.below(100)
        ),
        11 => format!("{:04}", chance.below(many)),
        12 => format!("{}", row + 1),
        13 => chance
            .one(&["", "", "se note", "\"a;b\"", "\"sagt \"\"ja\"\"\"", " "])
            .to_owned(),
        14 => format!("p{}", chance.below(many * 2)),
        15 => chance.one(&["antal", "pct."]).to_owned(),
        _ => chance
            .one(&["", "1950", "1950", "\"12,5\"", "0", "-0"])
            .to_owned(),
    }
}

fn file(seed: usize, rows: usize) -> String {
    let mut chance = Chance(seed as u64);
    let width = 2 + chance.below(7);
    let kinds: Vec<usize> = (0..width).map(|_| chance.below(KINDS)).collect();
    let many = rows.max(3) * 4;
    // Some columns are as they should be all the way, and go astray once.
    let astray = (
        chance.below(rows + rows / 2 + 1),
        chance.below(width),
        chance.below(KINDS),
    );
    let line_end = chance.one(&["\n", "\r\n"]);
    let headings: Vec<&str> = kinds
        .iter()
        .map(|kind| heading(*kind, &mut chance))
        .collect();
    let mut lines = vec![headings.join(";")];
    for row in 0..rows {
        let kind = |column: usize| {
            if (row, column) == (astray.0, astray.1) {
                astray.2
            } else {
                kinds[column]
            }
        };
        let fields: Vec<String> = (0..width)
            .map(|column| field(kind(column), row, many, &mut chance))
            .collect();
        lines.push(fields.join(";"));
    }
    if chance.below(3) > 0 {
        lines.push(String::new());
    }
    let mark = chance.one(&["", "\u{feff}"]);
    format!("{mark}{}", lines.join(line_end))
}

fn in_windows(text: &str) -> Vec<u8> {
    let text = text.trim_start_matches('\u{feff}');
    text.chars().map(|letter| letter as u8).collect()
}

#[derive(Debug, Default)]
struct Counts {
    grids: usize,
    understood: usize,
    figures: usize,
}

fn check(bytes: &[u8], what: &str, counts: &mut Counts) {
    let limits = Limits::default();
    let Some((grid, told)) = formats::csv::read_grid(&bytes, &limits, &mut unheard) else {
        return;
    };
    let (sheet, expected) = formats::csv::read(bytes, &limits, &mut unheard).unwrap();
    assert_eq!(told, expected, "{what}");
    let same = grid.to_sheet(&limits).unwrap();
    for row in 0..=grid.row_count() {
        assert!(same.row(row).eq(sheet.row(row)), "{what} row {row}");
    }
    let plan = Plan::default();
    let is_figures = |column: &&GridColumn| matches!(column, GridColumn::Figures(_));
    counts.grids += 1;
    counts.understood += usize::from(grids::read("fil", &grid, &plan).is_some());
    counts.figures += grid.columns().iter().filter(is_figures).count();
    let content = Content::Sheets(vec![sheet]);
    let applied = apply("fil.csv", &plan, &Content::Grid(grid.clone()));
    assert_eq!(applied, apply("fil.csv", &plan, &content), "{what}");
    if grid.row_count() > 100 {
        return;
    }
    let found = read_grid("fil.csv", &grid);
    let proposed = Plan::of(&applied);
    // Every other file as a sheet: both ways take their turn.
    let contents = [Content::Grid(grid.clone()), content];
    for content in contents.iter().skip(grid.row_count() % 2).take(1) {
        let again = apply("fil.csv", &proposed, content);
        assert_eq!(
            (&again.reading, &again.unmatched),
            (&found, &Vec::new()),
            "{what}"
        );
    }
}

#[test]
fn small_files_are_understood_the_same_way_as_sheets() {
    let mut counts = Counts::default();
    for seed in 0..400 {
        let text = file(seed, 1 + seed % 40);
        check(
            text.as_bytes(),
            &format!("seed {seed}\n{text}"),
            &mut counts,
        );
        check(
            &in_windows(&text),
            &format!("seed {seed} in Windows-1252\n{text}"),
            &mut counts,
        );
    }
    assert!(counts.grids > 500 && counts.understood > 400, "{counts:?}");
}

#[test]
fn large_files_are_understood_the_same_way_as_sheets() {
    let mut counts = Counts::default();
    for seed in 0..8 {
        let text = file(seed * 7 + 1, 5_500 + 200 * seed);
        check(text.as_bytes(), &format!("seed {seed}"), &mut counts);
        check(
            &in_windows(&text),
            &format!("seed {seed} in Windows-1252"),
            &mut counts,
        );
    }
    assert!(counts.understood > 7 && counts.figures > 8, "{counts:?}");
}

#[test]
fn what_is_not_plain_is_left_to_the_sheet() {
    let is_grid = |text: &str| {
        formats::csv::read_grid(&text.as_bytes(), &Limits::default(), &mut unheard).is_some()
    };
    assert!(is_grid("a;b\n1;2\n3;4"));
    for text in [
        "a;b\n1;2\n\n3;4\n",
        "a;b\n1;2;3\n",
        "a;b\n1\n",
        "a;b\n\"1\n\";2\n",
        "a;b\n\"1\"x;2\n",
        "a;b\n1;\t2\n",
        "sep=;\na;b\n1;2\n",
        "a\n1\n",
        "",
    ] {
        assert!(!is_grid(text), "{text:?}");
    }
}
