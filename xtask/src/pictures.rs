//! Pictures made by a command: the icons from their drawing, the screenshots from the real page.

use crate::shell::{Outcome, command, run};
use crate::{dist, tools};

/// Every view and state, light and dark, at three widths, with the sample article in it.
pub fn shots() -> Outcome {
    dist::dist_if_changed()?;
    draw("tests/browser/shots.mjs")
}

/// The sizes that the manifest names, from icon.svg.
pub fn icons() -> Outcome {
    draw("tests/browser/icons.mjs")
}

fn draw(script: &str) -> Outcome {
    tools::for_browser()?;
    run(command("node").arg(script).env("CHROMIUM", tools::chromium()?))
}
