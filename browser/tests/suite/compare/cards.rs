//! The cards of the comparison, one for each scheme.

use anyhow::{Context, Result, ensure};
use jifen::link::COMPARE;
use jifen::scheme::Language;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::wait::until;
use serde::Deserialize;
use serde_json::Value;

/// What can be said of anybody after a minute.
pub(super) const THREE: &str = "academic-degree=bachelor&birth-date=19900101&education=bachelor";

impl Card {
    /// Whether it says nothing of the person; rules that have ended stand by themselves even then.
    pub(super) fn is_silent(&self) -> bool {
        self.class == "unasked" || self.class == "unreliable"
    }
}

pub(super) fn address(answers: &str, language: Language) -> String {
    let language = if language == Language::En { "&l=en" } else { "" };
    format!("#v=1&s={COMPARE}{language}&{answers}")
}

/// The card of a scheme.
#[derive(Debug, Deserialize)]
pub(super) struct Card {
    pub(super) scheme: String,
    pub(super) class: String,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) text: String,
}

/// Waits for cards and returns them in their order.
pub(super) fn cards(page: &Page<'_>) -> Result<Vec<Card>> {
    page.wait_for("the cities are compared", |seen| {
        seen.scheme == COMPARE && !seen.body.is_empty()
    })?;
    until("the cards are there", || {
        let cards: Vec<Card> = serde_json::from_value(page.browser.execute(
            "return [...document.querySelectorAll('#compare [data-compared]')].map((one) => ({
              scheme: one.dataset.compared, class: one.dataset.class,
              low: Number(one.dataset.low), high: Math.min(Number(one.dataset.high.replace('∞', 'Infinity')), 1e9),
              text: one.innerText.replace(/\\s+/g, ' ') }))",
            Value::Null,
        )?)?;
        Ok((!cards.is_empty()).then_some(cards))
    })
}

pub(super) fn lists_all(cards: &[Card], language: Language) -> Result<()> {
    let entries = rules::catalogue()?.entries;
    ensure!(cards.len() == entries.len(), "{} cards for {} schemes", cards.len(), entries.len());
    for entry in entries {
        let scheme = rules::scheme(&entry.id)?;
        let card = cards.iter().find(|card| card.scheme == scheme.id).context(scheme.id.clone())?;
        let city = scheme.city.name.read(language);
        ensure!(card.text.contains(city), "{} is not of {city:?}: {card:?}", scheme.id);
        // The day may be assessed by another edition than the one that is written whole.
        let of_the_day = entry.edition(None, rules::TODAY);
        if of_the_day.is_some_and(|edition| edition.id != scheme.edition.id) {
            continue;
        }
        let name = scheme.name.read(language);
        ensure!(card.text.contains(name), "{} is not called {name:?}: {card:?}", scheme.id);
        let ranks = scheme.line.ranking.is_some();
        ensure!(!ranks || card.class != "passes", "a ranking passes: {card:?}");
        let over = card.text.contains("已于") || card.text.contains("ended on");
        ensure!(over != scheme.edition.in_force(rules::TODAY), "the edition: {card:?}");
    }
    Ok(())
}
