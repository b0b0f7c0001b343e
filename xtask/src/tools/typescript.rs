//! TypeScript's compiler and Node's types, which hold the JavaScript package against what it declares.

use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;
use std::path::PathBuf;

const COMPILER: Package =
    Package { name: "typescript", version: "5.9.3", purpose: "to test the package's declarations" };
const NODE_TYPES: Package = Package {
    name: "@types/node",
    version: "20.19.43",
    purpose: "to test the package's examples for Node",
};

/// Returns the compiler, a script of Node, and the folder of types that it is to look in.
pub(crate) fn prepare(project: &Project) -> Result<(PathBuf, PathBuf)> {
    let compiler = npm::prepare(project, &COMPILER)?.join("node_modules/typescript/bin/tsc");
    let types = npm::prepare(project, &NODE_TYPES)?.join("node_modules/@types");
    Ok((compiler, types))
}
