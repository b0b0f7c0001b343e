//! What stands under every rule that unfolds: its clause, its addresses, and what to send where it is wrong.

use jifen::link::Link;
use jifen::scheme::{Citation, Condition, FORMAT, Indicator, Notice, Text};

use crate::elements::data_url::percent_encoded;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Feedback, Fold};
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::widgets::citation::citation_of;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::permalink::permalink;
use crate::widgets::request::Request;

/// Where whoever runs the site wants to hear of mistakes: an address with `{report}` where the text goes, such as
/// `mailto:rules@example.org?body={report}`. Set when the page is built; without it there is only the text to copy.
const CONTACT: Option<&str> = option_env!("JIFEN_CONTACT");

/// A rule that has a clause.
pub(crate) struct Rule<'a> {
    pub(crate) id: &'a str,
    name: &'a Text,
    says: &'a Text,
    cap: Option<String>,
    pub(crate) cite: &'a Citation,
    /// Whether its readings are all used, as a range.
    leaves_open: bool,
}

impl<'a> From<&'a Condition> for Rule<'a> {
    fn from(condition: &'a Condition) -> Rule<'a> {
        let Condition { id, name, rule, cite, .. } = condition;
        let leaves_open = condition.needs.leaves_open();
        Rule { id, name, says: rule, cap: None, cite, leaves_open }
    }
}

impl<'a> From<&'a Indicator> for Rule<'a> {
    fn from(indicator: &'a Indicator) -> Rule<'a> {
        let Indicator { id, name, rule, cap, cite, .. } = indicator;
        let leaves_open = indicator.score.leaves_open();
        Rule { id, name, says: rule, cap: cap.map(figure), cite, leaves_open }
    }
}

impl<'a> From<&'a Notice> for Rule<'a> {
    fn from(notice: &'a Notice) -> Rule<'a> {
        let Notice { id, name, text, cite, .. } = notice;
        Rule { id, name, says: text, cap: None, cite, leaves_open: false }
    }
}

/// Writes it.
pub(super) fn foot<'a>(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    rule: impl Into<Rule<'a>>,
) {
    let (rule, phrases) = (rule.into(), &context.phrases);
    citation_of(markup, phrases, rule.cite, rule.leaves_open);
    let address = address(&rule, phrases);
    let up = context.state.device.path.up();
    write_html!(markup,
        div(class = "rule-links") {
            { permalink(markup, up, rule.id, phrases); }
            p(class = "permalink") {
                a(href = address, data-rule = rule.id) { (phrases.messages.rule_here) }
            }
        }
    );
    let fold = Fold::Correction(rule.id.to_owned());
    let name = |markup: &mut Markup| write_html!(markup, (phrases.messages.correction));
    details(markup, context, fold, name, |markup| correction(markup, context, &rule));
}

/// Returns the address that opens the page at a rule, unfolded. It carries no answer.
pub(crate) fn address(rule: &Rule<'_>, phrases: &Phrases<'_>) -> String {
    let link = Link {
        scheme: Some(phrases.scheme.id.clone()),
        edition: Some(phrases.scheme.edition.id.clone()),
        language: Some(phrases.language),
        rule: Some(rule.id.to_owned()),
        ..Link::default()
    };
    ["#", &link.write()].concat()
}

fn correction(markup: &mut Markup, context: &RenderContext<'_>, rule: &Rule<'_>) {
    let (phrases, messages) = (&context.phrases, context.phrases.messages);
    let text = report(rule, phrases);
    let copy = context.ui.request(Request::CopyText(text.clone()));
    let told = match context.state.sharing.feedback {
        Some(Feedback::TextCopied) => messages.text_copied,
        Some(Feedback::TextNotCopied) => messages.text_not_copied,
        _ => "",
    };
    let contact = CONTACT.map(|contact| contact.replace("{report}", &percent_encoded(&text)));
    write_html!(markup,
        p(class = "quiet") { (messages.correction_help) }
        pre(class = "report", data-report = rule.id, tabindex = "0") { (text) }
        div(class = "chips") {
            button(class = "chip-button", type = "button", data-copy-report = rule.id, onclick = copy) {
                (messages.copy_text)
            }
            if let Some(contact) = contact {
                a(class = "chip-button", href = contact, rel = "external noopener noreferrer") {
                    (messages.correction_send)
                }
            }
        }
        p(class = "told", role = "status") { (told) }
    );
}

/// Returns what to send where a rule is wrong: which rule it is, what the page says and why, in which build. Nothing of the
/// person is in it.
pub(crate) fn report(rule: &Rule<'_>, phrases: &Phrases<'_>) -> String {
    let (messages, scheme) = (phrases.messages, phrases.scheme);
    let named = |name: &Text, id: &str| {
        [&*phrases.text(name), &format(messages.in_brackets, &[id])].concat()
    };
    let line = |label: &str, words: &str| [label, messages.colon, words].concat();
    let document = rule.cite.document.position().and_then(|place| scheme.documents.get(place));
    let source = document.map(|document| {
        let title = phrases.text(&document.title).into_owned();
        let number = document.number.clone();
        let article = rule.cite.article.as_ref().map(|article| phrases.text(article).into_owned());
        let parts = [Some(title), number, article];
        parts.into_iter().flatten().collect::<Vec<_>>().join(messages.comma)
    });
    let version = match &scheme.fingerprint {
        Some([a, b, c, d, ..]) => format!("{FORMAT}-{a:02x}{b:02x}{c:02x}{d:02x}"),
        None => FORMAT.to_string(),
    };
    let mut lines = vec![
        messages.correction_title.to_owned(),
        line(messages.correction_scheme, &named(&scheme.name, &scheme.id)),
        line(messages.correction_edition, &named(&scheme.edition.name, &scheme.edition.id)),
        line(messages.correction_rule, &named(rule.name, rule.id)),
        line(messages.correction_says, &phrases.text(rule.says)),
    ];
    lines.extend(rule.cap.as_ref().map(|cap| format(messages.cap, &[cap])));
    lines.extend(source.map(|source| line(phrases.clause(rule.cite.grade), &source)));
    lines.push(line(messages.correction_grade, phrases.grade(rule.cite.grade)));
    lines.extend(phrases.sources(rule.cite.grade, &rule.cite.sources));
    lines.extend(rule.cite.note.as_ref().map(|note| phrases.text(note).into_owned()));
    let readings = phrases.readings(&rule.cite.readings, rule.leaves_open);
    lines.extend(readings.map(|(label, reading)| line(label, &reading)));
    let checked = day(scheme.edition.checked, messages);
    lines.push(format(messages.checked_on, &[&checked]));
    lines.push(line(messages.correction_version, &version));
    lines.push(line(messages.correction_wrong, ""));
    lines.join("\n")
}
