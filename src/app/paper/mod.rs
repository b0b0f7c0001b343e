//! One sheet to hand over at the counter: who made it and when, the result, what it rests on, what is uncertain, and
//! what comes next. It is only made to be printed; style/print.css sets it, and hides the page beside it.

mod next;
mod points;
mod told;

use jifen::link::{Link, Seal};
use jifen::scheme::{Citation, Grade};
use qrcodegen::QrCode;

use super::edition::{dates, warning};
use super::qr;
use super::result::{beneath, beside, headline, mark, shown_total};
use super::say::{Say, day, figure};
use super::sheet::Sheet;
use super::state::State;
use super::view::View;
use super::words::fill;

/// What the parts of the sheet are handed.
struct Paper<'a> {
    view: &'a View,
    say: Say<'a>,
    /// Positions of the documents that the sheet cites, in the order of their numbers on it.
    documents: Vec<usize>,
}

/// The sheet.
pub(crate) fn paper(sheet: &mut Sheet, view: &View, state: &State, say: Say<'_>) {
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
    sheet.tag("section", "paper", |sheet| {
        sheet.fixed("id", "paper");
        head(sheet, &paper, state);
        verdict(sheet, &paper);
        points::conditions(sheet, &paper);
        points::points(sheet, &paper);
        told::answers(sheet, &paper);
        told::uncertain(sheet, &paper);
        next::next(sheet, &paper);
        foot(sheet, &paper);
    });
}

fn head(sheet: &mut Sheet, paper: &Paper<'_>, state: &State) {
    let (view, say) = (paper.view, &paper.say);
    let (words, on) = (say.words, view.assessment.on);
    sheet.tag("header", "", |sheet| {
        sheet.tag("div", "", |sheet| {
            sheet.line("p", "paper-kind", words.paper);
            sheet.line("h2", "", &say.text(&view.scheme.name));
            sheet.line("p", "", &dates(&view.scheme, say));
            sheet.tag("p", "paper-made", |sheet| {
                sheet.line("span", "", &fill(words.paper_day, &[&day(on, words)]));
                sheet.line("span", "", &fill(words.paper_made, &[&state.device.site]));
                if let Some(code) = view.check_code() {
                    sheet.line("span", "", &[words.digest, words.colon, &code].concat());
                }
            });
        });
        sheet.with(way_back(view, state), |sheet, code| {
            sheet.tag("div", "paper-code", |sheet| {
                qr::draw(sheet, &code, "paper-code", words.picture_label);
            });
        });
    });
    sheet.with(warning(&view.scheme, on, say), |sheet, warning| {
        sheet.line("p", "paper-warning", &warning);
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

fn verdict(sheet: &mut Sheet, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let (total, mark) = (shown_total(view), mark(&view.scheme, say));
    sheet.tag("div", "paper-verdict", |sheet| {
        sheet.tag("p", "paper-total", |sheet| {
            sheet.line("strong", "", &figure(total.low));
            sheet.text(" ");
            sheet.text(&beside(total, mark.as_ref(), say.words));
        });
        sheet.tag("div", "", |sheet| {
            sheet.line("p", "paper-headline", &headline(view, say));
            let line = &view.scheme.line;
            let mark = mark.map(|mark| [&mark.name, " ", &say.points(mark.points)].concat());
            let mark = mark.unwrap_or_else(|| say.text(&line.name).into_owned());
            let line = [&mark, " ", &paper.clause(&line.cite)].concat();
            sheet.line("p", "", &line);
            sheet.line("p", "paper-small", &beneath(view, say));
        });
    });
}

fn foot(sheet: &mut Sheet, paper: &Paper<'_>) {
    let words = paper.say.words;
    sheet.tag("footer", "", |sheet| {
        if paper.view.scheme.fingerprint.is_some() {
            sheet.line("p", "", words.digest_text);
        }
        sheet.line("p", "", words.foot_about_text);
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
