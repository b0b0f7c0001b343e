//! The guide as a document to read: every part, unfolded, for everyone.

use jifen::scheme::{Guide, GuidePart};

use crate::elements::ids::guide_part;
use crate::elements::markup::Markup;
use crate::text::phrases::Phrases;
use crate::views::guide::finder::causes;
use crate::views::guide::materials::checklist;
use crate::views::guide::parts::{part, unknown};
use crate::widgets::citation::basis;

/// Writes the guide.
pub(super) fn guide(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    markup.text_element("h2", "", phrases.messages.guide);
    for name in GuidePart::ALL {
        markup.element("section", "", |markup| {
            markup.static_attr("id", guide_part(name));
            markup.text_element("h3", "", phrases.guide_part(name));
            match name {
                GuidePart::Families => {
                    families(markup, guide, phrases);
                    unknown(markup, name, guide, phrases);
                }
                GuidePart::Papers => {
                    checklist(markup, guide.papers.iter(), phrases);
                    unknown(markup, name, guide, phrases);
                }
                _ => part(markup, name, guide, phrases),
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
