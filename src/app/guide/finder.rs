//! Why an application fails: by what the person sees, and by what their own answers say.

use jifen::examine::Finding;
use jifen::scheme::{Cause, Family, Guide, Part};

use super::parts::{basis, unknown};
use crate::app::ids::guide_id;
use crate::app::say::Say;
use crate::app::sheet::Sheet;
use crate::app::shown::{Shown, details};

/// The families by what they show; what the answers already say comes first.
pub(super) fn finder(sheet: &mut Sheet, guide: &Guide, shown: &Shown<'_>) {
    let words = shown.say.words;
    let nothing = Vec::new();
    let found = shown.view.examination.as_ref().map_or(&nothing, |one| &one.causes);
    let all = || guide.families.iter().zip(found);
    let applies = |(cause, finding): (&'_ Cause, &Option<Finding>)| {
        (*finding == Some(Finding::Applies)).then(|| shown.say.text(&cause.name).into_owned())
    };
    let surely: Vec<String> = all()
        .flat_map(|(family, findings)| family.causes.iter().zip(findings))
        .filter_map(applies)
        .collect();
    if !surely.is_empty() {
        sheet.tag("p", "found", |sheet| {
            sheet.fixed("id", "found");
            sheet.line("b", "", words.finder_found);
            sheet.text(words.colon);
            sheet.text(&surely.join(words.separator));
        });
    }
    sheet.line("p", "", words.finder_ask);
    sheet.tag("ul", "items", |sheet| {
        for (family, findings) in all() {
            sheet.tag("li", "item", |sheet| {
                sheet.set("data-family", &family.id);
                details(
                    sheet,
                    shown,
                    guide_id(&family.id),
                    |sheet| sheet.line("span", "name", &shown.say.text(&family.shows)),
                    |sheet| {
                        sheet.line("b", "", &shown.say.text(&family.name));
                        causes(sheet, family, findings, &shown.say);
                        basis(sheet, &family.basis, &shown.say);
                    },
                );
            });
        }
    });
    unknown(sheet, Part::Families, guide, &shown.say);
}

/// The families for everyone.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn document(sheet: &mut Sheet, guide: &Guide, say: &Say<'_>) {
    for family in &guide.families {
        sheet.line("h4", "", &say.text(&family.name));
        sheet.line("p", "", &say.text(&family.shows));
        causes(sheet, family, &[], say);
        basis(sheet, &family.basis, say);
    }
    unknown(sheet, Part::Families, guide, say);
}

fn causes(sheet: &mut Sheet, family: &Family, findings: &[Option<Finding>], say: &Say<'_>) {
    let words = say.words;
    sheet.tag("ul", "passages", |sheet| {
        for (position, cause) in family.causes.iter().enumerate() {
            let (class, told) = match findings.get(position).copied().flatten() {
                Some(Finding::Applies) => ("unmet", words.finding_applies),
                Some(Finding::RuledOut) => ("met", words.finding_ruled_out),
                Some(Finding::Open) => ("unknown", words.finding_open),
                None => ("", ""),
            };
            sheet.tag("li", class, |sheet| {
                sheet.set("data-cause", &cause.id);
                sheet.line("b", "", &say.text(&cause.name));
                if !told.is_empty() {
                    sheet.line("span", "word", told);
                }
                sheet.line("p", "", &say.text(&cause.cure));
            });
        }
    });
}
