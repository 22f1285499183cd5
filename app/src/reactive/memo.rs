//! A value that follows from signals, made again when they change; who follows it is only told when it is another.

use std::marker::PhantomData;

use leptos::prelude::{Get, GetUntracked, Track};

use super::value::Value;

/// A derived value.
pub(crate) struct Memo<T> {
    pub(super) inner: leptos::prelude::Memo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Send + Sync + 'static> Memo<T> {
    /// A value made by this function, which is given the value before.
    pub(crate) fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        let make =
            move |before: Option<&Value>| Value::compared(make(before.and_then(Value::of::<T>)));
        Self {
            inner: memo(Box::new(make)),
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
}

type Make = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;

// Each of these stands once in the wasm; inlined they would stand at each of some hundred readers.

#[inline(never)]
fn memo(make: Make) -> leptos::prelude::Memo<Value> {
    leptos::prelude::Memo::new(make)
}

#[inline(never)]
fn read(memo: leptos::prelude::Memo<Value>) -> Value {
    memo.get()
}

#[inline(never)]
fn read_untracked(memo: leptos::prelude::Memo<Value>) -> Value {
    memo.get_untracked()
}
