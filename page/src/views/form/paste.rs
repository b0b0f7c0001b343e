//! Records that a person pastes or opens: what was read is shown, and used once it is confirmed.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::records::{Coverage, Kind, Subject, UnreadReason};
use jifen::scheme::{Language, Question, Scheme};
use jiff::civil::Date;
use wasm_bindgen_futures::spawn_local;
use yew::{Event, Html, Properties, UseStateHandle, component, html, use_state};

use crate::device::later::Arrived;
use crate::device::{event, file};
use crate::elements::ids::question_id;
use crate::elements::markup::{EventHandler, Markup, render};
use crate::elements::write_html;
use crate::state::pasting::Pasted;
use crate::state::{Action, Fold};
use crate::text::history::HistoryPhrases;
use crate::text::messages::{HistoryMessages, format};
use crate::text::phrases::Phrases;
use crate::widgets::chip::chip;
use crate::widgets::ui::Ui;

/// How many lines that could not be read are shown one by one.
const SHOWN: usize = 8;

/// What the place to paste into is handed.
#[derive(Clone, Properties)]
pub(super) struct PasteProps {
    pub(super) scheme: Rc<Scheme>,
    /// The position of the history's question.
    pub(super) position: usize,
    pub(super) on: Date,
    pub(super) ui: Ui,
}

impl PartialEq for PasteProps {
    fn eq(&self, other: &PasteProps) -> bool {
        Rc::ptr_eq(&self.scheme, &other.scheme)
            && self.position == other.position
            && self.on == other.on
            && self.ui == other.ui
    }
}

impl PasteProps {
    fn question(&self) -> &Question {
        &self.scheme.questions[self.position]
    }
}

/// What stands there.
#[derive(Clone, Default)]
struct Pasting {
    text: String,
    pasted: Option<Rc<Pasted>>,
    goes_on: bool,
    /// Whether a file could not be opened.
    failed: bool,
}

/// Writes the place to paste records into.
#[inline(never)]
pub(super) fn later(markup: &mut Markup, props: PasteProps, _: Arrived) {
    markup.child(html! { <Paste ..props /> });
}

#[component]
fn Paste(props: &PasteProps) -> Html {
    let pasting = use_state(Pasting::default);
    let place = Place { props: props.clone(), pasting };
    render(|markup| write(markup, &place))
}

#[derive(Clone)]
struct Place {
    props: PasteProps,
    pasting: UseStateHandle<Pasting>,
}

/// What happens there.
enum PasteEvent {
    Text,
    Read,
    Open,
    GoesOn,
    Use,
}

struct PasteHandler {
    place: Place,
    kind: PasteEvent,
}

impl EventHandler for PasteHandler {
    fn handle(&self, event: Event) {
        let Place { props, pasting } = &self.place;
        match self.kind {
            PasteEvent::Text => {
                pasting.set(Pasting { text: event::value(&event), ..Pasting::default() });
            }
            PasteEvent::Read => self.place.read(pasting.text.clone()),
            PasteEvent::Open => {
                let Some(chosen) = event::file(&event) else { return };
                let place = self.place.clone();
                spawn_local(async move {
                    match file::read(chosen).await {
                        Ok(text) => place.read(text),
                        Err(_) => {
                            let pasting = Pasting { failed: true, ..Pasting::default() };
                            place.pasting.set(pasting);
                        }
                    }
                });
            }
            PasteEvent::GoesOn => {
                pasting.set(Pasting { goes_on: !pasting.goes_on, ..(**pasting).clone() });
            }
            PasteEvent::Use => {
                let Some(pasted) = &pasting.pasted else { return };
                let value = Value::periods(pasted.used(pasting.goes_on));
                let id = props.question().id.clone();
                props.ui.dispatch(Action::UseRecords { question: props.position, value });
                props.ui.dispatch(Action::Unfold { fold: Fold::Paste(id), open: false });
            }
        }
    }
}

impl Place {
    fn callback(&self, kind: PasteEvent) -> PasteHandler {
        PasteHandler { place: self.clone(), kind }
    }

    fn read(&self, text: String) {
        let city = self.props.scheme.city.name.read(Language::Zh);
        let pasted = Pasted::of(&text, city, &self.props.question().kind, self.props.on);
        let goes_on = pasted.goes_on;
        self.pasting.set(Pasting { text, pasted: Some(pasted.into()), goes_on, failed: false });
    }
}

fn write(markup: &mut Markup, place: &Place) {
    let Place { props, pasting } = place;
    let phrases = Phrases::new(&props.scheme, props.ui.language);
    let words = HistoryPhrases::new(&phrases);
    let messages = words.messages;
    let id = [&question_id(&props.question().id), "-paste"].concat();
    let help = [&id, "-help"].concat();
    write_html!(markup,
        div(class = "paste") {
            p(class = "quiet", id = &help) { (messages.paste_help) }
            label(class = "pasted") {
                span { (messages.paste_label) }
                textarea(
                    id = &id, rows = "6", spellcheck = "false", autocomplete = "off", aria-describedby = &help,
                    value = &pasting.text, oninput = place.callback(PasteEvent::Text)
                );
            }
            div(class = "chips") {
                button(class = "chip-button", type = "button", data-read = "records", onclick = place.callback(PasteEvent::Read)) {
                    (messages.paste_read)
                }
                { chip(markup, "file", messages.paste_open, false, place.callback(PasteEvent::Open), |markup| {
                    markup.static_attr("accept", ".csv,.txt,.tsv,text/plain,text/csv");
                }); }
            }
            div(role = "status") {
                if pasting.failed {
                    p(class = "fault") { (messages.paste_file_fault) }
                }
                if let Some(pasted) = &pasting.pasted {
                    { read(markup, place, pasted, &words); }
                }
            }
        }
    );
}

