//! The page of Article Explorer: shows an article with what the engine found in it.
//!
//! It draws, and knows no linguistics: reading and analysing are the worker's, what there is to show is worked
//! out in the crate `reading`, and only `platform` touches the browser. Outside of a browser it is empty.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod views;

#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    platform::remove_boot_message();
    leptos::mount::mount_to_body(app::App);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve` builds it and says where to look.");
}
