//! Handing the answers on and keeping them: as a link, as a picture of the link, as a file.

use jifen::link::Link;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;

use super::device::{self, Unusable};
use super::form::chip;
use super::qr;
use super::sheet::Sheet;
use super::shown::{Shown, details};
use super::state::{Action, State, Told};
use super::ui::{Ui, button, encoded};
use super::words::{Words, fill};

/// The fold with everything, in the names of elements.
pub(crate) const SHARE: &str = "share";

/// The fold with the picture.
const PICTURE: &str = "picture";

/// Everything there is to do with the answers as a whole.
pub(crate) fn share(sheet: &mut Sheet, shown: &Shown<'_>) {
    let (state, ui, words) = (shown.state, shown.ui, shown.say.words);
    let Some(link) = state.link() else { return };
    sheet.tag("div", "item share", |sheet| {
        details(
            sheet,
            shown,
            SHARE.to_owned(),
            |sheet| sheet.line("span", "name", words.share),
            |sheet| {
                let base = &state.device.base;
                let address = [base, "#", &link.write()].concat();
                sheet.line(
                    "p",
                    "",
                    if base.is_empty() { words.share_disk } else { words.share_help },
                );
                sheet.tag("div", "chips", |sheet| {
                    if !base.is_empty() {
                        hand_on(sheet, &address, shown);
                    }
                    save(sheet, &link, words);
                    open_file(sheet, ui);
                });
                told(sheet, state, ui);
                sheet.when(state.told == Some(Told::NotCopied), |sheet| {
                    by_hand(sheet, &address, words)
                });
                if !base.is_empty() {
                    details(
                        sheet,
                        shown,
                        PICTURE.to_owned(),
                        |sheet| sheet.line("span", "name", words.picture),
                        |sheet| picture(sheet, &address, words),
                    );
                }
            },
        );
    });
}

/// Opening a file, where there is nothing yet to hand on.
pub(crate) fn only_open(sheet: &mut Sheet, state: &State, ui: &Ui) {
    sheet.tag("div", "share", |sheet| {
        sheet.fixed("id", SHARE);
        sheet.tag("div", "chips", |sheet| open_file(sheet, ui));
        told(sheet, state, ui);
    });
}

fn picture(sheet: &mut Sheet, address: &str, words: &Words) {
    match qr::code(address) {
        Some(code) => {
            sheet.line("p", "", words.picture_help);
            qr::draw(sheet, &code, "qr", words.picture_label);
        }
        None => sheet.line("p", "", words.picture_long),
    }
}

fn hand_on(sheet: &mut Sheet, address: &str, shown: &Shown<'_>) {
    let (ui, words) = (shown.ui, shown.say.words);
    let (act, url) = (ui.clone(), address.to_owned());
    let copies = move |_: yew::Event| {
        let (act, url) = (act.clone(), url.clone());
        spawn_local(async move {
            let copied = device::copy(&url).await;
            act.act(Action::Tell(if copied { Told::Copied } else { Told::NotCopied }));
        });
    };
    button(sheet, "chip-button", words.copy, copies, |sheet| sheet.fixed("id", "copy"));
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
        button(sheet, "chip-button", words.share_by, shares, |sheet| {
            sheet.fixed("id", "share-by");
        });
    }
}

/// A file, as an address that needs no server.
fn save(sheet: &mut Sheet, link: &Link, words: &Words) {
    let scheme = link.scheme.as_deref().unwrap_or_default();
    sheet.tag("a", "chip-button", |sheet| {
        sheet.fixed("id", "save");
        sheet.set("download", &["jifen-", scheme, ".json"].concat());
        let file = encoded(&link.to_file());
        sheet.set("href", &["data:application/json;charset=utf-8,", &file].concat());
        sheet.text(words.save);
    });
}

fn open_file(sheet: &mut Sheet, ui: &Ui) {
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
    chip(sheet, "file", ui.words().open_file, false, opens, |sheet| {
        sheet.fixed("id", "open-file");
        sheet.fixed("accept", ".json,application/json");
    });
}

/// What became of what was asked for.
fn told(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    sheet.tag("p", "told", |sheet| {
        sheet.fixed("id", "share-told");
        sheet.fixed("role", "status");
        sheet.text(match state.told {
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
fn by_hand(sheet: &mut Sheet, address: &str, words: &Words) {
    sheet.tag("label", "by-hand", |sheet| {
        sheet.text(words.by_hand);
        sheet.tag("input", "", |sheet| {
            sheet.fixed("id", "by-hand");
            sheet.fixed("type", "text");
            sheet.fixed("readonly", "");
            sheet.value(address);
        });
    });
}
