//! Reads the files that a list names and says of each what it is: `cargo xtask corpora` compares that with what is known.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this program is all files, clocks and lines on a terminal"
)]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::Instant;

use formats::{Content, FormatError, Limits, Opened, Sheet};
use protocol::state::Language;
use table::Table;

/// A file of these packages that takes longer is too slow: none is larger than three megabytes.
const MOST_SECONDS: u64 = 20;
/// Memory the whole run may have taken at most when a file has been read.
const MOST_KIB: u64 = 600 << 10;

fn main() {
    let list = std::env::args().nth(1).unwrap_or_default();
    for path in fs::read_to_string(list).unwrap_or_default().lines() {
        println!("{path}\t{}", class(Path::new(path)));
    }
}

/// What a file is in one line; a panic, too long a time and too much memory are classes that no list expects.
fn class(path: &Path) -> String {
    let Ok(bytes) = fs::read(path) else {
        return "not there".to_owned();
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let started = Instant::now();
    let read = catch_unwind(|| {
        let opened = formats::open(&name, &bytes, &Limits::default(), &mut formats::unheard);
        // Understanding what was read must end well too, whatever it says.
        drop(importer::read_file(
            &name,
            bytes.clone(),
            Language::En,
            &mut |_| {},
        ));
        opened.map_or_else(|error| refused(&error), |opened| told(&opened))
    });
    match read {
        Err(_) => "panic".to_owned(),
        Ok(_) if started.elapsed().as_secs() > MOST_SECONDS => "too slow".to_owned(),
        Ok(_) if peak_kib() > MOST_KIB => format!("too much memory: {} KiB", peak_kib()),
        Ok(class) => class,
    }
}

/// Format, and rows × columns of each sheet or table.
fn told(opened: &Opened) -> String {
    let sheet = |sheet: &Sheet| format!("{}x{}", sheet.row_count(), sheet.column_count());
    let table = |table: &Table| {
        let columns = table.dimensions().len() + table.measures().len();
        format!("{}x{columns}", table.row_count())
    };
    let sizes: Vec<String> = match &opened.content {
        Content::Sheets(sheets) => sheets.iter().map(sheet).collect(),
        Content::Grid(grid) => vec![format!("{}x{}", grid.row_count(), grid.columns().len())],
        Content::Table(one) | Content::Described(one) => vec![table(one)],
        Content::Tables(tables) | Content::Labelled(tables) => tables.iter().map(table).collect(),
    };
    format!("{:?} {}", opened.format, sizes.join(" "))
}

fn refused(error: &FormatError) -> String {
    let why = match error {
        FormatError::Empty => "empty".to_owned(),
        FormatError::Mislabelled { named, found } => format!("named {named:?} is {found:?}"),
        FormatError::Malformed { format, reason, .. } => format!("{format:?} {reason:?}"),
        FormatError::TooLarge { what, .. } => format!("too large {what:?}"),
        FormatError::Unsupported { feature, .. } => format!("unsupported {feature:?}"),
        FormatError::OutOfMemory { .. } => "no memory".to_owned(),
    };
    format!("refused: {why}")
}

/// The most memory this program has had, where the system tells.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.unwrap_or(0)
}
