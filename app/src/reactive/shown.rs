//! Memos and signals where a view takes text, elements or the value of an attribute.

use std::sync::{Arc, Mutex};

use leptos::attr::{AttributeValue, IntoAttributeValue};
use leptos::prelude::{IntoRender, Render};

use super::{Memo, RwSignal, Signal};

/// A function that a view calls again when what it reads has changed: one type for each type of result.
type Shown<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

macro_rules! shown {
    ($($source:ident),*) => {$(
        impl<T: Render + Clone + Send + Sync + 'static> IntoRender for $source<T> {
            type Output = Shown<T>;

            fn into_render(self) -> Self::Output {
                Arc::new(Mutex::new(move || self.get()))
            }
        }

        impl<T: AttributeValue + Clone + Send + Sync + 'static> IntoAttributeValue for $source<T>
        where
            Shown<T>: AttributeValue,
        {
            type Output = Shown<T>;

            fn into_attribute_value(self) -> Self::Output {
                Arc::new(Mutex::new(move || self.get()))
            }
        }
    )*};
}

shown!(Memo, RwSignal, Signal);
