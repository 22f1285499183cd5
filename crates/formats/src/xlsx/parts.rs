//! What the parts of an Excel workbook hold beside cells.

use std::collections::BTreeMap;

use crate::survey::{Look, attribute};
use crate::{Feature, Format, FormatError, Limits, SheetBuilder, Warning, What};

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) warnings: Vec<Warning>,
    pub(super) has_merged_cells: bool,
    strings: u64,
    /// The part looked at.
    part: String,
    /// References of the sheets in the order of the workbook, and the parts they refer to.
    sheets: Vec<String>,
    targets: BTreeMap<String, String>,
    hidden: BTreeMap<String, Hidden>,
}

/// Rows and columns of a sheet that are not shown, from 1, first and last.
#[derive(Clone, Debug, Default)]
struct Hidden {
    rows: Vec<(usize, usize)>,
    columns: Vec<(usize, usize)>,
}

/// Rows and columns that are kept for one sheet.
const MOST_HIDDEN: usize = 1 << 20;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

impl Look for Parts {
    const FORMAT: Format = Format::Xlsx;
    const LOCKED: Feature = Feature::Password;

    fn part(&mut self, name: &str) {
        name.clone_into(&mut self.part);
        let warning = match name {
            _ if name.ends_with("vbaProject.bin") => Warning::Macros,
            _ if name.starts_with("xl/externalLinks/") => Warning::ExternalLinks,
            _ if name.starts_with("xl/pivotCache/pivotCacheRecords") => Warning::PivotCache,
            _ => return,
        };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn seeks(start: &[u8]) -> bool {
        matches!(
            start,
            [b'<', b's', b'i', b'>' | b' ' | b'/', ..]
                | [b'<', b's', b's', b't', ..]
                | [b'<', b's', b'h', b'e', b'e', b't', b' ', ..]
                | [b'<', b'r', b'o', b'w', b' ', ..]
                | [b'<', b'c', b'o', b'l', b' ', ..]
                | [b'<', b'm', b'e', b'r', b'g', b'e', b'C', ..]
                | [b'<', b'R', b'e', b'l', b'a', b't', b'i', b'o', b'n', ..]
        )
    }

    fn element(&mut self, element: &[u8], limits: &Limits) -> Result<(), FormatError> {
        match element {
            [_, b'm', ..] => self.has_merged_cells = true,
            [_, b's', b'i', ..] => {
                self.strings += 1;
                limits.check(What::SharedStrings, self.strings)?;
            }
            // The reader makes room for as many as are said to come.
            [_, b's', b's', ..] => {
                let said = attribute(element, "uniqueCount").map_or(Ok(0), str::parse);
                limits.check(What::SharedStrings, said.unwrap_or(u64::MAX))?;
            }
            [_, b's', ..] if self.part == WORKBOOK => {
                let id = attribute(element, "r:id").unwrap_or_default();
                self.sheets.push(id.to_owned());
            }
            [_, b'R', ..] if self.part == RELATIONS => drop(self.relation(element)),
            [_, b'r', ..] => drop(self.hide(element, ("r", "r"))),
            [_, b'c', ..] => drop(self.hide(element, ("min", "max"))),
            _ => {}
        }
        Ok(())
    }
}

impl Parts {
    fn relation(&mut self, element: &[u8]) -> Option<()> {
        let target = attribute(element, "Target")?;
        let part = target
            .strip_prefix('/')
            .map_or_else(|| format!("xl/{target}"), str::to_owned);
        let id = attribute(element, "Id")?.to_owned();
        self.targets.insert(id, part);
        Some(())
    }

    fn hide(&mut self, element: &[u8], (first, last): (&str, &str)) -> Option<()> {
        let hidden = attribute(element, "hidden")?;
        matches!(hidden, "1" | "true").then_some(())?;
        let number = |name| attribute(element, name)?.parse::<usize>().ok();
        let range = (number(first)?, number(last)?);
        let sheet = self.hidden.entry(self.part.clone()).or_default();
        let ranges = if first == last {
            &mut sheet.rows
        } else {
            &mut sheet.columns
        };
        if ranges.len() < MOST_HIDDEN {
            ranges.push(range);
        }
        Some(())
    }

    /// Notes what is hidden on the sheet of this number, from 0.
    pub(super) fn hide_in(&self, sheet: usize, builder: &mut SheetBuilder) {
        let part = self.sheets.get(sheet).and_then(|id| self.targets.get(id));
        let Some(hidden) = part.and_then(|part| self.hidden.get(part)) else {
            return;
        };
        let from_0 = |number: &usize| number.saturating_sub(1);
        for (first, last) in &hidden.rows {
            builder.hide_rows(from_0(first), from_0(last));
        }
        for (first, last) in &hidden.columns {
            builder.hide_columns(from_0(first), from_0(last));
        }
    }
}
