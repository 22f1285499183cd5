//! What every component uses: Leptos, with signals whose machinery exists once and not once for each type, and views of one
//! type, so that lists and choices of views exist once too.

pub(crate) use crate::reactive::{MaybeProp, Memo, RwSignal, Signal};
pub(crate) use leptos::prelude::*;

/// What Leptos makes of the markup, as a view of the one type that any view can have.
macro_rules! view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($markup)* })
    };
}

pub(crate) use view;
