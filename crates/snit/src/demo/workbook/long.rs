//! Two long sheets and the hidden one.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use table::{Member, MemberKind};

use super::printed::{Printed, Signs};
use super::{Entry, Page, heading, text};
use crate::demo::axes::{YEARS, municipalities};

const DOTS: Signs = Signs {
    hidden: "..",
    absent: ".",
    zero: Some("-"),
};

fn is_of(member: &&Member, level: &str) -> bool {
    matches!(&member.kind, MemberKind::Of(own) if own == level)
}

/// Long, with the label of the year and the council only printed where it changes.
pub(crate) fn across(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.title(
        "Tabel 4. Patienter på tværs af sektorer, 65 år og derover",
        &Format::new().set_bold(),
    )?;
    page.blank();
    page.line(
        &[
            "År",
            "Sundhedsråd",
            "Sektor",
            "Unikke patienter",
            "Kontakter",
        ]
        .map(text),
    )?;
    for year in YEARS.get(5..).unwrap_or_default() {
        let mut year_label = text(heading(year));
        for council in printed
            .members(0)
            .iter()
            .filter(|member| is_of(member, "sundhedsraad"))
        {
            let mut label = text(council.label.da.clone());
            for sector in printed
                .members(3)
                .iter()
                .filter(|member| member.kind == MemberKind::Part)
            {
                let codes = [council.code.as_str(), year, "65+", sector.code.as_str()];
                let cells = [0, 1].map(|measure| printed.entry(measure, &codes, DOTS));
                let labels = [year_label, label, text(sector.label.da.clone())];
                page.line(&labels.into_iter().chain(cells).collect::<Vec<_>>())?;
                (year_label, label) = (Entry::Empty, Entry::Empty);
            }
        }
    }
    page.footnotes(&[
        "* Foreløbige tal.",
        "Den samme patient kan være talt i flere sektorer; patienter må ikke lægges sammen.",
        "Kilde: Demoudgiver, udtræk 10. september 2026.",
    ])
}

/// Long, with codes, a stray numbering before the table and a stray remark after it.
pub(crate) fn personnel(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.title(
        "Tabel 5. Sundhedspersonale efter arbejdssted",
        &Format::new(),
    )?;
    page.blank();
    page.blank();
    let heads = [
        "",
        "Kommunekode",
        "Kommune",
        "Faggruppe",
        "År",
        "Årsværk",
        "Ansatte",
    ];
    page.line(&heads.map(|head| {
        if head.is_empty() {
            Entry::Empty
        } else {
            text(head)
        }
    }))?;
    page.sheet.write_string(page.row, 9, "tjekket 11/9")?;
    let mut number = 0_u32;
    for place in municipalities() {
        for profession in printed.members(2) {
            let codes = [place.code, "2025", profession.code.as_str()];
            let cells = [0, 1].map(|measure| printed.entry(measure, &codes, DOTS));
            number += 1;
            let labels = [
                text(place.code),
                text(place.name),
                text(label(profession)),
                Entry::Number(2025.0),
            ];
            let labels = std::iter::once(Entry::Number(f64::from(number))).chain(labels);
            page.line(&labels.chain(cells).collect::<Vec<_>>())?;
        }
    }
    page.footnotes(&["Kilde: Bevægelsesregistret (syntetisk). Tal for 2025 er foreløbige."])
}

/// Workbooks call every total the same.
fn label(member: &Member) -> &str {
    if member.kind == MemberKind::Total {
        "I alt"
    } else {
        &member.label.da
    }
}

/// What somebody forgot to remove.
pub(crate) fn calculation(sheet: &mut Worksheet, printed: &Printed<'_>) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.line(&[text("kom"), text("pop")])?;
    for place in municipalities() {
        let people = printed.entry(0, &[place.code, "2025", "TOT", "IALT"], DOTS);
        page.line(&[text(place.code), people])?;
    }
    Ok(())
}
