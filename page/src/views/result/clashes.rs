//! Answers that do not go together, as an examiner would see it.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::history::HistoryPhrases;
use crate::text::messages::format;
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;
use crate::widgets::labelled::{labelled, subsection};

/// Writes the clashes, where there are any.
pub(super) fn clashes(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (Some(guide), Some(examination)) = (&assessed.guide, &assessed.examination) else { return };
    let words = HistoryPhrases::new(phrases);
    let clashes = examination
        .clashes
        .iter()
        .filter_map(|found| Some((guide.clashes.get(found.clash)?, &found.months)));
    let list = |markup: &mut Markup| {
        write_html!(markup,
            ul(class = "passages") {
                for (clash, months) in clashes {
                    li(key = &clash.id, data-clash = &clash.id) {
                        b { (phrases.text(&clash.name)) }
                        p { (phrases.text(&clash.why)) }
                        if !months.is_empty() {
                            p { (format(words.messages.clash_months, &[&words.spans(months)])) }
                        }
                        {
                            let materials = phrases.text(&clash.materials);
                            let papers = [phrases.messages.clash_papers, &*materials];
                            labelled(markup, "p", "", phrases.messages, papers);
                            basis(markup, phrases, &clash.basis);
                        }
                    }
                }
            }
        );
    };
    write_html!(
        markup,
        if !examination.clashes.is_empty() {
            {
                subsection(markup, "clashes", phrases.messages.clashes, list);
            }
        }
    );
}
