//! One sheet to hand over at the counter: who made it and when, the result, what it rests on, what is uncertain, and
//! what comes next. It is only made to be printed; style/print.css sets it, and hides the page beside it.

mod next;
mod points;
mod told;

use jifen::link::{Link, Seal};
use jifen::scheme::{Citation, Grade};
use qrcodegen::QrCode;

use crate::elements::markup::Markup;
use crate::state::State;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::views::edition::{dates, warning};
use crate::views::result::{beneath, beside, headline, mark, shown_total};
use crate::widgets::qr;

/// What the parts of the sheet are handed.
struct Paper<'a> {
    assessed: &'a Assessed,
    phrases: Phrases<'a>,
    /// Positions of the documents that the sheet cites, in the order of their numbers on it.
    documents: Vec<usize>,
}

/// The sheet.
pub(crate) fn paper(markup: &mut Markup, assessed: &Assessed, state: &State, phrases: Phrases<'_>) {
    let scheme = &assessed.scheme;
    let conditions = scheme.conditions.iter().map(|one| &one.cite);
    let indicators = scheme.indicators.iter().map(|one| &one.cite);
    let cites = conditions.chain(indicators).chain([&scheme.line.cite]);
    let mut documents = Vec::new();
    for position in cites.filter_map(|cite| cite.document.position()) {
        if !documents.contains(&position) {
            documents.push(position);
        }
    }
    let paper = Paper { assessed, phrases, documents };
    markup.element("section", "paper", |markup| {
        markup.static_attr("id", "paper");
        head(markup, &paper, state);
        verdict(markup, &paper);
        points::conditions(markup, &paper);
        points::points(markup, &paper);
        told::answers(markup, &paper);
        told::uncertain(markup, &paper);
        next::next(markup, &paper);
        foot(markup, &paper);
    });
}

fn head(markup: &mut Markup, paper: &Paper<'_>, state: &State) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
    let (messages, on) = (phrases.messages, assessed.assessment.on);
    markup.element("header", "", |markup| {
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-kind", messages.paper);
            markup.text_element("h2", "", &phrases.text(&assessed.scheme.name));
            markup.text_element("p", "", &dates(&assessed.scheme, phrases));
            markup.element("p", "paper-made", |markup| {
                markup.text_element("span", "", &format(messages.paper_day, &[&day(on, messages)]));
                markup.text_element(
                    "span",
                    "",
                    &format(messages.paper_made, &[&state.device.site]),
                );
                if let Some(code) = assessed.check_code() {
                    markup.text_element(
                        "span",
                        "",
                        &[messages.digest, messages.colon, &code].concat(),
                    );
                }
            });
        });
        markup.optional(way_back(assessed, state), |markup, code| {
            markup.element("div", "paper-code", |markup| {
                qr::draw(markup, &code, "paper-code", messages.picture_label);
            });
        });
    });
    markup.optional(warning(&assessed.scheme, on, phrases), |markup, warning| {
        markup.text_element("p", "paper-warning", &warning);
    });
}

/// The way back to these answers, with what the sheet says of them; none for a page that nobody else can open.
fn way_back(assessed: &Assessed, state: &State) -> Option<QrCode> {
    let base = Some(&state.device.base).filter(|base| !base.is_empty())?;
    let on = assessed.assessment.on;
    let seal = assessed.digest().map(|digest| Seal { on, digest });
    let link = Link { seal, ..state.link()? };
    qr::code(&[base, "#", &link.write()].concat())
}

fn verdict(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
    let (total, mark) = (shown_total(assessed), mark(&assessed.scheme, phrases));
    markup.element("div", "paper-verdict", |markup| {
        markup.element("p", "paper-total", |markup| {
            markup.text_element("strong", "", &figure(total.low));
            markup.text(" ");
            markup.text(&beside(total, mark.as_ref(), phrases.messages));
        });
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-headline", &headline(assessed, phrases));
            let line = &assessed.scheme.line;
            let mark = mark.map(|mark| [&mark.name, " ", &phrases.points(mark.points)].concat());
            let mark = mark.unwrap_or_else(|| phrases.text(&line.name).into_owned());
            let line = [&mark, " ", &paper.clause(&line.cite)].concat();
            markup.text_element("p", "", &line);
            markup.text_element("p", "paper-small", &beneath(assessed, phrases));
        });
    });
}

fn foot(markup: &mut Markup, paper: &Paper<'_>) {
    let messages = paper.phrases.messages;
    markup.element("footer", "", |markup| {
        if paper.assessed.scheme.fingerprint.is_some() {
            markup.text_element("p", "", messages.digest_text);
        }
        markup.text_element("p", "", messages.foot_about_text);
    });
}

impl Paper<'_> {
    /// The clause behind a rule: its document's number on the sheet, the article, and a mark where it is not well
    /// checked.
    fn clause(&self, cite: &Citation) -> String {
        let place = self.documents.iter().position(|one| cite.document.position() == Some(*one));
        let number = place.map_or(String::new(), |place| (place + 1).to_string());
        let article = cite.article.as_ref().map(|article| self.phrases.text(article));
        let mark = if is_weak(cite.grade) { "†" } else { "" };
        match article {
            Some(article) => ["[", &number, "] ", &article, mark].concat(),
            None => ["[", &number, "]", mark].concat(),
        }
    }
}

/// Whether fewer than two sources stand behind a rule, or they disagree.
fn is_weak(grade: Grade) -> bool {
    !matches!(grade, Grade::Official | Grade::TwoSources)
}
