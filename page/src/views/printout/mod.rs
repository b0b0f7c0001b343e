//! The printout, one sheet to hand over at the counter: who made it and when, the result, what it rests on, what is
//! uncertain, and what comes next. It is only made to be printed; style/print.css sets it, and hides the page beside it.

mod answers;
mod context;
mod next;
mod points;
mod uncertain;

use std::rc::Rc;

use jifen::link::{Link, Seal};
use qrcodegen::QrCode;

use crate::device::later::Arrived;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::State;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::beside_low;
use crate::views::edition::{dates, warning};
use crate::views::examples;
use crate::views::outlook::forecast::sentence;
use crate::views::printout::context::PrintContext;
use crate::views::result::headline;
use crate::views::result::summary::notes;
use crate::widgets::official_name::both_names;
use crate::widgets::qr;

/// Writes the printout.
#[inline(never)]
pub(crate) fn later(
    markup: &mut Markup,
    assessed: &Rc<Assessed>,
    state: &State,
    phrases: Phrases<'_>,
    _: Arrived,
) {
    let context = PrintContext::new(assessed, state, phrases);
    write_html!(markup,
        section(class = "paper", id = "paper") {
            { head(markup, &context, state); }
            { verdict(markup, &context); }
            { points::conditions(markup, &context); }
            { points::points(markup, &context); }
            { answers::answers(markup, &context); }
            { uncertain::uncertain(markup, &context); }
            { next::next(markup, &context); }
            { foot(markup, &context); }
        }
    );
}

fn head(markup: &mut Markup, context: &PrintContext<'_>, state: &State) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (messages, on) = (phrases.messages, assessed.assessment.on);
    write_html!(markup,
        header {
            div {
                p(class = "paper-kind") { (messages.printout) }
                h2 { { both_names(markup, &assessed.scheme.name, phrases); } }
                p { (dates(&assessed.scheme, phrases)) }
                p(class = "paper-made") {
                    span { (format(messages.printout_day, &[&day(on, messages)])) }
                    if !state.device.site.is_empty() {
                        span { (format(messages.printout_made, &[&state.device.site])) }
                    }
                    if let Some(code) = assessed.check_code() {
                        span { ([messages.check_code, messages.colon, &code].concat()) }
                    }
                }
            }
            if let Some(code) = sealed_address(assessed, state) {
                div(class = "paper-code") {
                    { qr::draw(markup, &code, "paper-code", messages.picture_label); }
                }
            }
        }
        if let Some(words) = examples::words(assessed, phrases) {
            p(class = "paper-warning") { (words) }
        }
        if let Some(warning) = warning(&assessed.scheme, on, phrases) {
            p(class = "paper-warning") { (warning) }
        }
    );
}

/// Returns the code of an address that leads back to these answers, with what the printout says of them; `None` for a
/// page that nobody else can open.
fn sealed_address(assessed: &Assessed, state: &State) -> Option<QrCode> {
    let base = Some(&state.device.base).filter(|base| !base.is_empty())?;
    let on = assessed.assessment.on;
    let seal = assessed.digest().map(|digest| Seal { on, digest });
    let link = Link { seal, kept: None, ..state.link()? };
    qr::code(&[base, "#", &link.write()].concat())
}

fn verdict(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (total, target) = (assessed.shown().total, phrases.target());
    let beside =
        beside_low(total, target.as_ref(), assessed.undeducted.is_some(), phrases.messages);
    let line = &assessed.scheme.line;
    let target = target.map(|target| [&target.name, " ", &phrases.points(target.points)].concat());
    let target = target.unwrap_or_else(|| phrases.text(&line.name).into_owned());
    write_html!(markup,
        div(class = "paper-verdict") {
            p(class = "paper-total") {
                strong { (figure(total.low)) }
                (" ")
                (beside)
            }
            div {
                p(class = "paper-headline") { (headline(assessed, phrases)) }
                p { ([&target, " ", &context.clause(&line.cite)].concat()) }
                p(class = "paper-small") { (notes(assessed, &context.progress, phrases)) }
                p(class = "paper-small") {
                    b { (phrases.messages.forecast) }
                    (phrases.messages.colon)
                    (forecast(context))
                }
            }
        }
    );
}

/// Returns what the coming years come down to, and what that assumes.
fn forecast(context: &PrintContext<'_>) -> String {
    let messages = context.phrases.messages;
    let sentence = sentence(&context.outlook, &context.phrases);
    let sentence = sentence.trim_end_matches(['。', '.']);
    [sentence, messages.stop, messages.space, messages.forecast_on_paper].concat()
}

fn foot(markup: &mut Markup, context: &PrintContext<'_>) {
    let messages = context.phrases.messages;
    write_html!(markup,
        footer {
            if context.assessed.scheme.fingerprint.is_some() {
                p { (messages.check_code_text) }
            }
            p { (messages.foot_about_text) }
        }
    );
}
