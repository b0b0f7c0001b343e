//! Why an application fails: by what the person sees, and by what their own answers say.

use jifen::examine::Finding;
use jifen::scheme::{Cause, Family, Guide, GuidePart};

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::text::phrases::Phrases;
use crate::views::guide::parts::unknown;
use crate::widgets::citation::basis;
use crate::widgets::details::{RenderContext, details};

/// Writes the families by what they show; what the answers already say comes first.
pub(super) fn finder(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    let (nothing, examination) = (Vec::new(), &context.assessed.examination);
    let found = examination.as_ref().map_or(&nothing, |examination| &examination.causes);
    let all = || guide.families.iter().zip(found);
    let applies = |(cause, finding): (&'_ Cause, &Option<Finding>)| {
        (*finding == Some(Finding::Applies)).then(|| context.phrases.text(&cause.name).into_owned())
    };
    let surely: Vec<String> = all()
        .flat_map(|(family, findings)| family.causes.iter().zip(findings))
        .filter_map(applies)
        .collect();
    if !surely.is_empty() {
        markup.element("p", "found", |markup| {
            markup.static_attr("id", "found");
            markup.text_element("b", "", messages.finder_found);
            markup.text(messages.colon);
            markup.text(&surely.join(messages.separator));
        });
    }
    markup.text_element("p", "", messages.finder_ask);
    markup.element("ul", "items", |markup| {
        for (family, findings) in all() {
            markup.element("li", "item", |markup| {
                markup.attr("data-family", &family.id);
                details(
                    markup,
                    context,
                    Fold::Family(family.id.clone()),
                    |markup| {
                        markup.text_element("span", "name", &context.phrases.text(&family.shows))
                    },
                    |markup| {
                        markup.text_element("b", "", &context.phrases.text(&family.name));
                        causes(markup, family, findings, &context.phrases);
                        basis(markup, &context.phrases, &family.basis);
                    },
                );
            });
        }
    });
    unknown(markup, GuidePart::Families, guide, &context.phrases);
}

/// Writes the causes of a family, each with what the person's answers say of it, where they were examined.
pub(crate) fn causes(
    markup: &mut Markup,
    family: &Family,
    findings: &[Option<Finding>],
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    markup.element("ul", "passages", |markup| {
        for (position, cause) in family.causes.iter().enumerate() {
            let (class, word) = match findings.get(position).copied().flatten() {
                Some(Finding::Applies) => ("unmet", messages.finding_applies),
                Some(Finding::RuledOut) => ("met", messages.finding_ruled_out),
                Some(Finding::Open) => ("unknown", messages.finding_open),
                None => ("", ""),
            };
            markup.element("li", class, |markup| {
                markup.attr("data-cause", &cause.id);
                markup.text_element("b", "", &phrases.text(&cause.name));
                if !word.is_empty() {
                    markup.text_element("span", "word", word);
                }
                markup.text_element("p", "", &phrases.text(&cause.cure));
            });
        }
    });
}
