//! A value that is changed from outside.

use std::marker::PhantomData;

use leptos::prelude::{Get, GetUntracked, Set, Track, Update};

use super::value::Value;

/// A value, and who follows it.
pub(crate) struct RwSignal<T> {
    pub(super) inner: leptos::prelude::RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds this value.
    pub(crate) fn new(value: T) -> Self {
        Self {
            inner: signal(Value::new(value)),
            of: PhantomData,
        }
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

    /// The value as it is now.
    pub(crate) fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Follows the value without looking at it.
    pub(crate) fn track(&self) {
        self.inner.track();
    }

    /// Puts another value in its place.
    pub(crate) fn set(&self, value: T) {
        write(self.inner, Value::new(value));
    }

    /// Changes the value; who follows it is told.
    pub(crate) fn update(&self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut change = Some(change);
        replace(self.inner, &mut |value| {
            let mut content = value.take();
            if let Some(change) = change.take() {
                change(&mut content);
            }
            Value::new(content)
        });
    }
}

// Each of these stands once in the wasm; inlined they would stand at each of some hundred readers.

#[inline(never)]
fn signal(value: Value) -> leptos::prelude::RwSignal<Value> {
    leptos::prelude::RwSignal::new(value)
}

#[inline(never)]
fn read(signal: leptos::prelude::RwSignal<Value>) -> Value {
    signal.get()
}

#[inline(never)]
fn read_untracked(signal: leptos::prelude::RwSignal<Value>) -> Value {
    signal.get_untracked()
}

#[inline(never)]
fn write(signal: leptos::prelude::RwSignal<Value>, value: Value) {
    signal.set(value);
}

#[inline(never)]
fn replace(signal: leptos::prelude::RwSignal<Value>, change: &mut dyn FnMut(Value) -> Value) {
    signal.update(|value| {
        let before = std::mem::replace(value, Value::new(()));
        *value = change(before);
    });
}
