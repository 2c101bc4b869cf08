//! Marks lit up. What a reader points at or selects gets a class, so that a browser restyles those elements and no
//! others. The summary's sentences, which change seldom and then everywhere, are lit by the rules of a small style sheet;
//! it is built through the CSS object model, which the content security policy allows.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

pub struct LitSheet {
    sheet: Option<CssStyleSheet>,
}

impl LitSheet {
    /// An empty sheet after all others. A browser without constructed sheets lights nothing up.
    pub fn new() -> LitSheet {
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
        LitSheet { sheet }
    }

    /// Replaces all rules.
    pub fn set(&self, rules: &str) {
        if let Some(sheet) = &self.sheet {
            // Rules are put together from numbers and literals; a refused one lights nothing up.
            let _ = sheet.replace_sync(rules);
        }
    }
}

/// A class for marks that are lit, and the elements that have it.
pub struct Light {
    class: &'static str,
    lit: RefCell<Vec<Element>>,
}

impl Light {
    pub fn new(class: &'static str) -> Light {
        Light { class, lit: RefCell::new(Vec::new()) }
    }

    /// Gives the class to what the selector finds in the article, and takes it from all else.
    pub fn give(&self, selector: Option<&str>) {
        let mut lit = self.lit.borrow_mut();
        for element in lit.drain(..) {
            // Refused only for a class with a space in it, here and below.
            let _ = element.class_list().remove_1(self.class);
        }
        let found =
            selector.and_then(|selector| document().query_selector_all(&format!("#article {selector}")).ok());
        let Some(found) = found else { return };
        lit.extend((0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into::<Element>().ok()));
        for element in lit.iter() {
            let _ = element.class_list().add_1(self.class);
        }
    }
}
