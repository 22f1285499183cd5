//! Excel workbooks of before 2007.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::xls::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Sheets,
    );
});
