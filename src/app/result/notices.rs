//! What no formula decides: things to know and to check, and what is not included.

use super::citation::{citation, named};
use super::part;
use crate::app::ids::notice_id;
use crate::app::say::Say;
use crate::app::sheet::Sheet;
use crate::app::shown::{Shown, details};

pub(super) fn notices(sheet: &mut Sheet, shown: &Shown<'_>) {
    let (view, say) = (shown.view, &shown.say);
    let list = view.assessment.notices.iter().filter_map(|one| view.scheme.notices.get(*one));
    part(sheet, "notices", say.words.notices, |sheet| {
        sheet.tag("ul", "items", |sheet| {
            for notice in list {
                sheet.tag("li", "item", |sheet| {
                    sheet.key(&notice.id);
                    sheet.set("data-notice", &notice.id);
                    details(
                        sheet,
                        shown,
                        notice_id(&notice.id),
                        |sheet| sheet.line("span", "name", &say.text(&notice.name)),
                        |sheet| {
                            sheet.line("p", "", &say.text(&notice.text));
                            citation(sheet, say, &notice.cite);
                        },
                    );
                });
            }
        });
    });
}

/// What the edition leaves out of the official table, and why.
pub(crate) fn left_out(sheet: &mut Sheet, say: &Say<'_>) {
    let list = &say.scheme.left_out;
    sheet.when(!list.is_empty(), |sheet| {
        part(sheet, "left-out", say.words.left_out, |sheet| {
            sheet.tag("ul", "plain", |sheet| {
                for one in list {
                    named(sheet, say, &say.text(&one.name), &say.text(&one.why));
                }
            });
        });
    });
}
