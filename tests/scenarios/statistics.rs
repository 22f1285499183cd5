//! One small table as statistical offices publish it: as PX, as JSON-stat, and as text in a described ZIP.

use std::path::PathBuf;

use serde_json::json;

use crate::asked::{file, inspected, rows, with_role};

/// Municipality, sex and year; `..` is withheld, `-` is none.
const ROWS: [(&str, &str, &str, &str, &str); 8] = [
    ("101", "København", "Mænd", "2023", "10"),
    ("101", "København", "Mænd", "2024", "20"),
    ("101", "København", "Kvinder", "2023", ".."),
    ("101", "København", "Kvinder", "2024", "-"),
    ("751", "Aarhus", "Mænd", "2023", "1"),
    ("751", "Aarhus", "Mænd", "2024", "2"),
    ("751", "Aarhus", "Kvinder", "2023", "3"),
    ("751", "Aarhus", "Kvinder", "2024", "4"),
];

fn px() -> PathBuf {
    let sign = |value: &str| match value {
        ".." | "-" => format!("\"{value}\""),
        _ => value.to_owned(),
    };
    let cells: Vec<String> = ROWS.iter().map(|row| sign(row.4)).collect();
    let text = format!(
        "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nCODEPAGE=\"iso-8859-15\";\nLANGUAGE=\"da\";\nMATRIX=\"OPHOLD\";\n\
         TITLE=\"Ophold efter område, køn og tid\";\nCONTENTS=\"Ophold\";\nUNITS=\"Antal\";\nDECIMALS=0;\n\
         STUB=\"område\",\"køn\";\nHEADING=\"tid\";\nVALUES(\"område\")=\"København\",\"Aarhus\";\n\
         CODES(\"område\")=\"101\",\"751\";\nVALUES(\"køn\")=\"Mænd\",\"Kvinder\";\nCODES(\"køn\")=\"1\",\"2\";\n\
         VALUES(\"tid\")=\"2023\",\"2024\";\nTIMEVAL(\"tid\")=TLIST(A1),\"2023\",\"2024\";\n\
         SOURCE=\"Danmarks Statistik\";\nDATA=\n{};\n",
        cells.join(" ")
    );
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    file("ophold.px", &bytes)
}

fn json_stat() -> PathBuf {
    let values = ROWS.map(|row| row.4.parse::<u32>().ok());
    let text = json!({
        "version": "2.0", "class": "dataset", "label": "Ophold efter område, køn og tid",
        "source": "Danmarks Statistik",
        "id": ["område", "køn", "indhold", "tid"], "size": [2, 2, 1, 2],
        "role": {"geo": ["område"], "time": ["tid"], "metric": ["indhold"]},
        "dimension": {
            "område": {"category": {"index": ["101", "751"], "label": {"101": "København", "751": "Aarhus"}}},
            "køn": {"category": {"index": {"1": 0, "2": 1}, "label": {"1": "Mænd", "2": "Kvinder"}}},
            "indhold": {"category": {"label": {"o": "Ophold"}, "unit": {"o": {"label": "Antal", "decimals": 0}}}},
            "tid": {"category": {"index": ["2023", "2024"]}},
        },
        "value": values, "status": {"2": "..", "3": "-"},
    });
    file("ophold.json", text.to_string().as_bytes())
}

fn described_zip() -> PathBuf {
    let descriptor = json!({
        "title": "Ophold efter område, køn og tid", "sources": [{"title": "Danmarks Statistik"}],
        "resources": [{
            "name": "ophold", "path": "ophold.csv", "dialect": {"delimiter": ";"},
            "schema": {"missingValues": ["", ".."], "fields": [
                {"name": "kommunekode", "type": "integer"},
                {"name": "koen", "type": "string", "title": "Køn"},
                {"name": "aar", "type": "year", "title": "År"},
                {"name": "ophold", "type": "integer", "title": "Ophold", "unit": "Antal"},
            ]},
        }],
    });
    let mut text = "kommunekode;koen;aar;ophold\n".to_owned();
    for (code, _, sex, year, value) in ROWS {
        let value = if value == "-" { "0" } else { value };
        text += &format!("{code};{sex};{year};{value}\n");
    }
    let descriptor = descriptor.to_string();
    let members = [
        ("datapackage.json", descriptor.as_bytes()),
        ("ophold.csv", text.as_bytes()),
    ];
    file("ophold.zip", &stored(&members))
}

/// A ZIP whose members are not packed.
fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, content) in members {
        let (name_len, len) = (name.len() as u16, content.len() as u32);
        let offset = bytes.len() as u32;
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        about.extend(checksum(content).to_le_bytes());
        about.extend([len.to_le_bytes(), len.to_le_bytes()].concat());
        about.extend([name_len.to_le_bytes(), [0, 0]].concat());
        bytes.extend([b"PK\x03\x04".as_slice(), &about, name.as_bytes(), content].concat());
        list.extend([b"PK\x01\x02\x14\0".as_slice(), &about, &[0; 10]].concat());
        list.extend([&offset.to_le_bytes(), name.as_bytes()].concat());
    }
    let (count, offset) = (members.len() as u16, bytes.len() as u32);
    bytes.extend(&list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([(list.len() as u32).to_le_bytes(), offset.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// The checksum of ZIP.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
    let byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), step);
    !bytes.iter().fold(!0, byte)
}

#[test]
fn places_periods_sexes_units_and_sources_are_known_in_each_form() {
    for path in [px(), json_stat(), described_zip()] {
        let inspected = inspected(&path);
        let table = &inspected["tables"][0];
        for (role, count) in [("geography", 1), ("sex", 1), ("time", 1), ("measure", 1)] {
            let found = with_role(table, role).len();
            assert_eq!(found, count, "{}: {role}: {inspected:#}", path.display());
        }
        let words = inspected.to_string();
        for word in [
            "Ophold efter område, køn og tid",
            "Kilde: Danmarks Statistik",
            "Antal",
        ] {
            assert!(
                words.contains(word),
                "{}: {word}: {inspected:#}",
                path.display()
            );
        }
    }
}

#[test]
fn each_form_gives_the_same_answers() {
    let slices = [
        r#"{"by":["kommune"],"measures":[{"sum":"ophold"}]}"#,
        r#"{"by":["region"],"measures":[{"sum":"ophold"}]}"#,
        r#"{"by":["koen"],"measures":[{"sum":"ophold"}]}"#,
    ];
    for slice in slices {
        let expected = rows(&px(), slice);
        assert!(!expected.is_empty(), "{slice}");
        for path in [json_stat(), described_zip()] {
            assert_eq!(rows(&path, slice), expected, "{} {slice}", path.display());
        }
    }
}
