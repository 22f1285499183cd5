//! A turn of the event loop: what has arrived meanwhile is heard before the worker goes on.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageChannel;

/// Wakes the worker after the messages that are there already. A channel is used because timers wait up to 4 ms.
pub(crate) struct Turn {
    channel: MessageChannel,
    _on_message: Closure<dyn FnMut()>,
}

impl Turn {
    /// Calls `wake` once for each `ask`.
    pub(crate) fn new(wake: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let on_message = Closure::<dyn FnMut()>::new(wake);
        channel
            .port1()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self {
            channel,
            _on_message: on_message,
        })
    }

    /// Asks to be woken.
    pub(crate) fn ask(&self) {
        // Posting nothing to one's own port cannot fail.
        let _ = self.channel.port2().post_message(&JsValue::NULL);
    }
}
