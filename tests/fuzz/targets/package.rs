//! Packages: the container as it comes, and a descriptor in a container that is in order.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = fuzz::limits();
    let _ = package::read(bytes, &limits, &mut fuzz::unheard);
    let described = fuzz::zipped(&[("datapackage.json", bytes)]);
    let _ = package::read(&described, &limits, &mut fuzz::unheard);
});
