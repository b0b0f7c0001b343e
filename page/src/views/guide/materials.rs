//! The materials to bring, as a list to tick off.

use jifen::scheme::{Guide, GuidePart, Material, Ref};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::guide::parts::unknown;
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;
use crate::widgets::official_name::both_names;

/// Writes the materials for what this person claims.
pub(super) fn for_person(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let examination = context.assessed.examination.as_ref();
    let positions = examination.map_or(&[][..], |examination| &examination.materials);
    let materials = positions.iter().filter_map(|position| guide.materials.get(*position));
    write_html!(markup,
        p(class = "quiet") { (context.phrases.messages.materials_own) }
        { checklist(markup, materials, &context.phrases); }
        { unknown(markup, GuidePart::Materials, guide, &context.phrases); }
    );
}

/// Writes materials as a list to tick off.
pub(crate) fn checklist<'a>(
    markup: &mut Markup,
    materials: impl Iterator<Item = &'a Material>,
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    write_html!(markup,
        ul(class = "passages checklist") {
            for material in materials {
                let purposes = purposes(material, phrases);
                li(data-paper = &material.id) {
                    b { { both_names(markup, &material.name, phrases); } }
                    if let Some(text) = &material.text {
                        p { (phrases.text(text)) }
                    }
                    if !purposes.is_empty() {
                        p(class = "quiet") {
                            (format(messages.materials_for, &[&purposes.join(messages.comma)]))
                        }
                    }
                    { basis(markup, phrases, &material.basis); }
                }
            }
        }
    );
}

/// Returns the names of the rules that a material is for.
fn purposes(material: &Material, phrases: &Phrases<'_>) -> Vec<String> {
    let scheme = phrases.scheme;
    let indicators = material.indicators.iter().filter_map(Ref::position);
    let indicators = indicators.filter_map(|position| scheme.indicators.get(position));
    let conditions = material.conditions.iter().filter_map(Ref::position);
    let conditions = conditions.filter_map(|position| scheme.conditions.get(position));
    let names = indicators.map(|indicator| &indicator.name);
    names
        .chain(conditions.map(|condition| &condition.name))
        .map(|name| phrases.text(name).into_owned())
        .collect()
}
