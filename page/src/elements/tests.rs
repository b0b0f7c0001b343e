//! What `write_html!` writes is what `html!` shows.

use yew::{Event, Html, LocalServerRenderer, Properties, component, html};

use crate::elements::markup::{EventHandler, render};
use crate::elements::write_html;

struct Ignore;

impl EventHandler for Ignore {
    fn handle(&self, _: Event) {}
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    tree: Html,
}

/// A tree as a component, which is what can be rendered.
#[component]
fn Whole(props: &WholeProps) -> Html {
    props.tree.clone()
}

fn text(tree: Html) -> String {
    let renderer = LocalServerRenderer::<Whole>::with_props(WholeProps { tree });
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, renderer.hydratable(false).render())
}

#[test]
fn elements_attributes_and_words() {
    let (id, none) = (String::from("a-1"), None::<&str>);
    let classes = if id.len() > 3 { "long" } else { "short" };
    let written = render(|markup| {
        write_html!(markup,
            section(id = &id, aria-labelledby = ["a", "-h"].concat(), hidden = id.len() == 3, inert = id.is_empty()) {
                h2(class = "unseen", id = "a-h") { ("<&>") }
                p(class = "quiet") { (id) }
                p { ("one") (" ") ("two") }
                p(class = classes, title = none, lang = Some("en"));
                br;
                input(type = "text", value = "typed", onchange = Ignore);
                input(type = "checkbox", checked = true, data-none-of = &id);
                button(type = "button", onclick = Ignore) { ("go") }
            }
        );
    });
    let shown = html! {
        <section id={id.clone()} aria-labelledby={"a-h"} hidden=true>
            <h2 class="unseen" id="a-h">{ "<&>" }</h2>
            <p class="quiet">{ &id }</p>
            <p>{ "one" }{ " " }{ "two" }</p>
            <p class={classes} lang="en"></p>
            <br/>
            <input type="text" value="typed"/>
            <input type="checkbox" checked=true data-none-of={id.clone()}/>
            <button type="button">{ "go" }</button>
        </section>
    };
    // `html!` puts the class last, and writes the name of an attribute that is only there or not.
    let written = text(written)
        .replace("class=\"unseen\" id=\"a-h\"", "id=\"a-h\" class=\"unseen\"")
        .replace("class=\"short\" lang=\"en\"", "lang=\"en\" class=\"short\"")
        .replace("hidden=\"\"", "hidden=\"hidden\"");
    assert_eq!(written, text(shown));
}

#[test]
fn what_is_there_or_not() {
    for (count, name) in [(0, None), (2, Some("some")), (9, None)] {
        let written = render(|markup| {
            write_html!(markup,
                let doubled = count * 2;
                if let Some(name) = name { b { (name) } } else { i { ("nobody") } }
                if count > 1 { (doubled.to_string()) }
                ul {
                    for number in 0..count {
                        li(key = &number.to_string()) { (number.to_string()) }
                    }
                }
                match count {
                    0 => { p { ("none") } }
                    many if many > 5 => { p { ("many") } }
                    _ => {}
                }
                fragment { hr; }
                { markup.child(html! { <em>{ "ready" }</em> }); }
            );
        });
        let shown = html! {
            <>
                if let Some(name) = name { <b>{ name }</b> } else { <i>{ "nobody" }</i> }
                if count > 1 { { count * 2 } }
                <ul>
                    { for (0..count).map(|number| html! { <li key={number}>{ number }</li> }) }
                </ul>
                { match count {
                    0 => html! { <p>{ "none" }</p> },
                    many if many > 5 => html! { <p>{ "many" }</p> },
                    _ => Html::default(),
                } }
                <><hr/></>
                <em>{ "ready" }</em>
            </>
        };
        assert_eq!(text(written), text(shown));
    }
}
