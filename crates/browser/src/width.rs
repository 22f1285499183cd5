//! How wide an element is, told whenever it changes: figures are laid out in px.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// An observer with the closure it calls, which must live as long.
pub struct Width {
    observer: ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Width {
    /// Tells the width of an element now and whenever it has changed, for as long as this lives.
    #[must_use]
    pub fn of(element: HtmlElement, mut told: impl FnMut(f64) + 'static) -> Option<Self> {
        let observed = element.clone();
        let mut last = 0.0;
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(element.client_width());
            if (now - last).abs() >= 1.0 {
                last = now;
                told(now);
            }
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(&observed);
        Some(Self {
            observer,
            _changed: changed,
        })
    }
}

impl Drop for Width {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
