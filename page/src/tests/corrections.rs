//! What the page prepares to be sent where a rule is wrong.

use jifen::link::Link;
use jifen::scheme::{Language, Scheme};

use super::CHECKED;
use crate::text::phrases::Phrases;
use crate::views::result::rule::{Rule, address, report};

fn rules(scheme: &Scheme) -> Vec<Rule<'_>> {
    let conditions = scheme.conditions.iter().map(Rule::from);
    let indicators = scheme.indicators.iter().map(Rule::from);
    conditions.chain(indicators).chain(scheme.notices.iter().map(Rule::from)).collect()
}

#[test]
fn a_report_says_which_rule_of_which_edition_and_on_what_it_rests() {
    for editions in &CHECKED.editions {
        for scheme in editions.all() {
            for language in [Language::Zh, Language::En] {
                let phrases = Phrases::new(scheme, language);
                for rule in rules(scheme) {
                    let report = report(&rule, &phrases);
                    for part in
                        [rule.id, &scheme.id, &scheme.edition.id, phrases.grade(rule.cite.grade)]
                    {
                        assert!(report.contains(part), "{part} is missing in\n{report}");
                    }
                    assert!(!report.contains('{'), "a slot is left open in\n{report}");
                }
            }
        }
    }
}

#[test]
fn the_address_of_a_rule_reads_back_and_carries_no_answer() {
    for editions in &CHECKED.editions {
        for scheme in editions.all() {
            let phrases = Phrases::new(scheme, Language::En);
            for rule in rules(scheme) {
                let (link, problems) = Link::read(&address(&rule, &phrases));
                assert_eq!(problems, [], "{}", rule.id);
                assert_eq!(link.rule.as_deref(), Some(rule.id));
                assert_eq!(link.edition.as_ref(), Some(&scheme.edition.id));
                assert!(link.profile.is_empty());
            }
        }
    }
}
