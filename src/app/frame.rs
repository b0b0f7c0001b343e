//! What stands around form and result: head, foot, the edition, and what went wrong.

use jifen::link::Trouble;
use jifen::scheme::{Grade, Language, PackError, Scheme};
use yew::prelude::*;

use super::load::Failure;
use super::say::{Say, day};
use super::state::{Action, State};
use super::ui::{Ui, go_to};
use super::words::fill;

/// The name of the page, and what changes it as a whole.
pub(crate) fn head(state: &State, ui: &Ui) -> Html {
    let words = ui.words();
    let (other, name, tag) = match state.language {
        Language::Zh => (Language::En, "English", "en"),
        Language::En => (Language::Zh, "中文", "zh-Hans"),
    };
    let larger = state.larger;
    let to_result = Callback::from(|event: MouseEvent| {
        // The part of the address after # belongs to the answers.
        event.prevent_default();
        go_to("result");
    });
    html! {
        <header class="head">
            <a class="skip" href="#result" onclick={to_result}>{ words.skip }</a>
            <h1>{ words.page_title }</h1>
            <div class="controls">
                <button type="button" class="text" id="larger" aria-pressed={larger.to_string()}
                    onclick={ui.on(move |_: MouseEvent| Action::Enlarge(!larger))}>{ words.larger }</button>
                <button type="button" class="text" id="language" lang={tag}
                    onclick={ui.on(move |_: MouseEvent| Action::Speak(other))}>{ name }</button>
                <button type="button" class="text" id="reset"
                    onclick={ui.on(|_: MouseEvent| Action::Clear)}>{ words.reset }</button>
            </div>
        </header>
    }
}

/// What the page says of itself.
pub(crate) fn foot(state: &State, ui: &Ui) -> Html {
    let words = ui.words();
    let rules = match state.language {
        _ if state.open.is_empty() => "rules/index.html".to_owned(),
        Language::Zh => format!("rules/{}.html", state.open),
        Language::En => format!("rules/{}.en.html", state.open),
    };
    html! {
        <footer class="foot">
            <section>
                <h2>{ words.foot_private }</h2>
                <p>{ words.foot_private_text }</p>
            </section>
            <section>
                <h2>{ words.foot_about }</h2>
                <p>{ words.foot_about_text }</p>
                <p><a href={rules}>{ words.foot_rules }</a></p>
            </section>
        </footer>
    }
}

/// Which rules these are, how long they hold, and how well they were checked.
pub(crate) fn edition(scheme: &Scheme, on: jiff::civil::Date, say: &Say<'_>) -> Html {
    let (words, edition) = (say.words, &scheme.edition);
    let document = edition.cite.document.position().and_then(|one| scheme.documents.get(one));
    let number = document.and_then(|document| document.number.as_deref());
    let name = say.text(&edition.name);
    let name = match number {
        Some(number) => fill(words.edition, &[&name, number]),
        None => name.into_owned(),
    };
    let to = edition.to.map(|to| fill(words.in_force_to, &[&day(to, words)]));
    let dates = [
        fill(words.in_force_from, &[&day(edition.from, words)]),
        to.unwrap_or_else(|| words.no_end.to_owned()),
        fill(words.checked_on, &[&day(edition.checked, words)]),
    ];
    let warning = if on < edition.from {
        Some(fill(words.not_yet, &[&day(edition.from, words)]))
    } else {
        edition.to.filter(|to| on > *to).map(|to| fill(words.over, &[&day(to, words)]))
    };
    html! {
        <>
            <div class="edition" id="edition" data-edition={edition.id.clone()}>
                <h2>{ say.text(&scheme.name).into_owned() }</h2>
                <p>{ say.text(&scheme.purpose).into_owned() }</p>
                <p>{ name }{ words.separator }{ dates.join(words.comma) }{ words.stop }</p>
                <p>{ grades(scheme, say) }</p>
            </div>
            if let Some(warning) = warning { <p class="warning" id="out-of-force" role="note">{ warning }</p> }
        </>
    }
}

