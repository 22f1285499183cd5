//! What the fuzzed readers begin with, and what fuzzing found: each is read, or refused in one sentence.

use std::fs;
use std::path::Path;

use crate::asked::{file, snit};

/// Targets whose seeds are whole files, and the ending by which people know them.
const ENDINGS: [(&str, &str); 9] = [
    ("arrow", "arrow"),
    ("csv", "csv"),
    ("data_package", "zip"),
    ("json_stat", "json"),
    ("ods", "ods"),
    ("parquet", "parquet"),
    ("px", "px"),
    ("xls", "xls"),
    ("xlsx", "xlsx"),
];

#[test]
fn every_seed_is_read_or_refused_in_one_sentence() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/seeds");
    for (target, ending) in ENDINGS {
        let mut read_count = 0;
        for seed in fs::read_dir(seeds.join(target)).unwrap() {
            let seed = seed.unwrap();
            let name = format!("{target}-{}.{ending}", seed.file_name().display());
            let path = file(&name, &fs::read(seed.path()).unwrap());
            let said = snit(&["inspect", path.to_str().unwrap()]);
            read_count += usize::from(said.code == 0);
            let is_sentence = said.code == 2 && said.err.lines().count() == 1;
            assert!(said.code == 0 || is_sentence, "{name}: {}", said.err);
        }
        assert!(read_count > 0, "no seed of {target} can be read");
    }
}
