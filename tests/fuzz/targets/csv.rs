//! Text files.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::csv::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        |sheet| formats::Content::Sheets(vec![sheet]),
    );
});
