//! Packages, and files that lie outside our memory.

use formats::Source;
use package::{Declaration, Descriptor, Package};
use protocol::facts::Words;
use table::Text;

use super::super::*;

/// A file of which pieces are read and that is never in our memory; `size_bytes` is what it claims.
struct Away {
    bytes: Vec<u8>,
    size_bytes: u64,
}

impl Away {
    fn new(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.to_vec(),
            size_bytes: bytes.len() as u64,
        }
    }
}

impl Source for Away {
    fn len(&self) -> u64 {
        self.size_bytes
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        self.bytes.read_at(offset, into)
    }
}

fn read(name: &str, source: impl Source) -> Result<Imported, Refusal> {
    read_file(name, source, state::Language::Da, &mut |_| {})
}

fn small() -> Package {
    Package {
        descriptor: Descriptor {
            name: "lille".into(),
            title: Text::new("Lille", "Small"),
            edition: "2026-2".into(),
            extracted: "2026-05-01".into(),
            synthetic: true,
            indicators: vec![
                serde_json::json!({"id": "rate", "numerator": {"table": "t", "measure": "n"}}),
            ],
            topics: vec![serde_json::json!({"id": "a", "label": {"da": "A", "en": "A"}})],
            ..Descriptor::default()
        },
        tables: vec![fixture::text::named(
            "t",
            "kommune:geography aar:time n\n0101 2024 5\n0147 2025 h",
        )],
        declaration: Declaration {
            da: "# Om tallene".into(),
            en: None,
        },
        views: vec![("a".into(), "{\"fragment\":\"v=pivot\"}".into())],
        ..Package::default()
    }
}

#[test]
fn a_package_comes_with_its_tables_and_what_it_says_of_itself() {
    let bytes = package::write(&small()).unwrap();
    let imported = read("lille.snit", bytes.clone()).unwrap();
    assert_eq!(imported.tables, small().tables);
    let facts = imported.facts.clone().unwrap();
    assert_eq!((facts.id.as_str(), facts.is_synthetic), ("lille", true));
    let declaration = Words {
        da: "# Om tallene".into(),
        en: "# Om tallene".into(),
    };
    assert_eq!(facts.declaration, declaration);
    let declared: health::Declared = packed::read(&facts.declared).unwrap();
    assert_eq!(declared.indicators[0].id, "rate");
    assert_eq!(declared.topics[0].label, Text::same("A"));
    assert_eq!(facts.views[0].fragment, "v=pivot");
    assert_eq!(imported.notices, []);
    for name in ["lille.snit", "LILLE.SNIT", "omdøbt.zip"] {
        assert_eq!(
            read(name, Away::new(&bytes)),
            Ok(imported.clone()),
            "{name}"
        );
    }
}

#[test]
fn a_declaration_that_cannot_be_read_refuses_the_package() {
    for bad in [
        serde_json::json!(5),
        serde_json::json!({"id": 1}),
        serde_json::json!({"id": "a", "colour": "red"}),
    ] {
        let mut package = small();
        package.descriptor.indicators.push(bad);
        let refusal = read("a.snit", package::write(&package).unwrap()).unwrap_err();
        assert_eq!(refusal.code, "E20");
        let what = &refusal.what;
        assert!(
            what.starts_with("Nøgletal nr. 2 i pakken kan ikke læses: "),
            "{what}"
        );
        assert!(
            refusal.place.starts_with("datapackage.json, linje "),
            "{refusal:?}"
        );
    }
    let mut package = small();
    package.descriptor.topics = vec![serde_json::json!([])];
    let refusal = read("a.snit", package::write(&package).unwrap()).unwrap_err();
    assert!(
        refusal.what.starts_with("Emne nr. 1 i pakken"),
        "{refusal:?}"
    );
}

#[test]
fn a_view_that_cannot_be_read_is_left_out_and_told() {
    let mut package = small();
    package.views.push(("b".into(), "{\"title\":1}".into()));
    let imported = read("a.snit", package::write(&package).unwrap()).unwrap();
    assert_eq!(imported.facts.unwrap().views.len(), 1);
    assert_eq!(
        imported.notices[0].headline,
        "Visningen b i pakken kan ikke læses."
    );
}

#[test]
fn a_damaged_package_is_refused_with_its_code_and_name() {
    let whole = package::write(&small()).unwrap();
    let refused = |name: &str, bytes: &[u8]| {
        let (here, away) = (read(name, bytes.to_vec()), read(name, Away::new(bytes)));
        assert_eq!(here, away);
        here.unwrap_err()
    };
    let cut = refused("a.snit", &whole[..whole.len() - 9]);
    assert_eq!(cut.code, "E03");
    assert!(cut.what.starts_with("a.snit: "), "{}", cut.what);
    assert_eq!(refused("b.snit", b"kommune;antal\n").code, "E01");
    assert_eq!(refused("c.snit", b"").code, "E01");
    let huge = Away {
        size_bytes: 3 << 30,
        ..Away::new(&whole)
    };
    assert_eq!(read("d.snit", huge).unwrap_err().code, "E02");
}

#[test]
fn a_file_outside_our_memory_reads_as_one_within() {
    let table = fixture::text::named(
        "tal",
        "kommune:geography aar:time n\n0101 2024 5\n0147 2025 7",
    );
    let parquet = formats::parquet::write(&table).unwrap();
    let arrow = formats::arrow::write(&table).unwrap();
    let csv = b"kommune;aar;antal\n0101;2024;5\n0147;2025;6\n".to_vec();
    for (name, bytes) in [("a.parquet", parquet), ("a.arrow", arrow), ("a.csv", csv)] {
        let here = read(name, bytes.clone());
        assert_eq!(here.as_ref().map(|it| it.tables.len()), Ok(1), "{name}");
        assert_eq!(read(name, Away::new(&bytes)), here, "{name}");
        let cut = &bytes[..bytes.len() / 3];
        assert_eq!(
            read(name, Away::new(cut)),
            read(name, cut.to_vec()),
            "{name}"
        );
    }
    assert_eq!(read("a.csv", Away::new(b"")), read("a.csv", Vec::new()));
}
