//! A value of a type that only its reader knows.

use std::any::Any;
use std::sync::Arc;

/// The value, and how it is compared.
#[derive(Clone)]
pub(super) struct Value {
    content: Arc<dyn Any + Send + Sync>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    /// A value that is never the same as another.
    pub(super) fn new<T: Send + Sync + 'static>(content: T) -> Self {
        Self {
            content: Arc::new(content),
            is_same: |_, _| false,
        }
    }

    /// A value that is compared with others.
    pub(super) fn compared<T: PartialEq + Send + Sync + 'static>(content: T) -> Self {
        Self {
            content: Arc::new(content),
            is_same: is_same::<T>,
        }
    }

    /// The value as what it is; none when it is of another type, which no signal gives to its reader.
    pub(super) fn of<T: 'static>(&self) -> Option<&T> {
        self.content.downcast_ref()
    }

    /// The same, where there is no other type.
    pub(super) fn get<T: 'static>(&self) -> &T {
        match self.of() {
            Some(content) => content,
            None => unreachable!("a signal holds what its type says"),
        }
    }

    /// The value itself; a copy where somebody else holds it.
    pub(super) fn take<T: Clone + Send + Sync + 'static>(self) -> T {
        match self.content.downcast() {
            Ok(content) => Arc::unwrap_or_clone(content),
            Err(_) => unreachable!("a signal holds what its type says"),
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(self.content.as_ref(), other.content.as_ref())
    }
}

fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>()
        .is_some_and(|one| Some(one) == other.downcast_ref())
}
