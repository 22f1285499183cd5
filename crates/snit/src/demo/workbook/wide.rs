//! Three wide sheets, each wide in its own way.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use table::{MemberKind, Status};

use super::printed::{Printed, Signs};
use super::{Entry, Page, heading, text};
use crate::demo::axes::{YEARS, municipalities};
use health::geography::{Level, Place, places};

const DOTS: Signs = Signs {
    hidden: "..",
    absent: ".",
    zero: None,
};
const BELOW_FIVE: Signs = Signs {
    hidden: "<5",
    absent: ".",
    zero: Some("-"),
};
/// The places of the measures of the hospital sheet in their table.
const ACUTE: usize = 1;
const INDEX: usize = 4;
const READMITTED: usize = 5;

/// Years over measures in merged heads; all places in one column, told apart by their indent.
pub(crate) fn hospital(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let years = YEARS.get(4..).unwrap_or_default();
    let mut page = Page::new(sheet);
    page.title(
        "Tabel 1. Akutte indlæggelser og genindlæggelser, 2023-2025",
        &Format::new().set_bold().set_font_size(14),
    )?;
    page.title("Antal, efter bopæl. Alle aldre, begge køn.", &Format::new())?;
    page.blank();
    let bold = Format::new().set_bold().set_align(FormatAlign::Center);
    for (start, year) in (2_u16..).step_by(3).zip(years) {
        page.sheet
            .merge_range(page.row, start, page.row, start + 2, &heading(year), &bold)?;
    }
    page.blank();
    let measures = ["Akutte indlæggelser", "Udskrevne", "Genindlæggelser"];
    let heads = years.iter().flat_map(|_| measures.map(text));
    page.line(
        &[Entry::Empty, text("Bopæl")]
            .into_iter()
            .chain(heads)
            .collect::<Vec<_>>(),
    )?;
    for (number, (indent, place)) in nested().into_iter().enumerate() {
        let cells = years.iter().flat_map(|year| {
            let codes = [place.code, year, "TOT", "IALT"];
            [ACUTE, INDEX, READMITTED].map(|measure| printed.entry(measure, &codes, DOTS))
        });
        let cells: Vec<Entry> = [
            Entry::Number(f64::from(u32::try_from(number + 1).unwrap_or(0))),
            Entry::Empty,
        ]
        .into_iter()
        .chain(cells)
        .collect();
        page.sheet.write_string_with_format(
            page.row,
            1,
            place.label().da,
            &Format::new().set_indent(indent),
        )?;
        page.line(&cells)?;
    }
    page.footnotes(&[
        "Kilde: Landspatientregistret (syntetisk), udtræk 10. september 2026.",
        "* Foreløbige tal.",
        ".. Skjult af hensyn til diskretion.",
        "Hele landet omfatter også personer uden bopæl i Danmark.",
    ])
}

/// Country, regions, councils and municipalities, each under what it lies in.
fn nested() -> Vec<(u8, &'static Place)> {
    let of = |level: Level| places().iter().filter(move |place| place.level == level);
    let mut rows: Vec<(u8, &Place)> = of(Level::Country).map(|place| (0, place)).collect();
    for region in of(Level::Region) {
        rows.push((1, region));
        for council in of(Level::HealthCouncil)
            .filter(|council| council.within(Level::Region) == Some(region.code))
        {
            rows.push((2, council));
            let inside = municipalities()
                .filter(|place| place.within(Level::HealthCouncil) == Some(council.code));
            rows.extend(inside.map(|place| (3, place)));
        }
    }
    rows
}

/// Councils whose label is only printed once, sexes below, years across.
pub(crate) fn preventable(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    let title = "Tabel 2. Forebyggelige sygehusophold, borgere på 65 år og derover, antal";
    page.title(title, &Format::new().set_bold())?;
    page.blank();
    let is_council =
        |kind: &MemberKind| matches!(kind, MemberKind::Of(level) if level == "sundhedsraad");
    by_sex(&mut page, printed, ("Sundhedsråd", 0, "IALT"), is_council)?;
    page.footnotes(&[
        "* Foreløbige tal. Fra 2022 opgøres ni grupper af diagnoser mod før tolv.",
        "Kilde: Demoudgiver.",
    ])
}

/// Municipalities in the same way; most numbers are too small to show.
pub(crate) fn psychiatry(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.title(
        "Tabel 6. Psykiatriske genindlæggelser, borgere på 0-25 år, antal",
        &Format::new().set_bold(),
    )?;
    page.blank();
    by_sex(&mut page, printed, ("Kommune", 1, "0-25"), |kind| {
        *kind == MemberKind::Part
    })?;
    page.footnotes(&[
        "<5: færre end fem, eller skjult for ikke at røbe et andet tal. -: nul. * Foreløbige tal.",
        "Kilde: Demoudgiver.",
    ])
}

/// Places of one kind, each with its sexes, for a measure and an age.
fn by_sex(
    page: &mut Page<'_>,
    printed: &Printed<'_>,
    (head, measure, age): (&str, usize, &str),
    is_row: impl Fn(&MemberKind) -> bool,
) -> Result<(), XlsxError> {
    let years = YEARS.map(|year| text(heading(year)));
    page.line(
        &[text(head), text("Køn")]
            .into_iter()
            .chain(years)
            .collect::<Vec<_>>(),
    )?;
    for place in printed
        .members(0)
        .iter()
        .filter(|member| is_row(&member.kind))
    {
        for (number, sex) in printed.members(2).iter().enumerate() {
            let label = if number == 0 {
                text(place.label.da.clone())
            } else {
                Entry::Empty
            };
            let cells = YEARS.map(|year| {
                printed.entry(measure, &[&place.code, year, &sex.code, age], BELOW_FIVE)
            });
            let labels = [label, text(sex.label.da.clone())];
            page.line(&labels.into_iter().chain(cells).collect::<Vec<_>>())?;
        }
    }
    Ok(())
}

/// Code and label side by side, and every amount stored as text in Danish.
pub(crate) fn money(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.title("Tabel 3. DRG-værdi", &Format::new().set_bold())?;
    page.title("kr., takst 2026", &Format::new().set_italic())?;
    page.blank();
    page.line(
        &[text("Kode"), text("Kommune")]
            .into_iter()
            .chain(YEARS.map(|year| text(heading(year))))
            .collect::<Vec<_>>(),
    )?;
    for place in municipalities() {
        let cells = YEARS.map(|year| match printed.cell(0, &[place.code, year]) {
            (Status::Value, kroner) => text(danish::number(kroner, 2, danish::Language::Da)),
            _ => text(DOTS.absent),
        });
        page.line(
            &[text(place.code), text(place.name)]
                .into_iter()
                .chain(cells)
                .collect::<Vec<_>>(),
        )?;
    }
    page.footnotes(&[
        "Kilde: DRG-grupperet landspatientregister (syntetisk).",
        "* Foreløbige tal.",
    ])
}
