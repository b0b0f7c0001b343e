//! Debian's packages: for machines that cannot get a tool in the ordinary way.

use super::environment::announce;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use xshell::cmd;

/// Installs packages; an error says which they were, and ends with `help`: what would do in their place.
pub(crate) fn install(
    project: &Project,
    packages: &[&str],
    duration: &str,
    help: &str,
) -> Result<()> {
    let list = packages.join(" ");
    if which::which("apt-get").is_err() {
        bail!("{help}\n(This machine has no apt-get, so it cannot be done for you.)");
    }
    announce(&format!("installing Debian's {list}"), duration);
    let (program, more): (&str, &[&str]) =
        if is_root(project) { ("env", &[]) } else { ("sudo", &["env"]) };
    let shell = &project.shell;
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    let why =
        || format!("Debian's {list} could not be installed: see apt's own message above.\n{help}");
    // Old package lists often still work; failing packages are reported by the next command.
    let _ = cmd!(shell, "{program} {more...} {quiet} apt-get update -qq").run();
    cmd!(
        shell,
        "{program} {more...} {quiet} apt-get install -qq -o Dpkg::Use-Pty=0 --yes --no-install-recommends {packages...}"
    )
    .run()
    .with_context(why)
}

/// Whether this is the superuser, who needs no `sudo` and whose browser has no sandbox.
pub(crate) fn is_root(project: &Project) -> bool {
    cmd!(project.shell, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0")
}
