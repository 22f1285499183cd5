//! Running `snit`, and the files it is run on.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

/// What `snit` printed, and how it ended.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

/// Runs `snit` with these words.
pub(crate) fn snit(words: &[&str]) -> Said {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_snit"))
        .args(words)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said {
        out: text(stdout),
        err: text(stderr),
        code: status.code().unwrap(),
    }
}

/// The rows of an answer as JSON; the question must be answered.
pub(crate) fn rows(file: &Path, slice: &str) -> Vec<Value> {
    let said = snit(&["query", &file.to_string_lossy(), slice, "--json"]);
    assert_eq!(said.code, 0, "{slice}: {}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The rows of an answer that is printed as JSON.
pub(crate) fn rows_of(printed: &str) -> Vec<Value> {
    serde_json::from_str(printed).unwrap()
}

/// What `inspect --json` says of a file.
pub(crate) fn inspected(file: &Path) -> Value {
    let said = snit(&["inspect", &file.to_string_lossy(), "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The columns of a table of `inspect --json` with this role.
pub(crate) fn with_role<'a>(table: &'a Value, role: &str) -> Vec<&'a Value> {
    table["columns"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|column| column["role"] == role)
        .collect()
}

/// A folder of this test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file of this test's own.
pub(crate) fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder("files").join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A demonstration file, written once.
pub(crate) fn demo(name: &str) -> PathBuf {
    static WRITTEN: OnceLock<PathBuf> = OnceLock::new();
    let folder = WRITTEN.get_or_init(|| {
        let folder = folder("demo");
        let said = snit(&[
            "demo",
            "--out",
            &folder.to_string_lossy(),
            "--rows",
            "20000",
        ]);
        assert_eq!(said.code, 0, "{}", said.err);
        folder
    });
    folder.join(name)
}
