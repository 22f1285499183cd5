//! Parquet.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::parquet::read("fuzz", bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Table,
    );
});
