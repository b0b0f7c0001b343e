//! Parts that are the same for everyone: steps, channels, rounds, what a status means, and the rest.

use jifen::scheme::{
    Basis, Channel, Guide, Medium, MonthDay, Part, Passage, Round, Status, Window,
};

use crate::app::result::citation::named;
use crate::app::say::{Say, month_name};
use crate::app::sheet::Sheet;
use crate::app::words::fill;

/// What the guide says of a part, and what is not known of it.
pub(super) fn part(sheet: &mut Sheet, part: Part, guide: &Guide, say: &Say<'_>) {
    match part {
        Part::Channels => list(sheet, "ul", &guide.channels, |sheet, one| channel(sheet, one, say)),
        Part::Rounds => list(sheet, "ul", &guide.rounds, |sheet, one| round(sheet, one, say)),
        Part::Statuses => list(sheet, "ul", &guide.statuses, |sheet, one| status(sheet, one, say)),
        Part::Steps => list(sheet, "ol", &guide.steps, |sheet, one| passage(sheet, one, say)),
        Part::Processing => passages(sheet, &guide.processing, say),
        Part::Result => passages(sheet, &guide.result, say),
        Part::Validity => passages(sheet, &guide.validity, say),
        Part::Renewal => passages(sheet, &guide.renewal, say),
        Part::Appeal => passages(sheet, &guide.appeal, say),
        Part::Families | Part::Papers => {}
    }
    unknown(sheet, part, guide, say);
}

/// What could not be established of a part, said in its place.
pub(super) fn unknown(sheet: &mut Sheet, part: Part, guide: &Guide, say: &Say<'_>) {
    for unknown in guide.unknown.iter().filter(|unknown| unknown.part == part) {
        sheet.tag("p", "unestablished", |sheet| {
            sheet.line("b", "", say.words.guide_unknown);
            sheet.text(say.words.colon);
            sheet.text(&say.text(&unknown.why));
        });
    }
}

fn list<T>(
    sheet: &mut Sheet,
    name: &'static str,
    items: &[T],
    mut write: impl FnMut(&mut Sheet, &T),
) {
    if items.is_empty() {
        return;
    }
    sheet.tag(name, "passages", |sheet| {
        for item in items {
            sheet.tag("li", "", |sheet| write(sheet, item));
        }
    });
}

fn passages(sheet: &mut Sheet, passages: &[Passage], say: &Say<'_>) {
    list(sheet, "ul", passages, |sheet, one| passage(sheet, one, say));
}

fn passage(sheet: &mut Sheet, passage: &Passage, say: &Say<'_>) {
    sheet.line("b", "", &say.text(&passage.name));
    sheet.line("p", "", &say.text(&passage.text));
    basis(sheet, &passage.basis, say);
}

fn channel(sheet: &mut Sheet, channel: &Channel, say: &Say<'_>) {
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
    sheet.tag("p", "", |sheet| {
        sheet.line("span", "medium", medium);
        sheet.line("b", "", &say.text(&channel.name));
    });
    if let Some(url) = &channel.url {
        sheet.tag("p", "", |sheet| {
            sheet.tag("a", "address", |sheet| {
                sheet.set("href", url);
                sheet.fixed("target", "_blank");
                sheet.fixed("rel", "external noopener noreferrer");
                sheet.text(url);
            });
        });
    }
    if let Some(phone) = &channel.phone {
        sheet.tag("p", "", |sheet| {
            sheet.tag("a", "address", |sheet| {
                sheet.set("href", &["tel:", phone].concat());
                sheet.text(phone);
            });
        });
    }
    sheet.line("p", "", &say.text(&channel.text));
    basis(sheet, &channel.basis, say);
}

fn round(sheet: &mut Sheet, round: &Round, say: &Say<'_>) {
    sheet.line("b", "", &say.text(&round.name));
    sheet.line("p", "", &say.text(&round.text));
    if !round.windows.is_empty() {
        sheet.tag("table", "rounds", |sheet| {
            sheet.tag("tbody", "", |sheet| {
                for window in &round.windows {
                    sheet.tag("tr", "", |sheet| {
                        sheet.tag("th", "", |sheet| {
                            sheet.fixed("scope", "row");
                            match window.year {
                                Some(year) => sheet.text(&year.to_string()),
                                None => sheet.text(say.words.every_year),
                            }
                        });
                        sheet.line("td", "", &days(window, say));
                    });
                }
            });
        });
    }
    basis(sheet, &round.basis, say);
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

fn status(sheet: &mut Sheet, status: &Status, say: &Say<'_>) {
    sheet.line("b", "", &say.text(&status.name));
    sheet.line("p", "", &say.text(&status.text));
    sheet.tag("p", "", |sheet| {
        sheet.line("b", "", say.words.cure);
        sheet.text(say.words.colon);
        sheet.text(&say.text(&status.next));
    });
    basis(sheet, &status.basis, say);
}

/// How old a statement is and how well it was checked.
pub(crate) fn basis(sheet: &mut Sheet, basis: &Basis, say: &Say<'_>) {
    let words = say.words;
    let mut told = fill(words.basis, &[&basis.dated, say.grade(basis.grade)]);
    if let Some(note) = &basis.note {
        told = [&told, words.stop, words.space, &say.text(note)].concat();
    }
    sheet.line("p", "quiet", &told);
    if !basis.readings.is_empty() {
        sheet.tag("ul", "readings quiet", |sheet| {
            for (place, reading) in basis.readings.iter().enumerate() {
                let which = if place == 0 { words.reading_used } else { words.reading_other };
                named(sheet, say, which, &say.text(reading));
            }
        });
    }
}
