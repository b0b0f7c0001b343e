//! The least page of Yew: a button that counts. `cargo xtask size` builds it as the page is built, and holds the page against it.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::{Html, component, html, use_state};

    /// A button that shows how often it was pressed.
    #[component]
    pub(crate) fn Counter() -> Html {
        let count = use_state(|| 0_u32);
        let pressed = {
            let count = count.clone();
            move |_| count.set(count.saturating_add(1))
        };
        html! { <button onclick={pressed}>{ *count }</button> }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<page::Counter>::new().render();
}
