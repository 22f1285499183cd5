//! PC-Axis.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::understand(
        formats::px::read(bytes, &fuzz::limits(), &mut fuzz::unheard),
        |table| formats::Content::Labelled(vec![table]),
    );
});
