//! A value to be read, wherever it comes from: what components take.

use std::marker::PhantomData;

use leptos::prelude::{Get, GetUntracked};

use super::value::Value;
use super::{Memo, RwSignal};

/// A value to be read.
pub(crate) struct Signal<T> {
    inner: leptos::prelude::Signal<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A value made anew each time it is read.
    pub(crate) fn derive(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::over(derived(Box::new(move || Value::new(make()))))
    }

    /// A value that stays.
    pub(crate) fn stored(value: T) -> Self {
        Self::over(stored(Value::new(value)))
    }

    /// What this function sees in the value, which is followed from here on.
    pub(crate) fn with<R>(&self, see: impl FnOnce(&T) -> R) -> R {
        see(read(self.inner).get())
    }

    /// The same for now only.
    pub(crate) fn with_untracked<R>(&self, see: impl FnOnce(&T) -> R) -> R {
        see(read_untracked(self.inner).get())
    }

    /// The value, which is followed from here on.
    pub(crate) fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    fn over(inner: leptos::prelude::Signal<Value>) -> Self {
        Self {
            inner,
            of: PhantomData,
        }
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl From<&str> for Signal<String> {
    fn from(text: &str) -> Self {
        Self::stored(text.to_owned())
    }
}

impl<T: Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::over(memo.inner.into())
    }
}

impl<T: Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::over(signal.inner.into())
    }
}

/// A value to be read, if there is one.
pub(crate) struct MaybeProp<T>(Option<Signal<Option<T>>>);

impl<T> Clone for MaybeProp<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for MaybeProp<T> {}

impl<T> Default for MaybeProp<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone + Send + Sync + 'static> MaybeProp<T> {
    /// The value, which is followed from here on.
    pub(crate) fn get(&self) -> Option<T> {
        self.0?.get()
    }

    /// Whether there is a value; followed from here on.
    pub(crate) fn is_some(&self) -> bool {
        self.0.is_some_and(|signal| signal.with(Option::is_some))
    }

    /// Whether there is a value now.
    pub(crate) fn is_some_untracked(&self) -> bool {
        self.0
            .is_some_and(|signal| signal.with_untracked(Option::is_some))
    }
}

impl<T: Send + Sync + 'static> From<Signal<Option<T>>> for MaybeProp<T> {
    fn from(signal: Signal<Option<T>>) -> Self {
        Self(Some(signal))
    }
}

impl<T: Clone + Send + Sync + 'static> From<Signal<T>> for MaybeProp<T> {
    fn from(signal: Signal<T>) -> Self {
        Self(Some(Signal::derive(move || Some(signal.get()))))
    }
}

type Make = Box<dyn Fn() -> Value + Send + Sync>;

// Each of these stands once in the wasm; inlined they would stand at each of some hundred readers.

#[inline(never)]
fn derived(make: Make) -> leptos::prelude::Signal<Value> {
    leptos::prelude::Signal::derive(make)
}

#[inline(never)]
fn stored(value: Value) -> leptos::prelude::Signal<Value> {
    leptos::prelude::Signal::stored(value)
}

#[inline(never)]
fn read(signal: leptos::prelude::Signal<Value>) -> Value {
    signal.get()
}

#[inline(never)]
fn read_untracked(signal: leptos::prelude::Signal<Value>) -> Value {
    signal.get_untracked()
}
