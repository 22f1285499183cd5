//! The cube as Danish CSV: semicolons, decimal commas, nothing where a number is missing.

use std::fmt::{self, Write as _};

use crate::names;
use crate::rows::{Block, Shape};

/// The first line.
pub(crate) fn header() -> String {
    let names = "year;month;region;sundhedsraad;kommune;sex;age_band;sector;diagnosis_group;contact_type;hospital";
    format!("{names};patients;contacts;bed_days;cost_dkk\n")
}

/// A line a row.
pub(crate) fn lines(shape: &Shape, block: &Block) -> Result<String, fmt::Error> {
    let (ages, groups) = (names::age_bands(), names::diagnosis_groups());
    let member = |members: &[String], codes: &[i8], row: usize| {
        let code = codes.get(row).copied().unwrap_or(0);
        members.get(code as usize).cloned().unwrap_or_default()
    };
    let word = |words: &[&'static str], codes: &[i8], row: usize| {
        let code = codes.get(row).copied().unwrap_or(0);
        words.get(code as usize).copied().unwrap_or_default()
    };
    let mut text = String::with_capacity(block.year.len() * 160);
    let numbers = block
        .year
        .iter()
        .zip(&block.month)
        .zip(&block.patients)
        .zip(&block.contacts);
    let numbers = numbers.zip(&block.bed_days).zip(&block.cost).enumerate();
    for (row, (((((year, month), patients), contacts), bed_days), cost)) in numbers {
        write!(text, "{year};{month};")?;
        write!(text, "{};", member(&shape.regions, &block.region, row))?;
        write!(text, "{};", member(&shape.councils, &block.council, row))?;
        write!(
            text,
            "{};",
            member(&shape.municipalities, &block.municipality, row)
        )?;
        write!(text, "{};", word(&names::SEXES, &block.sex, row))?;
        write!(text, "{};", member(&ages, &block.age, row))?;
        write!(text, "{};", word(&names::SECTORS, &block.sector, row))?;
        write!(text, "{};", member(&groups, &block.diagnosis, row))?;
        write!(
            text,
            "{};",
            word(&names::CONTACT_TYPES, &block.contact_type, row)
        )?;
        write!(
            text,
            "{};{patients};{contacts};",
            member(&shape.hospitals, &block.hospital, row)
        )?;
        let bed_days = bed_days.map(decimal).unwrap_or_default();
        writeln!(text, "{bed_days};{}", decimal(*cost))?;
    }
    Ok(text)
}

fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}
