//! Why an application fails: by what the person sees, and by what their own answers say.

use jifen::examine::Finding;
use jifen::scheme::{Cause, Family, Guide, GuidePart};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::text::messages::format;
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
    write_html!(markup,
        if !surely.is_empty() {
            p(class = "found", id = "found") {
                b { (messages.finder_found) }
                (messages.colon)
                (surely.join(messages.separator))
            }
        }
        p { (messages.finder_ask) }
        ul(class = "items") {
            for (family, findings) in all() {
                { family_item(markup, family, findings, context); }
            }
        }
        { unknown(markup, GuidePart::Families, guide, &context.phrases); }
    );
}

fn family_item(
    markup: &mut Markup,
    family: &Family,
    findings: &[Option<Finding>],
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    let summary = |markup: &mut Markup| {
        write_html!(markup, span(class = "name") { (phrases.text(&family.shows)) });
    };
    let inside = |markup: &mut Markup| {
        write_html!(markup,
            b { (phrases.text(&family.name)) }
            { causes(markup, family, findings, phrases); }
            { basis(markup, phrases, &family.basis); }
        );
    };
    write_html!(markup,
        li(class = "item", data-family = &family.id) {
            { details(markup, context, Fold::Family(family.id.clone()), summary, inside); }
        }
    );
}

/// Writes the causes of a family, each with what the person's answers say of it, where they were examined.
pub(crate) fn causes(
    markup: &mut Markup,
    family: &Family,
    findings: &[Option<Finding>],
    phrases: &Phrases<'_>,
) {
    let finding = |position: usize| findings.get(position).copied().flatten();
    let all = || family.causes.iter().enumerate();
    // What may be the reason first; what the answers rule out stands back.
    let rank = |position: usize| match finding(position) {
        Some(Finding::Applies) => 0,
        Some(Finding::Open) => 1,
        None => 2,
        Some(Finding::RuledOut) => 3,
    };
    let ranked = |wanted: u8| all().filter(move |(position, _)| rank(*position) == wanted);
    let ruled_out = ranked(3).count();
    write_html!(markup,
        ul(class = "passages") {
            for (position, cause) in (0..3).flat_map(ranked) {
                { cause_item(markup, cause, finding(position), phrases); }
            }
        }
        if ruled_out > 0 {
            details(class = "zeros") {
                summary { (format(phrases.messages.finder_ruled_out, &[&ruled_out.to_string()])) }
                ul(class = "passages") {
                    for (position, cause) in ranked(3) {
                        { cause_item(markup, cause, finding(position), phrases); }
                    }
                }
            }
        }
    );
}

fn cause_item(markup: &mut Markup, cause: &Cause, finding: Option<Finding>, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let (class, word) = match finding {
        Some(Finding::Applies) => ("unmet", messages.finding_applies),
        Some(Finding::RuledOut) => ("met", messages.finding_ruled_out),
        Some(Finding::Open) => ("unknown", messages.finding_open),
        None => ("", ""),
    };
    write_html!(markup,
        li(class = class, data-cause = &cause.id) {
            b { (phrases.text(&cause.name)) }
            if !word.is_empty() {
                span(class = "word") { (word) }
            }
            p { (phrases.text(&cause.cure)) }
        }
    );
}
