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
use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day, figure};
use crate::views::edition::{dates, warning};
use crate::views::result::{beneath, beside, headline, mark, shown_total};
use crate::widgets::qr;

/// What the parts of the sheet are handed.
struct Paper<'a> {
    view: &'a View,
    say: Say<'a>,
    /// Positions of the documents that the sheet cites, in the order of their numbers on it.
    documents: Vec<usize>,
}

/// The sheet.
pub(crate) fn paper(markup: &mut Markup, view: &View, state: &State, say: Say<'_>) {
    let scheme = &view.scheme;
    let conditions = scheme.conditions.iter().map(|one| &one.cite);
    let indicators = scheme.indicators.iter().map(|one| &one.cite);
    let cites = conditions.chain(indicators).chain([&scheme.line.cite]);
    let mut documents = Vec::new();
    for position in cites.filter_map(|cite| cite.document.position()) {
        if !documents.contains(&position) {
            documents.push(position);
        }
    }
    let paper = Paper { view, say, documents };
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
    let (view, say) = (paper.view, &paper.say);
    let (words, on) = (say.words, view.assessment.on);
    markup.element("header", "", |markup| {
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-kind", words.paper);
            markup.text_element("h2", "", &say.text(&view.scheme.name));
            markup.text_element("p", "", &dates(&view.scheme, say));
            markup.element("p", "paper-made", |markup| {
                markup.text_element("span", "", &fill(words.paper_day, &[&day(on, words)]));
                markup.text_element("span", "", &fill(words.paper_made, &[&state.device.site]));
                if let Some(code) = view.check_code() {
                    markup.text_element("span", "", &[words.digest, words.colon, &code].concat());
                }
            });
        });
        markup.optional(way_back(view, state), |markup, code| {
            markup.element("div", "paper-code", |markup| {
                qr::draw(markup, &code, "paper-code", words.picture_label);
            });
        });
    });
    markup.optional(warning(&view.scheme, on, say), |markup, warning| {
        markup.text_element("p", "paper-warning", &warning);
    });
}

/// The way back to these answers, with what the sheet says of them; none for a page that nobody else can open.
fn way_back(view: &View, state: &State) -> Option<QrCode> {
    let base = Some(&state.device.base).filter(|base| !base.is_empty())?;
    let on = view.assessment.on;
    let seal = view.digest().map(|digest| Seal { on, digest });
    let link = Link { seal, ..state.link()? };
    qr::code(&[base, "#", &link.write()].concat())
}

fn verdict(markup: &mut Markup, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let (total, mark) = (shown_total(view), mark(&view.scheme, say));
    markup.element("div", "paper-verdict", |markup| {
        markup.element("p", "paper-total", |markup| {
            markup.text_element("strong", "", &figure(total.low));
            markup.text(" ");
            markup.text(&beside(total, mark.as_ref(), say.words));
        });
        markup.element("div", "", |markup| {
            markup.text_element("p", "paper-headline", &headline(view, say));
            let line = &view.scheme.line;
            let mark = mark.map(|mark| [&mark.name, " ", &say.points(mark.points)].concat());
            let mark = mark.unwrap_or_else(|| say.text(&line.name).into_owned());
            let line = [&mark, " ", &paper.clause(&line.cite)].concat();
            markup.text_element("p", "", &line);
            markup.text_element("p", "paper-small", &beneath(view, say));
        });
    });
}

fn foot(markup: &mut Markup, paper: &Paper<'_>) {
    let words = paper.say.words;
    markup.element("footer", "", |markup| {
        if paper.view.scheme.fingerprint.is_some() {
            markup.text_element("p", "", words.digest_text);
        }
        markup.text_element("p", "", words.foot_about_text);
    });
}

impl Paper<'_> {
    /// The clause behind a rule: its document's number on the sheet, the article, and a mark where it is not well
    /// checked.
    fn clause(&self, cite: &Citation) -> String {
        let place = self.documents.iter().position(|one| cite.document.position() == Some(*one));
        let number = place.map_or(String::new(), |place| (place + 1).to_string());
        let article = cite.article.as_ref().map(|article| self.say.text(article));
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