/// Writes what was read, for the person to confirm.
fn read(markup: &mut Markup, place: &Place, pasted: &Pasted, words: &HistoryPhrases<'_>) {
    let question = place.props.question();
    let messages = words.messages;
    let periods = pasted.used(place.pasting.goes_on);
    let count = [periods.len().to_string(), pasted.months.to_string()];
    let nothing = match pasted.reading.subject {
        Subject::IncomeTax => messages.paste_tax,
        _ => messages.paste_none,
    };
    let no_base = takes_base(question) && periods.iter().any(|period| period.base.is_none());
    let guessed = pasted.reading.rows.iter().any(|row| row.guessed && row.base.is_some());
    write_html!(markup,
        if periods.is_empty() {
            p(class = "fault") { (nothing) }
        } else {
            p { b { (format(messages.paste_found, &[&count[0], &count[1]])) } }
            ol(class = "read") {
                for period in &periods {
                    li { (words.period(question, period)) }
                }
            }
            if let Some(total) = pasted.reading.totals.last() {
                p { (told_total(total.months, pasted.months, messages)) }
            }
            if no_base {
                p { (messages.paste_no_base) }
            }
            if guessed {
                p { (messages.paste_guessed) }
            }
        }
        { rest(markup, pasted, words); }
        if !periods.is_empty() {
            if pasted.too_many {
                p(class = "fault") { (format(messages.paste_too_many, &[&most(question).to_string()])) }
            } else {
                div(class = "chips") {
                    { chip(markup, "checkbox", messages.paste_goes_on, place.pasting.goes_on, place.callback(PasteEvent::GoesOn), |_| {}); }
                    button(class = "chip-button", type = "button", data-use = "records", onclick = place.callback(PasteEvent::Use)) {
                        (messages.paste_use)
                    }
                }
            }
        }
    );
}

fn told_total(stated: u32, found: usize, messages: &HistoryMessages) -> String {
    let (stated, found) = (stated.to_string(), found.to_string());
    match stated == found {
        true => format(messages.paste_total_holds, &[&stated]),
        false => format(messages.paste_total, &[&stated, &found]),
    }
}

/// Writes what of the records is not used, and what could not be read.
fn rest(markup: &mut Markup, pasted: &Pasted, words: &HistoryPhrases<'_>) {
    let messages = words.messages;
    let unread = &pasted.reading.unread;
    let left_out: Vec<String> = pasted
        .left_out
        .iter()
        .take(SHOWN)
        .map(|(span, kind, coverage)| {
            let why = left_out(*kind, *coverage, messages);
            [&words.span(*span), " (", why, ")"].concat()
        })
        .collect();
    let more = |count: usize| {
        (count > SHOWN).then(|| format(messages.paste_more, &[&(count - SHOWN).to_string()]))
    };
    write_html!(markup,
        if !left_out.is_empty() {
            p {
                (format(messages.paste_left_out, &[&left_out.join(words.phrases.messages.comma)]))
                if let Some(more) = more(pasted.left_out.len()) { (more) }
            }
        }
        if !pasted.not_all.is_empty() {
            p { (format(messages.paste_not_all, &[&words.spans(&pasted.not_all)])) }
        }
        if !unread.is_empty() {
            p { (format(messages.paste_unread, &[&unread.len().to_string()])) }
            ul(class = "unread") {
                for line in unread.iter().take(SHOWN) {
                    li {
                        (format(messages.paste_line, &[&line.line.to_string(), reason(line.reason, messages)]))
                        (" ")
                        code { (&line.shown) }
                    }
                }
                if let Some(more) = more(unread.len()) { li { (more) } }
            }
        }
        if let Some(line) = pasted.reading.stopped {
            p(class = "fault") { (format(messages.paste_long, &[&line.to_string()])) }
        }
    );
}

fn left_out(kind: Kind, coverage: Coverage, messages: &HistoryMessages) -> &'static str {
    match (kind, coverage) {
        (Kind::NotPaid, _) => messages.not_paid,
        (Kind::Deferred, _) => messages.deferred,
        (Kind::LumpSum, _) => messages.lump_sum,
        (Kind::Refunded, _) => messages.refunded,
        (Kind::TransferredIn, _) => messages.transferred,
        (Kind::TopUp, _) => messages.top_up,
        _ => messages.partly,
    }
}

fn reason(reason: UnreadReason, messages: &HistoryMessages) -> &'static str {
    match reason {
        UnreadReason::NoMonth => messages.no_month,
        UnreadReason::NoSuchMonth => messages.no_such_month,
        UnreadReason::Backwards => messages.backwards,
        UnreadReason::UnknownKind => messages.unknown_kind,
        UnreadReason::Unclear => messages.unclear,
        UnreadReason::NoEnd => messages.no_end,
        UnreadReason::OnlyYear => messages.only_year,
        UnreadReason::IncomeTax => messages.tax_line,
        UnreadReason::Elsewhere => messages.elsewhere_line,
        UnreadReason::TooWide => messages.too_wide,
    }
}

fn takes_base(question: &Question) -> bool {
    matches!(question.kind, jifen::scheme::AnswerKind::Periods { base: true, .. })
}

fn most(question: &Question) -> u8 {
    match question.kind {
        jifen::scheme::AnswerKind::Periods { most, .. } => most,
        _ => 0,
    }
}
