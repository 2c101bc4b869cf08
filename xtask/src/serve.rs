//! The page while it is written: built without optimisation, served, built again after each change.

use crate::shell::{Outcome, run};
use crate::tools::Wasm;

/// Serves until it is stopped; `more` goes to Trunk, such as `--port 9000` or `--release`.
pub fn serve(more: &[&str]) -> Outcome {
    let wasm = Wasm::ready()?;
    // A folder of its own: what stands in dist/ is for hosting.
    run(wasm.trunk().args(["serve", "--dist", "target/serve"]).args(more))
}
