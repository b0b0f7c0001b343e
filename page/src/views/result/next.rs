//! What to do next: after a pass the steps in order; before it the ways to get closer; the papers at any time.

use jifen::assess::Verdict;
use jifen::scheme::{Guide, GuidePart, Passage, Unknown};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Fold};
use crate::text::messages::format;
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;
use crate::widgets::labelled::{labelled, subsection};
use crate::widgets::official_name::both_names;

/// Writes what to do next.
pub(super) fn next(markup: &mut Markup, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    let assessment = &context.assessed.assessment;
    let passed = assessment.verdict == Verdict::Pass && assessment.in_force;
    let heading = if passed { messages.next_now } else { messages.next };
    subsection(markup, "next", heading, |markup| {
        write_html!(
            markup,
            if let Some(guide) = &context.assessed.guide {
                if passed {
                    {
                        steps(markup, guide, context);
                    }
                } else {
                    {
                        folded_steps(markup, guide, context);
                    }
                }
                {
                    papers(markup, guide, context);
                }
                {
                    ask_there(markup, guide, context);
                }
            }
        );
    });
}

fn folded_steps(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let count = guide.steps.len();
    write_html!(markup,
        if count > 0 {
            details(class = "zeros", id = "next-steps") {
                summary { (format(context.phrases.messages.next_steps, &[&count.to_string()])) }
                { steps(markup, guide, context); }
            }
        }
    );
}

/// Writes the steps in their order, each in a few words that unfold, and how long it all takes.
fn steps(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let phrases = &context.phrases;
    write_html!(markup,
        ol(class = "way") {
            for step in &guide.steps {
                li(data-step = &step.id) {
                    details {
                        summary { (phrases.text(&step.name)) }
                        { passage(markup, step, context); }
                    }
                }
            }
        }
        for passage in &guide.processing {
            p(class = "quiet") {
                b { (phrases.text(&passage.name)) }
                (phrases.messages.colon)
                (phrases.text(&passage.text))
            }
        }
    );
}

fn passage(markup: &mut Markup, passage: &Passage, context: &RenderContext<'_>) {
    write_html!(markup,
        p { (context.phrases.text(&passage.text)) }
        { basis(markup, &context.phrases, &passage.basis); }
    );
}

/// Writes the names of the papers for what this person claims; what each has to be stands in the guide.
fn papers(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let (phrases, examination) = (&context.phrases, context.assessed.examination.as_ref());
    let positions = examination.map_or(&[][..], |examination| &examination.materials);
    let papers = positions.iter().filter_map(|position| guide.materials.get(*position));
    let names: Vec<_> = papers.map(|paper| &paper.name).collect();
    let fold = Fold::GuidePart(GuidePart::Materials);
    let all = context.ui.callback(Action::GoTo { place: fold.id(), folds: vec![fold] });
    write_html!(markup,
        if !names.is_empty() {
            details(class = "zeros", id = "next-papers") {
                summary { (format(phrases.messages.next_papers, &[&names.len().to_string()])) }
                ul(class = "plain") {
                    for name in &names {
                        li { { both_names(markup, name, phrases); } }
                    }
                }
                button(class = "text jump", type = "button", id = "to-papers", onclick = all) {
                    (phrases.messages.next_papers_all)
                }
            }
        }
    );
}

/// Where papers or days could not be established, writes so, with the way to the offices that know.
fn ask_there(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let sought = [GuidePart::Materials, GuidePart::Rounds];
    let silent: Vec<&Unknown> =
        guide.unknown.iter().filter(|unknown| sought.contains(&unknown.part)).collect();
    let phrases = &context.phrases;
    let fold = Fold::GuidePart(GuidePart::Channels);
    let go = context.ui.callback(Action::GoTo { place: fold.id(), folds: vec![fold] });
    write_html!(markup,
        if !silent.is_empty() && !guide.channels.is_empty() {
            for unknown in silent {
                {
                    let why = [phrases.guide_part(unknown.part), &phrases.text(&unknown.why)];
                    labelled(markup, "p", "unestablished", phrases.messages, why);
                }
            }
            p(class = "beside") {
                button(class = "text jump", type = "button", id = "to-channels", onclick = go) {
                    (context.phrases.messages.next_ask)
                }
            }
        }
    );
}
