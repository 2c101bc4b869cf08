//! Marks lit up by rules, not by nodes: one style sheet of a few rules says which entity, quote and summary
//! sentences are lit, so that lighting up ten thousand mentions costs as much as one.
//!
//! The sheet is built through the CSS object model, which the content security policy allows.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

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
