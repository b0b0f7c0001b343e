//! In a browser this program is the page; elsewhere it writes the documents that are built with the page.

mod device;
#[cfg(not(target_arch = "wasm32"))]
mod documents;
mod elements;
#[cfg(target_arch = "wasm32")]
mod mount;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod views;
mod widgets;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    documents::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::platform::spawn_local(mount::mount());
}
