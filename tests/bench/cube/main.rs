//! Writes the cube of the comparison: made-up contacts with health care, fifteen columns, as other programs would write them.
//!
//! `cube arrow|wide|csv ROWS FILE` or `cube chunks ROWS FOLDER`; the same bytes on every machine.
//! Rows come in blocks of a million, each drawn from a seed of its own, so a small cube is the beginning of a large one.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this program is all files and words on a terminal"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "drawn numbers are far below every limit"
)]

mod arrow;
mod csv;
mod names;
mod random;
mod rows;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::ExitCode;

use rows::{Block, Shape};

/// Rows of one block, of one record batch and of one chunk.
const BLOCK_ROWS: usize = 1_000_000;
/// What `wide` has beside the fifteen.
const UNTOUCHED_COLUMNS: usize = 45;
const HELP: &str = "cube arrow|wide|csv ROWS FILE, or cube chunks ROWS FOLDER";

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome {
    let [kind, rows, place] = words else {
        return Err(HELP.into());
    };
    let rows: usize = rows
        .parse()
        .map_err(|_| format!("{rows} is no number of rows"))?;
    let shape = Shape::of_denmark()?;
    let place = Path::new(place);
    match kind.as_str() {
        "arrow" => write_arrow(created(place)?, &shape, rows, 0),
        "wide" => write_arrow(created(place)?, &shape, rows, UNTOUCHED_COLUMNS),
        "csv" => write_csv(created(place)?, &shape, rows),
        "chunks" => write_chunks(place, &shape, rows),
        _ => Err(HELP.into()),
    }
}

fn write_arrow(file: BufWriter<File>, shape: &Shape, rows: usize, untouched: usize) -> Outcome {
    let schema = arrow::schema(untouched);
    let mut writer = arrow::Writer::begin(file, &schema)?;
    for block in blocks(shape, rows) {
        writer.write(&arrow::batch(&schema, shape, &block)?)?;
    }
    writer.end()
}

fn write_csv(mut file: BufWriter<File>, shape: &Shape, rows: usize) -> Outcome {
    file.write_all(csv::header().as_bytes())?;
    for block in blocks(shape, rows) {
        file.write_all(csv::lines(shape, &block)?.as_bytes())?;
    }
    Ok(file.flush()?)
}

/// One file a block, named by its number.
fn write_chunks(folder: &Path, shape: &Shape, rows: usize) -> Outcome {
    fs::create_dir_all(folder)?;
    let schema = arrow::schema(0);
    for (number, block) in blocks(shape, rows).enumerate() {
        let file = created(&folder.join(format!("{number:03}.arrow")))?;
        let mut writer = arrow::Writer::begin(file, &schema)?;
        writer.write(&arrow::batch(&schema, shape, &block)?)?;
        writer.end()?;
    }
    Ok(())
}

fn blocks(shape: &Shape, rows: usize) -> impl Iterator<Item = Block> {
    let count = rows.div_ceil(BLOCK_ROWS);
    (0..count).map(move |number| {
        println!("rows {} of {rows}", number * BLOCK_ROWS);
        Block::draw(shape, number, BLOCK_ROWS.min(rows - number * BLOCK_ROWS))
    })
}

fn created(path: &Path) -> Result<BufWriter<File>, Box<dyn Error>> {
    Ok(BufWriter::with_capacity(1 << 20, File::create(path)?))
}
