//! Indicators that are declared wrongly: the package is refused in one sentence, with the line and column of the mistake.

use package::Limits;
use package::container::{self, DESCRIPTOR};

use crate::asked::{demo, file, snit};

/// The declaration that is spoilt.
const BEGINS: &str = "\"id\": \"indlaeggelser_beboere\"";

/// What is written instead of what, what in it the refusal points at, and words of the refusal.
type Wrong = (&'static str, &'static str, &'static str, &'static str);

const NUMERATOR: &str = r#""numerator": {"measure":"akutte_indlaeggelser","table":"plejehjem"},"#;

const CASES: [Wrong; 16] = [
    (
        r#""table":"plejehjem"}"#,
        r#""table":"hjem"}"#,
        r#""hjem""#,
        "tabellen hjem, som ikke er i pakken",
    ),
    (
        "akutte_indlaeggelser",
        "indlaeg",
        r#""indlaeg""#,
        "kolonnen indlaeg, som ikke er et mål",
    ),
    (
        r#""class": "ratio""#,
        r#""class": "additive""#,
        r#""additive""#,
        "erklæret som additive, men dets mål er ratio",
    ),
    (
        r#""class": "ratio""#,
        r#""class": "mean""#,
        r#""mean""#,
        "erklæret som mean, men dets mål er ratio",
    ),
    (
        r#""factor": 100"#,
        r#""factor": 0"#,
        "0,",
        "faktor, der ikke er et tal over nul",
    ),
    (
        r#"{"measure":"beboere","table":"plejehjem"}"#,
        r#"{"measure":"borgere","table":"befolkning"}"#,
        r#""befolkning""#,
        "kendes ikke for plejehjem, som tælleren er opgjort på",
    ),
    (
        r#""factor": 100"#,
        r#""where": {"kommunex":["0101"]}, "factor": 100"#,
        r#"["0101"]"#,
        "niveauet kommunex, som tabellen ikke har",
    ),
    (
        r#""factor": 100"#,
        r#""where": {"kommune":["9999"]}, "factor": 100"#,
        r#""9999""#,
        "9999, som ikke er blandt værdierne af kommune",
    ),
    (
        r#""factor": 100"#,
        r#""standardisation": {"method":"direct","over":["age"]}, "factor": 100"#,
        r#""age""#,
        "niveauet age, som tabellen ikke har",
    ),
    (
        r#""factor": 100"#,
        r#""standardisation": {"method":"direct","over":["kommune"]}, "factor": 100"#,
        r#""kommune""#,
        "kan ikke standardiseres over kommune, som er sted eller tid",
    ),
    (
        r#""factor": 100"#,
        r#""breaks": [{"period":"1999","why":{"da":"x","en":"x"}}], "factor": 100"#,
        r#""1999""#,
        "1999, som ikke er blandt værdierne af year",
    ),
    (BEGINS, r#""id": "fald""#, "", "To nøgletal hedder fald"),
    (NUMERATOR, "", "{\n", "siger ikke, hvad der tælles"),
    (
        r#""topic": "plejehjem""#,
        r#""topic": "hjem""#,
        r#""hjem""#,
        "under emnet hjem, som ikke findes",
    ),
    (
        r#""interval": "byar""#,
        r#""interval": "bayr""#,
        "",
        "`bayr`",
    ),
    (r#""factor": 100"#, r#""faktor": 100"#, "", "`faktor`"),
];

/// The text with the declaration spoilt, and where in it the declaration begins and ends.
fn spoilt(text: &str, (from, to): (&str, &str)) -> (String, std::ops::Range<usize>) {
    let at = text.find(BEGINS).unwrap();
    let begin = text[..at].rfind("\n    {\n").unwrap() + 1;
    let end = at + text[at..].find("\n    }").unwrap();
    let block = &text[begin..end];
    assert!(block.contains(from), "{from}");
    let block = block.replacen(from, to, 1);
    let within = begin..begin + block.len();
    (format!("{}{block}{}", &text[..begin], &text[end..]), within)
}

/// Line and column of a byte, as they are told.
fn place(text: &str, at: usize) -> String {
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].rsplit('\n').next().unwrap().chars().count() + 1;
    let line = danish::number::whole(line, danish::Language::Da);
    format!("linje {line}, kolonne {column}")
}

#[test]
fn each_mistake_is_refused_with_its_line_and_column() {
    let bytes = std::fs::read(demo("kpos-fsiii.snit")).unwrap();
    let members = container::read(&bytes, &Limits::default()).unwrap();
    let members: Vec<(String, Vec<u8>)> = members
        .iter()
        .map(|member| (member.name.to_owned(), member.bytes.to_vec()))
        .collect();
    let (_, descriptor) = members.iter().find(|(name, _)| name == DESCRIPTOR).unwrap();
    let descriptor = std::str::from_utf8(descriptor).unwrap();
    for (number, (from, to, marked, words)) in CASES.into_iter().enumerate() {
        let (text, within) = spoilt(descriptor, (from, to));
        let spoilt: Vec<(String, Vec<u8>)> = members
            .iter()
            .map(|(name, bytes)| match name == DESCRIPTOR {
                true => (name.clone(), text.clone().into_bytes()),
                false => (name.clone(), bytes.clone()),
            })
            .collect();
        let bytes = container::write(&spoilt).unwrap();
        let path = file(&format!("erklaering-{number}.snit"), &bytes);
        let said = snit(&["inspect", path.to_str().unwrap()]);
        assert_eq!(
            (said.code, said.out.as_str()),
            (2, ""),
            "{to}: {}",
            said.err
        );
        assert!(said.err.contains(words), "{to}: {}", said.err);
        assert!(
            said.err.contains("datapackage.json, linje") || marked.is_empty(),
            "{}",
            said.err
        );
        if !marked.is_empty() {
            let written = text[within.clone()].find(to).unwrap() + within.start;
            let at = written + text[written..].find(marked).unwrap();
            let place = place(&text, at);
            assert!(said.err.contains(&place), "{to}: {place}: {}", said.err);
        }
    }
}
