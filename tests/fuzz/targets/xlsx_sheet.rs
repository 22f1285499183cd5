//! The sheet of an Excel workbook whose other members are in order.
#![no_main]

const TYPES: &[u8] =
    br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let texts = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(300));
    let book = fuzz::zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", bytes),
    ]);
    fuzz::understand(
        formats::xlsx::read(&book, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Sheets,
    );
});
