//! Handing the answers on and keeping them: as a link, as a picture of the link, as a file.

use jifen::link::Link;

use crate::device::Unusable;
use crate::elements::data_url::data_url;
use crate::elements::markup::Markup;
use crate::state::{Feedback, Fold, State};
use crate::text::messages::{Messages, format};
use crate::widgets::button::{button, chip};
use crate::widgets::details::{RenderContext, details};
use crate::widgets::qr;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// Everything there is to do with the answers as a whole.
pub(crate) fn share(markup: &mut Markup, context: &RenderContext<'_>) {
    let (state, ui, messages) = (context.state, context.ui, context.phrases.messages);
    let Some(link) = state.link() else { return };
    markup.element("div", "item share", |markup| {
        details(
            markup,
            context,
            Fold::Share,
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
                markup.when(state.sharing.feedback == Some(Feedback::NotCopied), |markup| {
                    by_hand(markup, &address, messages)
                });
                if !base.is_empty() {
                    details(
                        markup,
                        context,
                        Fold::Picture,
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
        markup.attr("id", &Fold::Share.id());
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
    let copy = ui.request(Request::Copy(address.to_owned()));
    button(markup, "chip-button", messages.copy, copy, |markup| markup.static_attr("id", "copy"));
    if context.state.device.shares {
        let title = format(
            messages.page_title_with,
            &[&context.phrases.text(&context.assessed.scheme.name)],
        );
        let share = ui.request(Request::Share { title, url: address.to_owned() });
        button(markup, "chip-button", messages.share_by, share, |markup| {
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
        markup.attr("href", &data_url("application/json", &link.to_file()));
        markup.text(messages.save);
    });
}

fn open_file(markup: &mut Markup, ui: &Ui) {
    let open = ui.request(Request::OpenFile);
    chip(markup, "file", ui.messages().open_file, false, open, |markup| {
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
        markup.text(match state.sharing.feedback {
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
    use jifen::link::FileFault;
    match why {
        Unusable::Unreadable => messages.file_unreadable,
        Unusable::Fault(FileFault::Huge) => messages.file_huge,
        Unusable::Fault(FileFault::Foreign) => messages.file_foreign,
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