/// How many rules were checked how well.
fn grades(scheme: &Scheme, say: &Say<'_>) -> String {
    let words = say.words;
    let conditions = scheme.conditions.iter().map(|one| one.cite.grade);
    let indicators = scheme.indicators.iter().map(|one| one.cite.grade);
    let together = scheme.together.iter().map(|one| one.cite.grade);
    let all: Vec<Grade> = conditions.chain(indicators).chain(together).collect();
    let sentences = [
        (Grade::Official, words.grade_count_official),
        (Grade::TwoSources, words.grade_count_two),
        (Grade::OneSource, words.grade_count_one),
        (Grade::Derived, words.grade_count_derived),
        (Grade::Conflicting, words.grade_count_conflicting),
    ];
    let parts = sentences.into_iter().filter_map(|(grade, sentence)| {
        let count = all.iter().filter(|one| **one == grade).count();
        (count > 0).then(|| fill(sentence, &[&count.to_string()]))
    });
    let parts = parts.collect::<Vec<_>>().join(words.clause_comma);
    fill(words.grades_of, &[&all.len().to_string()]) + &parts + words.stop
}

/// Why there are no rules, and what to do.
pub(crate) fn failure(failure: Failure, state: &State, ui: &Ui) -> Html {
    let words = ui.words();
    let why = match failure {
        Failure::Network => words.load_network.to_owned(),
        Failure::Status(status) => fill(words.load_status, &[&status.to_string()]),
        Failure::Pack(PackError::Foreign) => words.load_foreign.to_owned(),
        Failure::Pack(PackError::OtherBuild { .. }) => words.load_other_build.to_owned(),
        Failure::Pack(PackError::Damaged) => words.load_damaged.to_owned(),
    };
    html! {
        <section class="failure" id="load-failure" role="alert">
            <h2>{ words.load_failed }</h2>
            <p>
                { why }
                if !state.profile.is_empty() { { words.space }{ words.load_kept } }
            </p>
            <p>
                <button type="button" class="chip-button" id="retry"
                    onclick={ui.on(|_: MouseEvent| Action::Retry)}>{ words.retry }</button>
            </p>
        </section>
    }
}

/// What of an address was not used, by name.
pub(crate) fn troubles(state: &State, ui: &Ui) -> Html {
    if state.troubles.is_empty() {
        return Html::default();
    }
    let words = ui.words();
    let items =
        state.troubles.iter().map(|trouble| html! { <li>{ told(trouble, state, ui) }</li> });
    html! {
        <section class="warning" id="troubles" aria-labelledby="troubles-heading">
            <h2 id="troubles-heading">{ words.troubles }</h2>
            <ul>{ for items }</ul>
            <button type="button" class="text"
                onclick={ui.on(|_: MouseEvent| Action::Dismiss)}>{ words.close }</button>
        </section>
    }
}

fn told(trouble: &Trouble, state: &State, ui: &Ui) -> String {
    let words = ui.words();
    match trouble {
        Trouble::TooLong => words.trouble_long.to_owned(),
        Trouble::OtherVersion(version) => fill(words.trouble_version, &[version]),
        Trouble::UnknownScheme(id) => fill(words.trouble_scheme, &[id]),
        Trouble::OtherEdition(edition) => {
            let now = state.view().map_or("", |view| view.scheme.edition.id.as_str());
            fill(words.trouble_edition, &[edition, now])
        }
        Trouble::Unreadable(part) => fill(words.trouble_unreadable, &[part]),
        Trouble::NotAsked(id) => fill(words.trouble_not_asked, &[id]),
        Trouble::Unfit { question, given } => {
            let topic = state.view().and_then(|view| {
                let question = view.scheme.questions.get(view.scheme.question(question)?)?;
                Some(Say::new(&view.scheme, ui.language).topic(question))
            });
            fill(words.trouble_unfit, &[topic.as_deref().unwrap_or(question), given])
        }
    }
}

/// That everything was cleared, and the way back, for a short while.
pub(crate) fn cleared(state: &State, ui: &Ui) -> Html {
    let words = ui.words();
    html! {
        <div class="cleared" role="status">
            if state.cleared.is_some() {
                <p>
                    { words.reset_done }
                    <button type="button" class="text" id="undo-reset"
                        onclick={ui.on(|_: MouseEvent| Action::Restore)}>{ words.undo }</button>
                </p>
            }
        </div>
    }
}
