//! Shows the built site on this machine.

use crate::build;
use crate::project::Project;
use anyhow::Result;
use xtask::server::{Options, Server};

/// Builds, then serves until the program is ended.
pub(crate) fn serve(project: &Project, port: u16) -> Result<()> {
    build::build(project)?;
    let options = Options { port, ..Options::default() };
    let server = Server::start(&project.dist(), options)?;
    println!("{}", server.address());
    loop {
        std::thread::park();
    }
}
