//! Data Packages of CSV files.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::data_package::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Tables,
    );
});
