//! Marks highlighted up. What a reader points at or selects gets a class, so that a browser restyles those elements and no
//! others. The summary's sentences, which change seldom and then everywhere, are highlighted by the rules of a small style sheet;
//! it is built through the CSS object model, which the content security policy allows.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

pub struct HighlightSheet {
    sheet: Option<CssStyleSheet>,
}

impl HighlightSheet {
    /// An empty sheet after all others. A browser without constructed sheets lights nothing up.
    pub fn new() -> HighlightSheet {
        let sheet = CssStyleSheet::new().ok();
        let adopted: JsValue =
            js_sys::Reflect::get(&document(), &"adoptedStyleSheets".into()).unwrap_or_default();
        if let Some(sheet) = &sheet
            && !adopted.is_undefined()
        {
            let all = Array::from(&adopted);
            all.push(sheet);
            document().set_adopted_style_sheets(&all);
        }
        HighlightSheet { sheet }
    }

    /// Replaces all rules.
    pub fn set(&self, rules: &str) {
        if let Some(sheet) = &self.sheet {
            // Rules are put together from numbers and literals; a refused one lights nothing up.
            let _ = sheet.replace_sync(rules);
        }
    }
}

/// A class for marks that are highlighted, and the elements that have it.
pub struct ClassToggle {
    class: &'static str,
    highlighted: RefCell<Vec<Element>>,
}

impl ClassToggle {
    pub fn new(class: &'static str) -> ClassToggle {
        ClassToggle { class, highlighted: RefCell::new(Vec::new()) }
    }

    /// Gives the class to what the selector finds in the article, and takes it from all else.
    pub fn set(&self, selector: Option<&str>) {
        let mut highlighted = self.highlighted.borrow_mut();
        for element in highlighted.drain(..) {
            // Refused only for a class with a space in it, here and below.
            let _ = element.class_list().remove_1(self.class);
        }
        let found =
            selector.and_then(|selector| document().query_selector_all(&format!("#article {selector}")).ok());
        let Some(found) = found else { return };
        highlighted.extend((0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into::<Element>().ok()));
        for element in highlighted.iter() {
            let _ = element.class_list().add_1(self.class);
        }
    }
}
