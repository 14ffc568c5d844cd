//! Tells when elements come into view.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches elements until each has been seen once.
#[derive(Debug)]
pub struct Sight(Option<IntersectionObserver>);

impl Sight {
    /// Calls a function with each element that comes into view.
    pub fn new(call: impl Fn(Element) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Array, IntersectionObserver)>::new(
            move |entries: Array, observer: IntersectionObserver| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        let element = entry.target();
                        observer.unobserve(&element);
                        call(element);
                    }
                }
            },
        );
        let observer = IntersectionObserver::new(closure.as_ref().unchecked_ref()).ok();
        // It watches as long as the popup lives.
        closure.forget();
        Self(observer)
    }

    /// Watches an element.
    pub fn watch(&self, element: &Element) {
        if let Some(observer) = &self.0 {
            observer.observe(element);
        }
    }
}
