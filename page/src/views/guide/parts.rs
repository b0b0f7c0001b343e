//! Parts that are the same for everyone: steps, channels, rounds, what a status means, and the rest.

use jifen::scheme::{
    Basis, Channel, Guide, GuidePart, Medium, MonthDay, Passage, Round, Status, Window,
};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, month_name};
use crate::widgets::citation::named;

/// What the guide says of a part, and what is not known of it.
pub(super) fn part(markup: &mut Markup, part: GuidePart, guide: &Guide, phrases: &Phrases<'_>) {
    match part {
        GuidePart::Channels => {
            list(markup, "ul", &guide.channels, |markup, one| channel(markup, one, phrases))
        }
        GuidePart::Rounds => {
            list(markup, "ul", &guide.rounds, |markup, one| round(markup, one, phrases))
        }
        GuidePart::Statuses => {
            list(markup, "ul", &guide.statuses, |markup, one| status(markup, one, phrases))
        }
        GuidePart::Steps => {
            list(markup, "ol", &guide.steps, |markup, one| passage(markup, one, phrases))
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

/// What could not be established of a part, said in its place.
pub(super) fn unknown(markup: &mut Markup, part: GuidePart, guide: &Guide, phrases: &Phrases<'_>) {
    for unknown in guide.unknown.iter().filter(|unknown| unknown.part == part) {
        markup.element("p", "unestablished", |markup| {
            markup.text_element("b", "", phrases.messages.guide_unknown);
            markup.text(phrases.messages.colon);
            markup.text(&phrases.text(&unknown.why));
        });
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
            markup.element("li", "", |markup| write(markup, item));
        }
    });
}

fn passages(markup: &mut Markup, passages: &[Passage], phrases: &Phrases<'_>) {
    list(markup, "ul", passages, |markup, one| passage(markup, one, phrases));
}

fn passage(markup: &mut Markup, passage: &Passage, phrases: &Phrases<'_>) {
    markup.text_element("b", "", &phrases.text(&passage.name));
    markup.text_element("p", "", &phrases.text(&passage.text));
    basis(markup, &passage.basis, phrases);
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
    markup.element("p", "", |markup| {
        markup.text_element("span", "medium", medium);
        markup.text_element("b", "", &phrases.text(&channel.name));
    });
    if let Some(url) = &channel.url {
        markup.element("p", "", |markup| {
            markup.element("a", "address", |markup| {
                markup.attr("href", url);
                markup.static_attr("target", "_blank");
                markup.static_attr("rel", "external noopener noreferrer");
                markup.text(url);
            });
        });
    }
    if let Some(phone) = &channel.phone {
        markup.element("p", "", |markup| {
            markup.element("a", "address", |markup| {
                markup.attr("href", &["tel:", phone].concat());
                markup.text(phone);
            });
        });
    }
    markup.text_element("p", "", &phrases.text(&channel.text));
    basis(markup, &channel.basis, phrases);
}

fn round(markup: &mut Markup, round: &Round, phrases: &Phrases<'_>) {
    markup.text_element("b", "", &phrases.text(&round.name));
    markup.text_element("p", "", &phrases.text(&round.text));
    if !round.windows.is_empty() {
        markup.element("table", "rounds", |markup| {
            markup.element("tbody", "", |markup| {
                for window in &round.windows {
                    markup.element("tr", "", |markup| {
                        markup.element("th", "", |markup| {
                            markup.static_attr("scope", "row");
                            match window.year {
                                Some(year) => markup.text(&year.to_string()),
                                None => markup.text(phrases.messages.every_year),
                            }
                        });
                        markup.text_element("td", "", &days(window, phrases));
                    });
                }
            });
        });
    }
    basis(markup, &round.basis, phrases);
}

fn days(window: &Window, phrases: &Phrases<'_>) -> String {
    let day = |one: MonthDay| {
        format(
            phrases.messages.month_day,
            &[month_name(one.month, phrases.messages), &one.day.to_string()],
        )
    };
    match (window.from.map(day), window.to.map(day)) {
        (Some(from), Some(to)) => format(phrases.messages.between, &[&from, &to]),
        (Some(from), None) => format(phrases.messages.from_on, &[&from]),
        (None, Some(to)) => format(phrases.messages.until, &[&to]),
        (None, None) => String::new(),
    }
}

fn status(markup: &mut Markup, status: &Status, phrases: &Phrases<'_>) {
    markup.text_element("b", "", &phrases.text(&status.name));
    markup.text_element("p", "", &phrases.text(&status.text));
    markup.element("p", "", |markup| {
        markup.text_element("b", "", phrases.messages.cure);
        markup.text(phrases.messages.colon);
        markup.text(&phrases.text(&status.next));
    });
    basis(markup, &status.basis, phrases);
}

/// How old a statement is and how well it was checked.
pub(crate) fn basis(markup: &mut Markup, basis: &Basis, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let mut told = format(messages.basis, &[&basis.dated, phrases.grade(basis.grade)]);
    if let Some(note) = &basis.note {
        told = [&told, messages.stop, messages.space, &phrases.text(note)].concat();
    }
    markup.text_element("p", "quiet", &told);
    if !basis.readings.is_empty() {
        markup.element("ul", "readings quiet", |markup| {
            for (place, reading) in basis.readings.iter().enumerate() {
                let which = if place == 0 { messages.reading_used } else { messages.reading_other };
                named(markup, phrases, which, &phrases.text(reading));
            }
        });
    }
}
