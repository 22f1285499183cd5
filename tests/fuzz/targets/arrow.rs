//! Arrow IPC.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::arrow::read("fuzz", bytes, &fuzz::limits(), &mut fuzz::unheard),
        formats::Content::Table,
    );
});
