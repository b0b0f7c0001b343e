//! The page as text: the first paint, which the build puts where the program will mount.

use std::rc::Rc;

use jifen::link::Link;
use jifen::scheme::{Catalogue, Scheme};
use yew::{LocalServerRenderer, html};

use crate::device::Device;
use crate::state::Start;
use crate::views::page::Page;

/// The page as it opens on a scheme, before any answer.
pub(crate) fn first_paint(catalogue: &Catalogue, scheme: &Scheme) -> String {
    // The day on which the rules were checked: the text must not depend on the day of the build.
    let start = Start {
        on: scheme.edition.checked,
        catalogue: Some(Rc::new(catalogue.clone())),
        rules: Ok(vec![Rc::new(scheme.clone())]),
        link: Link::default(),
        problems: Vec::new(),
        device: Device::default(),
    };
    text(html! { <Page ..start /> })
}

/// A tree as text.
pub(super) fn text(tree: yew::Html) -> String {
    let renderer = LocalServerRenderer::<Whole>::with_props(WholeProps { tree }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.map_or_else(
        |_| String::new(),
        |runtime| {
            let local = tokio::task::LocalSet::new();
            local.block_on(&runtime, renderer.render())
        },
    )
}

#[derive(PartialEq, yew::Properties)]
struct WholeProps {
    tree: yew::Html,
}

/// A tree as a component, which is what can be rendered.
#[yew::component]
fn Whole(props: &WholeProps) -> yew::Html {
    props.tree.clone()
}
