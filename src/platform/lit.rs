//! Marks lit up. What a reader points at or selects gets a class, so that a browser restyles those elements and no
//! others. The summary's sentences, which change seldom and then everywhere, are lit by the rules of a small style sheet;
//! it is built through the CSS object model, which the content security policy allows.

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

/// Gives a class to what the selector finds in the article, and takes it from all else.
pub fn give(class: &str, selector: Option<&str>) {
    let had = document().get_elements_by_class_name(class);
    // The collection shrinks as the class goes.
    while let Some(element) = had.item(0) {
        if element.class_list().remove_1(class).is_err() {
            return;
        }
    }
    let found =
        selector.and_then(|selector| document().query_selector_all(&format!("#article {selector}")).ok());
    let Some(found) = found else { return };
    for element in (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into::<Element>().ok()) {
        // Refused only for a class with a space in it.
        let _ = element.class_list().add_1(class);
    }
}
