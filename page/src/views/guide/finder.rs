//! Why an application fails: by what the person sees, and by what their own answers say.

use jifen::examine::Finding;
use jifen::scheme::{Cause, Family, Guide, Part};

use crate::elements::ids::guide_id;
use crate::elements::markup::Markup;
use crate::text::phrases::Say;
use crate::views::guide::parts::{basis, unknown};
use crate::widgets::details::{Shown, details};

/// The families by what they show; what the answers already say comes first.
pub(super) fn finder(markup: &mut Markup, guide: &Guide, shown: &Shown<'_>) {
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
        markup.element("p", "found", |markup| {
            markup.static_attr("id", "found");
            markup.text_element("b", "", words.finder_found);
            markup.text(words.colon);
            markup.text(&surely.join(words.separator));
        });
    }
    markup.text_element("p", "", words.finder_ask);
    markup.element("ul", "items", |markup| {
        for (family, findings) in all() {
            markup.element("li", "item", |markup| {
                markup.attr("data-family", &family.id);
                details(
                    markup,
                    shown,
                    guide_id(&family.id),
                    |markup| markup.text_element("span", "name", &shown.say.text(&family.shows)),
                    |markup| {
                        markup.text_element("b", "", &shown.say.text(&family.name));
                        causes(markup, family, findings, &shown.say);
                        basis(markup, &family.basis, &shown.say);
                    },
                );
            });
        }
    });
    unknown(markup, Part::Families, guide, &shown.say);
}

/// The families for everyone.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn document(markup: &mut Markup, guide: &Guide, say: &Say<'_>) {
    for family in &guide.families {
        markup.text_element("h4", "", &say.text(&family.name));
        markup.text_element("p", "", &say.text(&family.shows));
        causes(markup, family, &[], say);
        basis(markup, &family.basis, say);
    }
    unknown(markup, Part::Families, guide, say);
}

fn causes(markup: &mut Markup, family: &Family, findings: &[Option<Finding>], say: &Say<'_>) {
    let words = say.words;
    markup.element("ul", "passages", |markup| {
        for (position, cause) in family.causes.iter().enumerate() {
            let (class, told) = match findings.get(position).copied().flatten() {
                Some(Finding::Applies) => ("unmet", words.finding_applies),
                Some(Finding::RuledOut) => ("met", words.finding_ruled_out),
                Some(Finding::Open) => ("unknown", words.finding_open),
                None => ("", ""),
            };
            markup.element("li", class, |markup| {
                markup.attr("data-cause", &cause.id);
                markup.text_element("b", "", &say.text(&cause.name));
                if !told.is_empty() {
                    markup.text_element("span", "word", told);
                }
                markup.text_element("p", "", &say.text(&cause.cure));
            });
        }
    });
}
