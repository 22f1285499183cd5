//! The Leptos front end of Snit: it shows the last reply of the session and asks for the next; it holds no truth.
#![allow(
    unreachable_pub,
    reason = "the component macro makes public twins of what it is given"
)]

mod app;
mod client;
mod component;
mod demo;
mod desk;
mod dom;
mod keys;
mod late;
mod lookup;
mod preference;
mod prelude;
mod reactive;
mod recent;
mod requests;
mod scene;
mod state;
mod timeline;
mod title;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
