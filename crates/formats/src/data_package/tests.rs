//! Members of a container in, tables out.

mod faults;
mod round_trip;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::unheard;

/// A container of these members.
pub(super) fn packed(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in members {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read_members(members: &[(&str, &str)]) -> Result<(Vec<Table>, Vec<Warning>), FormatError> {
    let members: Vec<_> = (members.iter())
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    read(&packed(&members), &Limits::default(), &mut unheard)
}

/// One table `t` of this resource and text.
fn read_one(resource: &str, text: &str) -> Result<(Table, Vec<Warning>), FormatError> {
    let descriptor = format!(r#"{{"resources": [{{"name": "t", "path": "t.csv", {resource}}}]}}"#);
    let (mut tables, warnings) =
        read_members(&[("datapackage.json", &descriptor), ("t.csv", text)])?;
    Ok((tables.remove(0), warnings))
}

/// A table in words: name and title, dimensions, measures, rows, notes.
fn shown(table: &Table) -> String {
    let mut lines = vec![format!("{}: {}", table.name(), table.title().da)];
    for column in table.dimensions() {
        let dimension = &column.dimension;
        let member = |member: &table::Member| {
            if member.code == member.label.da {
                member.code.clone()
            } else {
                format!("{}={}", member.code, member.label.da)
            }
        };
        let members: Vec<String> = dimension.members.iter().map(member).collect();
        let head = format!("{} ({})", dimension.name, dimension.label.da);
        let rows: Vec<String> = (column.codes.iter())
            .map(|row| row.map_or("-".to_owned(), |row| row.to_string()))
            .collect();
        lines.push(format!(
            "{head}: {} | {}",
            members.join(", "),
            rows.join(" ")
        ));
    }
    for column in table.measures() {
        let measure = &column.measure;
        let head = format!(
            "{} ({}) [{}]",
            measure.name, measure.label.da, measure.unit.da
        );
        let cell = |row| {
            let number = column.number(row).map(|number| number.to_string());
            number.unwrap_or_else(|| format!("{:?}", column.status(row)))
        };
        let cells: Vec<String> = (0..table.row_count()).map(cell).collect();
        lines.push(format!("{head} | {}", cells.join(" ")));
    }
    for note in table.notes() {
        let column = note.column.as_deref().unwrap_or("*");
        lines.push(format!("{column}: {}", note.text.da));
    }
    lines.join("\n")
}

fn check(resource: &str, text: &str, expected: &str) {
    let (table, _) = read_one(resource, text).unwrap();
    assert_eq!(shown(&table), expected.trim());
}

#[test]
fn several_tables_are_read_with_what_the_package_says_of_them() {
    let descriptor = r#"{
      "name": "p", "title": "Pakke", "description": "Om pakken",
      "sources": [{"title": "SDS", "path": "https://example.org"}],
      "licenses": [{"name": "CC-BY-4.0"}],
      "resources": [
        {"name": "ophold", "title": "Ophold", "path": "data/ophold.csv", "description": "Om ophold",
         "schema": {"fields": [
           {"name": "kommune", "type": "string", "title": "Kommune", "description": "Bopæl"},
           {"name": "aar", "type": "year"},
           {"name": "antal", "type": "integer", "unit": "ophold"}],
           "missingValues": ["", {"value": "..", "label": "diskretioneret"}]}},
        {"name": "ude", "path": "https://example.org/ude.csv"},
        {"name": "billede", "path": "b.png"},
        {"name": "andet", "path": ["a.tsv", "b.tsv"], "schema": "skema.json",
         "dialect": {"delimiter": "\t", "header": false}}
      ]}"#;
    let schema =
        r#"{"fields": [{"name": "x", "type": "string"}, {"name": "n", "type": "number"}]}"#;
    let members = [
        ("mappe/datapackage.json", descriptor),
        (
            "mappe/data/ophold.csv",
            "kommune,aar,antal\nKøbenhavn,2024,5\nAarhus,2024,..\n,2023,\n",
        ),
        ("mappe/a.tsv", "p\t1.5"),
        ("mappe/b.tsv", "q\t2\n"),
        ("mappe/skema.json", schema),
    ];
    let (tables, warnings) = read_members(&members).unwrap();
    let tables: Vec<String> = tables.iter().map(shown).collect();
    let expected = "
ophold: Ophold
kommune (Kommune): København, Aarhus | 0 1 -
aar (aar): 2024, 2023 | 0 0 1
antal (antal) [ophold] | 5 Hidden Missing
*: Om pakken
*: Om ophold
kommune: Bopæl
*: .. diskretioneret
*: SOURCE: SDS
*: LICENSE: CC-BY-4.0
---
andet: Pakke
x (x): p, q | 0 1
n (n) [] | 1.5 2
*: Om pakken
*: SOURCE: SDS
*: LICENSE: CC-BY-4.0
";
    assert_eq!(tables.join("\n---\n"), expected.trim());
    let skipped = ["ude", "billede"].map(|name| Warning::ResourceSkipped {
        name: name.to_owned(),
    });
    assert_eq!(warnings, skipped);
}

#[test]
fn values_are_what_their_fields_say() {
    check(
        r#""schema": {"primaryKey": "id", "fields": [
            {"name": "id", "type": "integer"},
            {"name": "dato", "type": "date"},
            {"name": "beloeb", "type": "number", "decimalChar": ",", "groupChar": ".", "bareNumber": false, "title": "Beløb"},
            {"name": "ja", "type": "boolean", "trueValues": ["J"], "falseValues": ["N"]},
            {"name": "gruppe", "type": "integer", "categories": [{"value": 1, "label": "Et"}, {"value": 2, "label": "To"}]},
            {"name": "rang", "type": "string", "constraints": {"enum": ["lav", "høj"]}},
            {"name": "tal", "missingValues": ["", "x"]},
            {"name": "kode"}]}"#,
        "id,dato,beloeb,ja,gruppe,rang,tal,kode\n7,2024-01-31,\"kr. 1.234,5\",J,2,høj,1,0101\n8,2024-02-01,\"-2,25\",N,1,lav,x,0751\n",
        "
t: t
id (id): 7, 8 | 0 1
dato (dato): 2024-01-31, 2024-02-01 | 0 1
ja (ja): true, false | 0 1
gruppe (gruppe): 1=Et, 2=To | 1 0
rang (rang): lav, høj | 1 0
kode (kode): 0101, 0751 | 0 1
beloeb (Beløb) [] | 1234.5 -2.25
tal (tal) [] | 1 Missing
",
    );
}

