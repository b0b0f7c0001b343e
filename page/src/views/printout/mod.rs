//! The printout, one sheet to hand over at the counter: who made it and when, the result, what it rests on, what is
//! uncertain, and what comes next. It is only made to be printed; style/print.css sets it, and hides the page beside it.

mod answers;
mod context;
mod next;
mod points;
mod uncertain;

use jifen::link::{Link, Seal};
use qrcodegen::QrCode;

use crate::elements::markup::Markup;
use crate::state::State;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::beside_low;
use crate::views::edition::{dates, warning};
use crate::views::printout::context::PrintContext;
use crate::views::result::headline;
use crate::views::result::summary::notes;
use crate::widgets::qr;

/// Writes the printout.
pub(crate) fn printout(
    markup: &mut Markup,
    assessed: &Assessed,
    state: &State,
    phrases: Phrases<'_>,
) {
    let context = PrintContext::new(assessed, phrases);
    markup.element("section", "paper", |markup| {
        markup.static_attr("id", "paper");
        head(markup, &context, state);
        verdict(markup, &context);
        points::conditions(markup, &context);
        points::points(markup, &context);
        answers::answers(markup, &context);
        uncertain::uncertain(markup, &context);
        next::next(markup, &context);
        foot(markup, &context);
    });
}

fn head(markup: &mut Markup, context: &PrintContext<'_>, state: &State) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (messages, on) = (phrases.messages, assessed.assessment.on);
    markup.element("header", "", |markup| {
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-kind", messages.printout);
            markup.text_element("h2", "", &phrases.text(&assessed.scheme.name));
            markup.text_element("p", "", &dates(&assessed.scheme, phrases));
            markup.element("p", "paper-made", |markup| {
                markup.text_element(
                    "span",
                    "",
                    &format(messages.printout_day, &[&day(on, messages)]),
                );
                markup.text_element(
                    "span",
                    "",
                    &format(messages.printout_made, &[&state.device.site]),
                );
                if let Some(code) = assessed.check_code() {
                    markup.text_element(
                        "span",
                        "",
                        &[messages.check_code, messages.colon, &code].concat(),
                    );
                }
            });
        });
        markup.optional(sealed_address(assessed, state), |markup, code| {
            markup.element("div", "paper-code", |markup| {
                qr::draw(markup, &code, "paper-code", messages.picture_label);
            });
        });
    });
    markup.optional(warning(&assessed.scheme, on, phrases), |markup, warning| {
        markup.text_element("p", "paper-warning", &warning);
    });
}

/// Returns the code of an address that leads back to these answers, with what the printout says of them; `None` for a
/// page that nobody else can open.
fn sealed_address(assessed: &Assessed, state: &State) -> Option<QrCode> {
    let base = Some(&state.device.base).filter(|base| !base.is_empty())?;
    let on = assessed.assessment.on;
    let seal = assessed.digest().map(|digest| Seal { on, digest });
    let link = Link { seal, ..state.link()? };
    qr::code(&[base, "#", &link.write()].concat())
}

fn verdict(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (total, target) = (assessed.shown().total, phrases.target());
    markup.element("div", "paper-verdict", |markup| {
        markup.element("p", "paper-total", |markup| {
            markup.text_element("strong", "", &figure(total.low));
            markup.text(" ");
            markup.text(&beside_low(total, target.as_ref(), phrases.messages));
        });
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-headline", &headline(assessed, phrases));
            let line = &assessed.scheme.line;
            let target =
                target.map(|target| [&target.name, " ", &phrases.points(target.points)].concat());
            let target = target.unwrap_or_else(|| phrases.text(&line.name).into_owned());
            let line = [&target, " ", &context.clause(&line.cite)].concat();
            markup.text_element("p", "", &line);
            markup.text_element("p", "paper-small", &notes(assessed, phrases));
        });
    });
}

fn foot(markup: &mut Markup, context: &PrintContext<'_>) {
    let messages = context.phrases.messages;
    markup.element("footer", "", |markup| {
        if context.assessed.scheme.fingerprint.is_some() {
            markup.text_element("p", "", messages.check_code_text);
        }
        markup.text_element("p", "", messages.foot_about_text);
    });
}
