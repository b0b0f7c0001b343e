//! Handing the answers on and keeping them: as a link, as a picture of the link, as a file.

use jifen::link::Link;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;

use crate::device::{self, Unusable};
use crate::elements::markup::Markup;
use crate::state::{Action, Feedback, State};
use crate::text::messages::{Messages, format};
use crate::views::form::chip;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::qr;
use crate::widgets::ui::{Ui, button, encoded};

/// The fold with everything, in the names of elements.
pub(crate) const SHARE: &str = "share";

/// The fold with the picture.
const PICTURE: &str = "picture";

/// Everything there is to do with the answers as a whole.
pub(crate) fn share(markup: &mut Markup, context: &RenderContext<'_>) {
    let (state, ui, messages) = (context.state, context.ui, context.phrases.messages);
    let Some(link) = state.link() else { return };
    markup.element("div", "item share", |markup| {
        details(
            markup,
            context,
            SHARE.to_owned(),
            |markup| markup.text_element("span", "name", messages.share),
            |markup| {
                let base = &state.device.base;
                let address = [base, "#", &link.write()].concat();
                markup.text_element(
                    "p",
                    "",
                    if base.is_empty() { messages.share_disk } else { messages.share_help },
                );
                markup.element("div", "chips", |markup| {
                    if !base.is_empty() {
                        hand_on(markup, &address, context);
                    }
                    save(markup, &link, messages);
                    open_file(markup, ui);
                });
                told(markup, state, ui);
                markup.when(state.told == Some(Feedback::NotCopied), |markup| {
                    by_hand(markup, &address, messages)
                });
                if !base.is_empty() {
                    details(
                        markup,
                        context,
                        PICTURE.to_owned(),
                        |markup| markup.text_element("span", "name", messages.picture),
                        |markup| picture(markup, &address, messages),
                    );
                }
            },
        );
    });
}

/// Opening a file, where there is nothing yet to hand on.
pub(crate) fn only_open(markup: &mut Markup, state: &State, ui: &Ui) {
    markup.element("div", "share", |markup| {
        markup.static_attr("id", SHARE);
        markup.element("div", "chips", |markup| open_file(markup, ui));
        told(markup, state, ui);
    });
}

fn picture(markup: &mut Markup, address: &str, messages: &Messages) {
    match qr::code(address) {
        Some(code) => {
            markup.text_element("p", "", messages.picture_help);
            qr::draw(markup, &code, "qr", messages.picture_label);
        }
        None => markup.text_element("p", "", messages.picture_long),
    }
}

fn hand_on(markup: &mut Markup, address: &str, context: &RenderContext<'_>) {
    let (ui, messages) = (context.ui, context.phrases.messages);
    let (act, url) = (ui.clone(), address.to_owned());
    let copies = move |_: yew::Event| {
        let (act, url) = (act.clone(), url.clone());
        spawn_local(async move {
            let copied = device::copy(&url).await;
            act.act(Action::Tell(if copied { Feedback::Copied } else { Feedback::NotCopied }));
        });
    };
    button(markup, "chip-button", messages.copy, copies, |markup| markup.static_attr("id", "copy"));
    if context.state.device.shares {
        let (act, url) = (ui.clone(), address.to_owned());
        let title = format(
            messages.page_title_with,
            &[&context.phrases.text(&context.assessed.scheme.name)],
        );
        let shares = move |_: yew::Event| {
            let (act, url, title) = (act.clone(), url.clone(), title.clone());
            spawn_local(async move {
                let shared = device::share(&title, &url).await;
                act.act(Action::Tell(if shared { Feedback::Shared } else { Feedback::NotShared }));
            });
        };
        button(markup, "chip-button", messages.share_by, shares, |markup| {
            markup.static_attr("id", "share-by");
        });
    }
}

/// A file, as an address that needs no server.
fn save(markup: &mut Markup, link: &Link, messages: &Messages) {
    let scheme = link.scheme.as_deref().unwrap_or_default();
    markup.element("a", "chip-button", |markup| {
        markup.static_attr("id", "save");
        markup.attr("download", &["jifen-", scheme, ".json"].concat());
        let file = encoded(&link.to_file());
        markup.attr("href", &["data:application/json;charset=utf-8,", &file].concat());
        markup.text(messages.save);
    });
}

fn open_file(markup: &mut Markup, ui: &Ui) {
    let act = ui.clone();
    let opens = move |event: yew::Event| {
        let input = event.target().and_then(|one| one.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(device::chosen) else { return };
        let act = act.clone();
        spawn_local(async move {
            let read = device::read(file).await;
            let read = read.and_then(|text| Link::from_file(&text).map_err(Unusable::Fault));
            act.act(match read {
                Ok((link, troubles)) => Action::OpenFile(link, troubles),
                Err(why) => Action::Tell(Feedback::Unusable(why)),
            });
        });
    };
    chip(markup, "file", ui.messages().open_file, false, opens, |markup| {
        markup.static_attr("id", "open-file");
        markup.static_attr("accept", ".json,application/json");
    });
}

/// What became of what was asked for.
fn told(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    markup.element("p", "told", |markup| {
        markup.static_attr("id", "share-told");
        markup.static_attr("role", "status");
        markup.text(match state.told {
            Some(Feedback::Copied) => messages.copied,
            Some(Feedback::NotCopied) => messages.not_copied,
            Some(Feedback::Shared) => messages.shared,
            Some(Feedback::NotShared) => messages.not_shared,
            Some(Feedback::Unusable(why)) => unusable(why, messages),
            _ => "",
        });
    });
}

fn unusable(why: Unusable, messages: &'static Messages) -> &'static str {
    use jifen::link::FileError;
    match why {
        Unusable::Unreadable => messages.file_unreadable,
        Unusable::Fault(FileError::Huge) => messages.file_huge,
        Unusable::Fault(FileError::Foreign) => messages.file_foreign,
    }
}

/// The address, to be copied by hand.
fn by_hand(markup: &mut Markup, address: &str, messages: &Messages) {
    markup.element("label", "by-hand", |markup| {
        markup.text(messages.by_hand);
        markup.element("input", "", |markup| {
            markup.static_attr("id", "by-hand");
            markup.static_attr("type", "text");
            markup.static_attr("readonly", "");
            markup.value(address);
        });
    });
}
