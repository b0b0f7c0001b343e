//! Handing the answers on and keeping them: as a link, as a picture of the link, as a file.

use jifen::link::Link;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;

use crate::device::{self, Unusable};
use crate::elements::markup::Markup;
use crate::state::{Action, State, Told};
use crate::text::messages::{Words, fill};
use crate::views::form::chip;
use crate::widgets::details::{Shown, details};
use crate::widgets::qr;
use crate::widgets::ui::{Ui, button, encoded};

/// The fold with everything, in the names of elements.
pub(crate) const SHARE: &str = "share";

/// The fold with the picture.
const PICTURE: &str = "picture";

/// Everything there is to do with the answers as a whole.
pub(crate) fn share(markup: &mut Markup, shown: &Shown<'_>) {
    let (state, ui, words) = (shown.state, shown.ui, shown.say.words);
    let Some(link) = state.link() else { return };
    markup.element("div", "item share", |markup| {
        details(
            markup,
            shown,
            SHARE.to_owned(),
            |markup| markup.text_element("span", "name", words.share),
            |markup| {
                let base = &state.device.base;
                let address = [base, "#", &link.write()].concat();
                markup.text_element(
                    "p",
                    "",
                    if base.is_empty() { words.share_disk } else { words.share_help },
                );
                markup.element("div", "chips", |markup| {
                    if !base.is_empty() {
                        hand_on(markup, &address, shown);
                    }
                    save(markup, &link, words);
                    open_file(markup, ui);
                });
                told(markup, state, ui);
                markup.when(state.told == Some(Told::NotCopied), |markup| {
                    by_hand(markup, &address, words)
                });
                if !base.is_empty() {
                    details(
                        markup,
                        shown,
                        PICTURE.to_owned(),
                        |markup| markup.text_element("span", "name", words.picture),
                        |markup| picture(markup, &address, words),
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

fn picture(markup: &mut Markup, address: &str, words: &Words) {
    match qr::code(address) {
        Some(code) => {
            markup.text_element("p", "", words.picture_help);
            qr::draw(markup, &code, "qr", words.picture_label);
        }
        None => markup.text_element("p", "", words.picture_long),
    }
}

fn hand_on(markup: &mut Markup, address: &str, shown: &Shown<'_>) {
    let (ui, words) = (shown.ui, shown.say.words);
    let (act, url) = (ui.clone(), address.to_owned());
    let copies = move |_: yew::Event| {
        let (act, url) = (act.clone(), url.clone());
        spawn_local(async move {
            let copied = device::copy(&url).await;
            act.act(Action::Tell(if copied { Told::Copied } else { Told::NotCopied }));
        });
    };
    button(markup, "chip-button", words.copy, copies, |markup| markup.static_attr("id", "copy"));
    if shown.state.device.shares {
        let (act, url) = (ui.clone(), address.to_owned());
        let title = fill(words.page_title_with, &[&shown.say.text(&shown.view.scheme.name)]);
        let shares = move |_: yew::Event| {
            let (act, url, title) = (act.clone(), url.clone(), title.clone());
            spawn_local(async move {
                let shared = device::share(&title, &url).await;
                act.act(Action::Tell(if shared { Told::Shared } else { Told::NotShared }));
            });
        };
        button(markup, "chip-button", words.share_by, shares, |markup| {
            markup.static_attr("id", "share-by");
        });
    }
}

/// A file, as an address that needs no server.
fn save(markup: &mut Markup, link: &Link, words: &Words) {
    let scheme = link.scheme.as_deref().unwrap_or_default();
    markup.element("a", "chip-button", |markup| {
        markup.static_attr("id", "save");
        markup.attr("download", &["jifen-", scheme, ".json"].concat());
        let file = encoded(&link.to_file());
        markup.attr("href", &["data:application/json;charset=utf-8,", &file].concat());
        markup.text(words.save);
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
                Err(why) => Action::Tell(Told::Unusable(why)),
            });
        });
    };
    chip(markup, "file", ui.words().open_file, false, opens, |markup| {
        markup.static_attr("id", "open-file");
        markup.static_attr("accept", ".json,application/json");
    });
}

/// What became of what was asked for.
fn told(markup: &mut Markup, state: &State, ui: &Ui) {
    let words = ui.words();
    markup.element("p", "told", |markup| {
        markup.static_attr("id", "share-told");
        markup.static_attr("role", "status");
        markup.text(match state.told {
            Some(Told::Copied) => words.copied,
            Some(Told::NotCopied) => words.not_copied,
            Some(Told::Shared) => words.shared,
            Some(Told::NotShared) => words.not_shared,
            Some(Told::Unusable(why)) => unusable(why, words),
            _ => "",
        });
    });
}

fn unusable(why: Unusable, words: &'static Words) -> &'static str {
    use jifen::link::FileFault;
    match why {
        Unusable::Unreadable => words.file_unreadable,
        Unusable::Fault(FileFault::Huge) => words.file_huge,
        Unusable::Fault(FileFault::Foreign) => words.file_foreign,
    }
}

/// The address, to be copied by hand.
fn by_hand(markup: &mut Markup, address: &str, words: &Words) {
    markup.element("label", "by-hand", |markup| {
        markup.text(words.by_hand);
        markup.element("input", "", |markup| {
            markup.static_attr("id", "by-hand");
            markup.static_attr("type", "text");
            markup.static_attr("readonly", "");
            markup.value(address);
        });
    });
}
