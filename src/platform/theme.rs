//! ClassToggle or dark, on the page's root, where the style sheets look.

/// `light`, `dark`, or `system` for what the system says.
pub fn set(theme: &str) {
    super::set_on_root("data-theme", theme);
}
