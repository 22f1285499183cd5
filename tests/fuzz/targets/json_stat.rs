//! JSON-stat.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::json_stat::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Labelled,
    );
});
