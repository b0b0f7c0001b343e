//! The guide as a document to read: every part, unfolded, for everyone.

use jifen::scheme::{Guide, GuidePart};

use crate::documents::contents::{part_id, permalink};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::text::phrases::Phrases;
use crate::views::guide::finder::causes;
use crate::views::guide::glossary::glossary;
use crate::views::guide::materials::checklist;
use crate::views::guide::parts;
use crate::widgets::citation::basis;

/// Writes the guide.
pub(super) fn guide(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    write_html!(markup,
        h2(id = "part-guide") { (phrases.messages.guide) }
        for part in GuidePart::ALL {
            section(id = part_id(part)) {
                h3 {
                    (phrases.guide_part(part))
                    { permalink(markup, &part_id(part), phrases); }
                }
                match part {
                    GuidePart::Families => {
                        { families(markup, guide, phrases); }
                        { parts::unknown(markup, part, guide, phrases); }
                    }
                    GuidePart::Materials => {
                        { checklist(markup, guide.materials.iter(), phrases); }
                        { parts::unknown(markup, part, guide, phrases); }
                    }
                    _ => {
                        { parts::part(markup, part, guide, phrases); }
                    }
                }
            }
        }
        if !guide.glosses.is_empty() {
            section(id = Fold::Glossary.id()) {
                h3 {
                    (phrases.messages.glossary)
                    { permalink(markup, &Fold::Glossary.id(), phrases); }
                }
                { glossary(markup, guide, phrases); }
            }
        }
    );
}

/// Writes every family of causes.
fn families(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    write_html!(markup,
        for family in &guide.families {
            h4(id = Fold::Family(family.id.clone()).id()) { (phrases.text(&family.name)) }
            p { (phrases.text(&family.shows)) }
            { causes(markup, family, &[], phrases); }
            { basis(markup, phrases, &family.basis); }
        }
    );
}
