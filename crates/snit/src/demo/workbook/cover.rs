//! The cover sheet: title, contents and reservations, and no table.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{Entry, Page, text};

const CONTENTS: [(&str, &str); 6] = [
    ("1 Hospital", "Akutte indlæggelser og genindlæggelser"),
    (
        "2 Forebyggelige",
        "Forebyggelige sygehusophold, 65 år og derover",
    ),
    ("3 Finansiering", "DRG-værdi i kr., takst 2026"),
    ("4 På tværs", "Unikke patienter og kontakter efter sektor"),
    ("5 Personale", "Årsværk og ansatte efter faggruppe"),
    ("6 Psykiatri", "Psykiatriske genindlæggelser, 0-25 år"),
];

pub(crate) fn write(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet);
    page.blank();
    page.title(
        "Datapakke til sundhedsrådene",
        &Format::new().set_bold().set_font_size(20),
    )?;
    page.title(
        "Syntetiske data: tallene handler ikke om rigtige mennesker",
        &Format::new().set_font_size(12),
    )?;
    page.blank();
    page.line(&[text("Udgave"), text("2026-2")])?;
    page.line(&[text("Udtræk"), text("10. september 2026")])?;
    page.line(&[text("Udgiver"), text("Demoudgiver")])?;
    page.blank();
    page.title("Indhold", &Format::new().set_bold())?;
    CONTENTS
        .iter()
        .try_for_each(|(sheet, words)| page.line(&[Entry::Empty, text(*sheet), text(*words)]))?;
    page.footnotes(&["Tegn: .. eller <5 er skjult af hensyn til diskretion, - er nul, . findes ikke, * er foreløbigt."])
}
