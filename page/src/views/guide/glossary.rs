//! The words that are explained, one after the other.

use jifen::scheme::Guide;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::Phrases;
use crate::widgets::gloss::meaning;
use crate::widgets::official_name::both_names;

/// Writes every word that a guide explains.
pub(crate) fn glossary(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    write_html!(markup,
        dl(class = "glossary") {
            for gloss in &guide.glosses {
                dt { { both_names(markup, &gloss.word, phrases); } }
                dd { { meaning(markup, gloss, phrases); } }
            }
        }
    );
}
