//! Names that stand in code and in serialized types alike are the same.

use jifen::assess::{ConditionState, Verdict};
use jifen::scheme::PathSegment;
use serde_json::{Value, json};

use crate::rules::schemes;

#[test]
fn verdicts_and_states_have_one_name() {
    for verdict in [Verdict::Pass, Verdict::Short, Verdict::Ineligible, Verdict::Undecided] {
        assert_eq!(json!(verdict), verdict.as_str());
    }
    let states = [
        ConditionState::Met,
        ConditionState::Unmet,
        ConditionState::Unknown,
        ConditionState::NotApplicable,
    ];
    for state in states {
        assert_eq!(json!(state), state.as_str());
    }
}

#[test]
fn the_path_to_a_leaf_leads_to_it_in_a_rule_file() {
    let mut deepest = 0;
    for scheme in schemes() {
        for indicator in &scheme.indicators {
            let formula = json!(indicator.score);
            let (leaves, paths) = (indicator.score.leaves(), indicator.score.leaf_paths());
            assert_eq!(leaves.len(), paths.len(), "{} {}", scheme.id, indicator.id);
            for (leaf, path) in leaves.into_iter().zip(paths) {
                let found = path.iter().try_fold(&formula, |value: &Value, step| match step {
                    PathSegment::Key(key) => value.get(key),
                    PathSegment::Index(index) => value.get(index),
                });
                assert_eq!(found, Some(&json!(leaf)), "{} {}", scheme.id, indicator.id);
                assert!(json!(leaf).get(leaf.key()).is_some());
                deepest = deepest.max(path.len());
            }
        }
    }
    assert!(deepest >= 6, "formulas in formulas were not tried");
}
