//! `cargo xtask serve`: from a fresh checkout to the page in a browser.

use std::env;
use std::path::PathBuf;
use std::thread;

use anyhow::ensure;

use crate::args::{Browser, Build, Serve};
use crate::build::manifest;
use crate::child::{answer, plain};
use crate::server::Server;
use crate::{build, place, setup};

/// Builds what the options ask for and answers until it is stopped.
pub(crate) fn run(options: &Serve) -> anyhow::Result<()> {
    match options.build {
        Build::Release => {
            build::release(&setup::for_build()?)?;
            listen(options, place::dist())
        }
        Build::Nothing => {
            let is_built = place::dist().join(manifest::NAME).is_file();
            ensure!(
                is_built,
                "There is no built page to serve; leave out --no-build, or run `cargo xtask dist` first."
            );
            listen(options, place::dist())
        }
        Build::OnEveryChange => {
            let mut trunk = build::watch(&setup::for_build()?)?;
            let address = Server::bind(options.port, build::dev_site())?;
            announce(options, &address);
            println!("trunk builds again when a source changes; reload the page to see it.");
            thread::spawn(move || address.answer_forever());
            let status = trunk.wait()?;
            ensure!(status.success(), "trunk stopped watching: {status}");
            Ok(())
        }
    }
}

fn listen(options: &Serve, site: PathBuf) -> anyhow::Result<()> {
    let server = Server::bind(options.port, site)?;
    announce(options, &server);
    server.answer_forever();
    Ok(())
}

/// What follows the address to begin with the first demonstration.
const FIRST: &str = "#package=sundhedsraad-noegletal";

fn announce(options: &Serve, server: &Server) {
    let address = server.address();
    println!("Snit is at {address}   (Ctrl+C stops it)");
    println!("The first demonstration is at {address}{FIRST}");
    if options.browser == Browser::Open {
        open(&format!("{address}{FIRST}"));
    }
}

/// Shows the page in the person's own browser, where there is a screen to show it on.
fn open(address: &str) {
    if cfg!(target_os = "macos") {
        answer("open", &[address]);
    } else if env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some() {
        // The address is on the screen already; a browser that does not open is no failure.
        let _ = plain("xdg-open").arg(address).spawn();
    }
}
