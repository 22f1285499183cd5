//! An importer started before there is a file: a browser compiles with care only what it has seen run often.

use std::rc::Rc;

use browser::object;

use super::Client;
use super::port::{Port, Stopped};

impl Client {
    /// Starts an importer for a file that is on its way; it rehearses until then.
    pub(crate) fn warm(&self) {
        let mut workers = self.0.borrow_mut();
        if workers.ahead.as_ref().is_none_or(|port| !port.is_running()) {
            workers.ahead = Port::start("snit-importer").ok();
            if let Some(port) = &workers.ahead {
                port.tell(object(&[("rehearse", &true.into())]));
            }
        }
    }

    /// The importer that was started, or a new one.
    pub(super) fn importer(&self) -> Result<Rc<Port>, Stopped> {
        let ahead = self.0.borrow_mut().ahead.take();
        let running = ahead.filter(Port::is_running);
        let port = Rc::new(match running {
            Some(port) => port,
            None => Port::start("snit-importer")?,
        });
        self.0.borrow_mut().importer = Some(Rc::clone(&port));
        Ok(port)
    }
}
