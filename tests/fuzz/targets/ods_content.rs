//! The content of an OpenDocument spreadsheet whose container is in order.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let book = fuzz::zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", bytes),
    ]);
    fuzz::understand(
        formats::ods::read(&book, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Sheets,
    );
});
