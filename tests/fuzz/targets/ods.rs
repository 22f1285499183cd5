//! OpenDocument spreadsheets as they come.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::ods::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Sheets,
    );
});
