//! Other engines of rules, to be measured beside.

use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;
use std::path::PathBuf;

const PURPOSE: &str = "to be measured beside";
const ENGINES: [Package; 3] = [
    Package { name: "publicodes", version: "1.10.3", purpose: PURPOSE },
    Package { name: "@gorules/zen-engine", version: "0.54.0", purpose: PURPOSE },
    Package { name: "json-logic-js", version: "2.0.5", purpose: PURPOSE },
];

/// Returns the folders of publicodes, zen and json-logic.
pub(crate) fn prepare(project: &Project) -> Result<Vec<PathBuf>> {
    ENGINES.iter().map(|engine| npm::prepare(project, engine)).collect()
}
