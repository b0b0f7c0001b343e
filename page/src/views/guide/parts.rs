//! Parts that are the same for everyone: steps, channels, rounds, what a status means, and the rest.

use jifen::scheme::{Channel, Guide, GuidePart, Medium, MonthDay, Passage, Round, Status, Window};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::months::month_name;
use crate::text::phrases::Phrases;
use crate::widgets::citation::basis;
use crate::widgets::labelled::labelled;
use crate::widgets::table::row_head;

/// Writes what the guide says of a part, and what is not known of it; families and materials are drawn elsewhere.
pub(crate) fn part(markup: &mut Markup, part: GuidePart, guide: &Guide, phrases: &Phrases<'_>) {
    match part {
        GuidePart::Channels => {
            list(markup, "ul", &guide.channels, |markup, item| channel(markup, item, phrases))
        }
        GuidePart::Rounds => {
            list(markup, "ul", &guide.rounds, |markup, item| round(markup, item, phrases))
        }
        GuidePart::Statuses => {
            list(markup, "ul", &guide.statuses, |markup, item| status(markup, item, phrases))
        }
        GuidePart::Steps => {
            list(markup, "ol", &guide.steps, |markup, item| passage(markup, item, phrases))
        }
        GuidePart::Processing => passages(markup, &guide.processing, phrases),
        GuidePart::Result => passages(markup, &guide.result, phrases),
        GuidePart::Validity => passages(markup, &guide.validity, phrases),
        GuidePart::Renewal => passages(markup, &guide.renewal, phrases),
        GuidePart::Appeal => passages(markup, &guide.appeal, phrases),
        GuidePart::Families | GuidePart::Materials => {}
    }
    unknown(markup, part, guide, phrases);
}

/// Writes what could not be established of a part, in its place.
pub(crate) fn unknown(markup: &mut Markup, part: GuidePart, guide: &Guide, phrases: &Phrases<'_>) {
    for unknown in guide.unknown.iter().filter(|unknown| unknown.part == part) {
        let why = [phrases.messages.guide_unknown, &phrases.text(&unknown.why)];
        labelled(markup, "p", "unestablished", phrases.messages, why);
    }
}

fn list<T>(
    markup: &mut Markup,
    name: &'static str,
    items: &[T],
    mut write: impl FnMut(&mut Markup, &T),
) {
    if items.is_empty() {
        return;
    }
    markup.element(name, "passages", |markup| {
        for item in items {
            write_html!(markup, li { { write(markup, item); } });
        }
    });
}

fn passages(markup: &mut Markup, passages: &[Passage], phrases: &Phrases<'_>) {
    list(markup, "ul", passages, |markup, item| passage(markup, item, phrases));
}

fn passage(markup: &mut Markup, passage: &Passage, phrases: &Phrases<'_>) {
    write_html!(markup,
        b { (phrases.text(&passage.name)) }
        p { (phrases.text(&passage.text)) }
        { basis(markup, phrases, &passage.basis); }
    );
}

fn channel(markup: &mut Markup, channel: &Channel, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let medium = match channel.medium {
        Medium::Online => messages.medium_online,
        Medium::App => messages.medium_app,
        Medium::Wechat => messages.medium_wechat,
        Medium::Counter => messages.medium_counter,
        Medium::Machine => messages.medium_machine,
        Medium::Phone => messages.medium_phone,
        Medium::Employer => messages.medium_employer,
    };
    write_html!(markup,
        p {
            span(class = "medium") { (medium) }
            b { (phrases.text(&channel.name)) }
        }
        if let Some(url) = &channel.url {
            p {
                a(class = "address", href = url, target = "_blank", rel = "external noopener noreferrer") {
                    (url)
                }
            }
        }
        if let Some(phone) = &channel.phone {
            p { a(class = "address", href = ["tel:", phone].concat()) { (phone) } }
        }
        p { (phrases.text(&channel.text)) }
        { basis(markup, phrases, &channel.basis); }
    );
}

fn round(markup: &mut Markup, round: &Round, phrases: &Phrases<'_>) {
    write_html!(markup,
        b { (phrases.text(&round.name)) }
        p { (phrases.text(&round.text)) }
        if !round.windows.is_empty() {
            table(class = "rounds") {
                tbody {
                    for window in &round.windows {
                        let year = window.year.map(|year| year.to_string());
                        tr {
                            { row_head(markup, year.as_deref().unwrap_or(phrases.messages.every_year)); }
                            td { (days(window, phrases)) }
                        }
                    }
                }
            }
        }
        { basis(markup, phrases, &round.basis); }
    );
}

fn days(window: &Window, phrases: &Phrases<'_>) -> String {
    let day = |day: MonthDay| {
        let month = month_name(day.month, phrases.messages);
        format(phrases.messages.month_day, &[month, &day.day.to_string()])
    };
    match (window.from.map(day), window.to.map(day)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format(phrases.messages.document_until, &[&from, &to]),
        (Some(from), None) => format(phrases.messages.from_on, &[&from]),
        (None, Some(to)) => format(phrases.messages.until, &[&to]),
        (None, None) => String::new(),
    }
}

pub(super) fn status(markup: &mut Markup, status: &Status, phrases: &Phrases<'_>) {
    let next = phrases.text(&status.next);
    write_html!(markup,
        b { (phrases.text(&status.name)) }
        p { (phrases.text(&status.text)) }
        { labelled(markup, "p", "", phrases.messages, [phrases.messages.cure, &next]); }
        { basis(markup, phrases, &status.basis); }
    );
}
