//! The guide as a document to read: every part, unfolded, for everyone.

use jifen::scheme::{Guide, GuidePart};

use crate::elements::ids::guide_part;
use crate::elements::markup::Markup;
use crate::text::phrases::Phrases;
use crate::views::guide::finder::causes;
use crate::views::guide::materials::checklist;
use crate::views::guide::parts;
use crate::widgets::citation::basis;

/// Writes the guide.
pub(super) fn guide(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    markup.text_element("h2", "", phrases.messages.guide);
    for part in GuidePart::ALL {
        markup.element("section", "", |markup| {
            markup.static_attr("id", guide_part(part));
            markup.text_element("h3", "", phrases.guide_part(part));
            match part {
                GuidePart::Families => {
                    families(markup, guide, phrases);
                    parts::unknown(markup, part, guide, phrases);
                }
                GuidePart::Materials => {
                    checklist(markup, guide.materials.iter(), phrases);
                    parts::unknown(markup, part, guide, phrases);
                }
                _ => parts::part(markup, part, guide, phrases),
            }
        });
    }
}

/// Writes every family of causes.
fn families(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    for family in &guide.families {
        markup.text_element("h4", "", &phrases.text(&family.name));
        markup.text_element("p", "", &phrases.text(&family.shows));
        causes(markup, family, &[], phrases);
        basis(markup, phrases, &family.basis);
    }
}
