//! In a browser this program is the page; in a terminal it is the rule author's tool.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(target_arch = "wasm32")]
fn main() {
    use yew::prelude::*;
    #[component]
    fn Page() -> Html {
        html! { <h1>{ "积分估算" }</h1> }
    }
    yew::Renderer::<Page>::new().render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}
