//! Parts that are the same for everyone: steps, channels, rounds, what a status means, and the rest.

use jifen::scheme::{
    Basis, Channel, Guide, Medium, MonthDay, Part, Passage, Round, Status, Window,
};

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, month_name};
use crate::widgets::citation::named;

/// What the guide says of a part, and what is not known of it.
pub(super) fn part(markup: &mut Markup, part: Part, guide: &Guide, say: &Say<'_>) {
    match part {
        Part::Channels => {
            list(markup, "ul", &guide.channels, |markup, one| channel(markup, one, say))
        }
        Part::Rounds => list(markup, "ul", &guide.rounds, |markup, one| round(markup, one, say)),
        Part::Statuses => {
            list(markup, "ul", &guide.statuses, |markup, one| status(markup, one, say))
        }
        Part::Steps => list(markup, "ol", &guide.steps, |markup, one| passage(markup, one, say)),
        Part::Processing => passages(markup, &guide.processing, say),
        Part::Result => passages(markup, &guide.result, say),
        Part::Validity => passages(markup, &guide.validity, say),
        Part::Renewal => passages(markup, &guide.renewal, say),
        Part::Appeal => passages(markup, &guide.appeal, say),
        Part::Families | Part::Papers => {}
    }
    unknown(markup, part, guide, say);
}

/// What could not be established of a part, said in its place.
pub(super) fn unknown(markup: &mut Markup, part: Part, guide: &Guide, say: &Say<'_>) {
    for unknown in guide.unknown.iter().filter(|unknown| unknown.part == part) {
        markup.element("p", "unestablished", |markup| {
            markup.text_element("b", "", say.words.guide_unknown);
            markup.text(say.words.colon);
            markup.text(&say.text(&unknown.why));
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

fn passages(markup: &mut Markup, passages: &[Passage], say: &Say<'_>) {
    list(markup, "ul", passages, |markup, one| passage(markup, one, say));
}

fn passage(markup: &mut Markup, passage: &Passage, say: &Say<'_>) {
    markup.text_element("b", "", &say.text(&passage.name));
    markup.text_element("p", "", &say.text(&passage.text));
    basis(markup, &passage.basis, say);
}

fn channel(markup: &mut Markup, channel: &Channel, say: &Say<'_>) {
    let words = say.words;
    let medium = match channel.medium {
        Medium::Online => words.medium_online,
        Medium::App => words.medium_app,
        Medium::Wechat => words.medium_wechat,
        Medium::Counter => words.medium_counter,
        Medium::Machine => words.medium_machine,
        Medium::Phone => words.medium_phone,
        Medium::Employer => words.medium_employer,
    };
    markup.element("p", "", |markup| {
        markup.text_element("span", "medium", medium);
        markup.text_element("b", "", &say.text(&channel.name));
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
    markup.text_element("p", "", &say.text(&channel.text));
    basis(markup, &channel.basis, say);
}

fn round(markup: &mut Markup, round: &Round, say: &Say<'_>) {
    markup.text_element("b", "", &say.text(&round.name));
    markup.text_element("p", "", &say.text(&round.text));
    if !round.windows.is_empty() {
        markup.element("table", "rounds", |markup| {
            markup.element("tbody", "", |markup| {
                for window in &round.windows {
                    markup.element("tr", "", |markup| {
                        markup.element("th", "", |markup| {
                            markup.static_attr("scope", "row");
                            match window.year {
                                Some(year) => markup.text(&year.to_string()),
                                None => markup.text(say.words.every_year),
                            }
                        });
                        markup.text_element("td", "", &days(window, say));
                    });
                }
            });
        });
    }
    basis(markup, &round.basis, say);
}

fn days(window: &Window, say: &Say<'_>) -> String {
    let day = |one: MonthDay| {
        fill(say.words.month_day, &[month_name(one.month, say.words), &one.day.to_string()])
    };
    match (window.from.map(day), window.to.map(day)) {
        (Some(from), Some(to)) => fill(say.words.between, &[&from, &to]),
        (Some(from), None) => fill(say.words.from_on, &[&from]),
        (None, Some(to)) => fill(say.words.until, &[&to]),
        (None, None) => String::new(),
    }
}

fn status(markup: &mut Markup, status: &Status, say: &Say<'_>) {
    markup.text_element("b", "", &say.text(&status.name));
    markup.text_element("p", "", &say.text(&status.text));
    markup.element("p", "", |markup| {
        markup.text_element("b", "", say.words.cure);
        markup.text(say.words.colon);
        markup.text(&say.text(&status.next));
    });
    basis(markup, &status.basis, say);
}

/// How old a statement is and how well it was checked.
pub(crate) fn basis(markup: &mut Markup, basis: &Basis, say: &Say<'_>) {
    let words = say.words;
    let mut told = fill(words.basis, &[&basis.dated, say.grade(basis.grade)]);
    if let Some(note) = &basis.note {
        told = [&told, words.stop, words.space, &say.text(note)].concat();
    }
    markup.text_element("p", "quiet", &told);
    if !basis.readings.is_empty() {
        markup.element("ul", "readings quiet", |markup| {
            for (place, reading) in basis.readings.iter().enumerate() {
                let which = if place == 0 { words.reading_used } else { words.reading_other };
                named(markup, say, which, &say.text(reading));
            }
        });
    }
}