#[test]
fn rows_are_cut_as_the_dialect_says() {
    check(
        r#""dialect": {"delimiter": ";", "quoteChar": "'", "skipInitialSpace": true, "commentChar": "\u0023", "nullSequence": "\\N"},
           "schema": {"fields": [{"name": "a", "type": "string"}, {"name": "n", "type": "integer"}]}"#,
        "a;n\r\n# ikke med\r\n'x;''y'; 1\r\nz;\\N\r\n",
        "t: t\na (a): x;'y, z | 0 1\nn (n) [] | 1 Missing",
    );
    check(
        r#""dialect": {"headerRows": [1, 3], "headerJoin": "-"}"#,
        "a,b\nsprunget over,\n1,2\nx,5\n",
        "t: t\na-1 (a-1): x | 0\nb-2 (b-2) [] | 5",
    );
    check(
        r#""dialect": {"header": false, "quoteChar": ""}"#,
        "\"x,5\n",
        "t: t\nfield1 (field1): \"x | 0\nfield2 (field2) [] | 5",
    );
}

#[test]
fn columns_are_found_by_their_names() {
    let fields = r#"[{"name": "n", "type": "integer"}, {"name": "a", "type": "string"}, {"name": "mangler", "type": "string"}]"#;
    let resource = |matched: &str| format!(r#""schema": {{{matched} "fields": {fields}}}"#);
    let text = "a,n,ekstra\nx,1,2\n";
    let expected = "t: t\na (a): x | 0\nn (n) [] | 1\nekstra (ekstra) [] | 2";
    check(&resource(r#""fieldsMatch": "partial","#), text, expected);
    check(&resource(r#""fieldsMatch": ["superset"],"#), text, expected);
    let refused = read_one(&resource(""), text).unwrap_err();
    let place = Place {
        column: Some("mangler".to_owned()),
        ..Place::sheet("t")
    };
    let part = Reason::PartMissing("mangler".to_owned());
    assert_eq!(refused, malformed(place, part));
}

#[test]
fn text_is_read_in_the_encoding_that_is_told() {
    let open = |encoding: &str, text: &[u8]| {
        let descriptor =
            format!(r#"{{"resources": [{{"name": "t", {encoding} "path": "t.csv"}}]}}"#);
        let members = [("datapackage.json", descriptor.as_bytes()), ("t.csv", text)];
        let read = read(&packed(&members), &Limits::default(), &mut unheard);
        read.map(|(tables, warnings)| {
            let member = tables[0].dimensions()[0].dimension.members[0].clone();
            (member.code, warnings)
        })
    };
    let same = |warnings| Ok(("ø€".to_owned(), warnings));
    assert_eq!(open("", "a\nø€\n".as_bytes()), same(vec![]));
    assert_eq!(
        open(r#""encoding": "UTF-8","#, "\u{FEFF}a\nø€\n".as_bytes()),
        same(vec![])
    );
    let windows = b"a\n\xF8\x80\n";
    assert_eq!(
        open(r#""encoding": "windows-1252","#, windows),
        same(vec![])
    );
    assert_eq!(open("", windows), same(vec![Warning::Windows1252]));
    let place = Place {
        row: Some(2),
        byte: Some(2),
        ..Place::sheet("t")
    };
    let refused = open(r#""encoding": "utf-8","#, windows);
    assert_eq!(refused, Err(malformed(place, Reason::Encoding)));
    let feature = crate::Feature::Charset("ebcdic".to_owned());
    let place = Place::sheet("t");
    let refused = open(r#""encoding": "ebcdic","#, windows);
    assert_eq!(refused, Err(FormatError::Unsupported { feature, place }));
}

#[test]
fn such_a_package_is_told_from_ours_by_the_names_of_its_members() {
    let named = |names: &[&str]| {
        let members: Vec<_> = names.iter().map(|name| (*name, b"x".as_slice())).collect();
        is_one(packed(&members).as_slice())
    };
    assert!(named(&["datapackage.json", "a.csv"]));
    assert!(named(&["data/a.TSV", "x/datapackage.json"]));
    assert!(!named(&["datapackage.json", "tables/a.parquet"]));
    assert!(!named(&["datapackage.json", "tables/a.parquet", "a.csv"]));
    assert!(!named(&["a.csv"]));
    assert!(!named(&["datapackage.json"]));
    assert!(!is_one(b"PK\x03\x04".as_slice()));
    let bytes = packed(&[("datapackage.json", b"{}"), ("a.csv", b"a\n")]);
    assert_eq!(crate::detect("a.zip", &bytes), Ok(Format::DataPackage));
}
