//! Small line drawings; always beside a word or on a button with a name.

use crate::prelude::*;

/// What is drawn, on a square of 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Unfold.
    ChevronDown,
    /// Unfolds to the side.
    ChevronRight,
    /// Earlier.
    ChevronLeft,
    /// Remove.
    Cross,
    /// Valid.
    Check,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Find.
    Search,
    /// Light or dark.
    Theme,
    /// More.
    Menu,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::ChevronDown => "M4 6.5 8 10.5 12 6.5",
            Self::ChevronRight => "M6.5 4 10.5 8 6.5 12",
            Self::ChevronLeft => "M9.5 4 5.5 8 9.5 12",
            Self::Cross => "M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5",
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::Undo => "M6 3 3 6 6 9M3 6H9.5A3.5 3.5 0 0 1 9.5 13H6",
            Self::Redo => "M10 3 13 6 10 9M13 6H6.5A3.5 3.5 0 0 0 6.5 13H10",
            Self::Search => "M11 7A4 4 0 1 1 3 7A4 4 0 1 1 11 7M10 10 14 14",
            Self::Theme => "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8M8 2V14",
            Self::Menu => "M2 4H14M2 8H14M2 12H14",
        }
    }

    /// The part that is filled, where there is one.
    const fn filled(self) -> Option<&'static str> {
        match self {
            Self::Theme => Some("M8 2A6 6 0 0 1 8 14Z"),
            _ => None,
        }
    }
}

/// An icon; silent, since a word or the button's name says it.
#[component]
pub(crate) fn IconSign(
    /// What is drawn.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path class="icon-line" d=icon.path() />
            {icon.filled().map(|path| view! { <path class="icon-fill" d=path /> })}
        </svg>
    }
}

/// The mark of the product.
#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path class="logo-left" d="M0 0H9.5L5 16H0Z" />
            <path class="logo-right" d="M11.5 0H16V16H7Z" />
        </svg>
    }
}
