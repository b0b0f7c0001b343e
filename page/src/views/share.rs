//! Handing the answers on and keeping them: as a link, as a picture of the link, as a file.

use jifen::link::{FileError, Link};

use crate::device::file::Unusable;
use crate::device::later::Arrived;
use crate::elements::data_url::data_url;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::focus::FocusTarget;
use crate::state::progress::Progress;
use crate::state::{Action, Feedback, Fold, State};
use crate::text::messages::Messages;
use crate::views::edition::page_title;
use crate::views::result::plain_text;
use crate::widgets::awaited::awaited;
use crate::widgets::chip::chip;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::qr;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// Writes everything there is to do with the answers as a whole.
pub(crate) fn share(markup: &mut Markup, context: &RenderContext<'_>) {
    let (state, messages) = (context.state, context.phrases.messages);
    let Some(link) = state.link() else { return };
    write_html!(markup,
        div(class = "item share") {
            {
                details(
                    markup,
                    context,
                    Fold::Share,
                    |markup| write_html!(markup, span(class = "name") { (messages.share) }),
                    |markup| {
                        awaited(markup, context.ui, || FocusTarget::Summary(Fold::Share.id()), |markup, arrived| later(markup, context, &link, arrived));
                    },
                );
            }
        }
    );
}

/// Writes the ways to share.
#[inline(never)]
fn later(markup: &mut Markup, context: &RenderContext<'_>, link: &Link, _: Arrived) {
    let (state, ui, messages) = (context.state, context.ui, context.phrases.messages);
    // An address on a disk is of no use to others.
    let base = Some(&state.device.base).filter(|base| !base.is_empty());
    let address = base.map(|base| [base, "#", &link.write()].concat());
    write_html!(markup,
        p { (if base.is_some() { messages.share_help } else { messages.share_disk }) }
        div(class = "chips") {
            if let Some(address) = &address {
                { hand_on(markup, address, context); }
            }
            { save(markup, link, ui); }
            { open_file(markup, ui); }
        }
        { told(markup, state, ui); }
        { for_a_chat(markup, address.as_deref(), context); }
        if let (Some(address), Some(Feedback::NotCopied)) = (&address, state.sharing.feedback) {
            { by_hand(markup, address, messages); }
        }
        if let Some(address) = &address {
            {
                details(
                    markup,
                    context,
                    Fold::Picture,
                    |markup| write_html!(markup, span(class = "name") { (messages.picture) }),
                    |markup| picture(markup, address, messages),
                );
            }
        }
    );
}

/// Writes the result as text for a chat: to copy by a press or, where the browser does not let pages copy, by hand.
fn for_a_chat(markup: &mut Markup, address: Option<&str>, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    let progress = Progress::of(context.assessed, &context.state.leading);
    let text = plain_text(context.assessed, &progress, address, &context.phrases);
    let copy = context.ui.request(Request::CopyText(text.clone()));
    write_html!(markup,
        div(class = "for-chat") {
            b { (messages.for_chat) }
            pre(id = "chat-text", tabindex = "0") { (text) }
            button(class = "chip-button", type = "button", id = "copy-text", onclick = copy) {
                (messages.copy_text)
            }
        }
    );
}

/// Writes only how a file is opened, where there is nothing yet to hand on.
pub(crate) fn only_open(markup: &mut Markup, state: &State, ui: &Ui) {
    write_html!(markup,
        div(class = "share", id = Fold::Share.id()) {
            div(class = "chips") { { open_file(markup, ui); } }
            { told(markup, state, ui); }
        }
    );
}

fn picture(markup: &mut Markup, address: &str, messages: &Messages) {
    write_html!(markup,
        if let Some(code) = qr::code(address) {
            p { (messages.picture_help) }
            { qr::draw(markup, &code, "qr", messages.picture_label); }
        } else {
            p { (messages.picture_long) }
        }
    );
}

fn hand_on(markup: &mut Markup, address: &str, context: &RenderContext<'_>) {
    let (ui, messages) = (context.ui, context.phrases.messages);
    let copy = ui.request(Request::Copy(address.to_owned()));
    write_html!(markup,
        button(class = "chip-button", type = "button", id = "copy", onclick = copy) { (messages.copy) }
        if context.state.device.shares {
            let title = page_title(&context.assessed.scheme, context.phrases.language);
            let share = ui.request(Request::Share { title, url: address.to_owned() });
            button(class = "chip-button", type = "button", id = "share-by", onclick = share) {
                (messages.share_by)
            }
        }
    );
}

/// Writes the answers as a file.
fn save(markup: &mut Markup, link: &Link, ui: &Ui) {
    let scheme = link.scheme.as_deref().unwrap_or_default();
    let file = data_url("application/json", &link.to_file());
    write_html!(markup,
        a(
            class = "chip-button", id = "save", download = ["jifen-", scheme, ".json"].concat(), href = file,
            onclick = ui.callback(Action::Feedback(Feedback::Saving))
        ) {
            (ui.messages().save)
        }
    );
}

fn open_file(markup: &mut Markup, ui: &Ui) {
    let open = ui.request(Request::OpenFile);
    chip(markup, "file", ui.messages().open_file, false, open, |markup| {
        markup.static_attr("id", "open-file");
        markup.static_attr("accept", ".json,application/json");
    });
}

/// Writes what became of what was asked for.
fn told(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let told = match state.sharing.feedback {
        Some(Feedback::Copied) => messages.copied,
        Some(Feedback::TextCopied) => messages.text_copied,
        Some(Feedback::TextNotCopied) => messages.text_not_copied,
        Some(Feedback::NotCopied) => messages.not_copied,
        Some(Feedback::Shared) => messages.shared,
        Some(Feedback::NotShared) => messages.not_shared,
        Some(Feedback::Saving) => messages.saving,
        Some(Feedback::Unusable(Unusable::Unreadable)) => messages.file_unreadable,
        Some(Feedback::Unusable(Unusable::Fault(FileError::Huge))) => messages.file_huge,
        Some(Feedback::Unusable(Unusable::Fault(FileError::Foreign))) => messages.file_foreign,
        _ => "",
    };
    write_html!(markup, p(class = "told", id = "share-told", role = "status") { (told) });
}

/// Writes the address, to be copied by hand.
fn by_hand(markup: &mut Markup, address: &str, messages: &Messages) {
    write_html!(markup,
        label(class = "by-hand") {
            (messages.by_hand)
            input(id = "by-hand", type = "text", readonly = "", value = address);
        }
    );
}
