//! The chores of this project. `cargo xtask help` lists them.

mod bench;
mod build;
mod package;
mod project;
mod serve;
mod setup;
mod single_file;
mod size;
mod test;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::Project;
use std::process::ExitCode;

/// The chores of this project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what is missing to build and test everything; does nothing when all is there
    Setup,
    /// Write the static site to dist/
    Build,
    /// Build, then serve dist/ on this machine
    Serve {
        /// The port to listen on; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Make the JavaScript package in target/package/, ready for npm
    Package,
    /// Write the page as one HTML file that opens from a disk, to target/single-file/
    SingleFile,
    /// Measure dist/ and write sizes.txt
    Size {
        /// Compare with sizes.txt and the budgets instead of writing
        #[arg(long)]
        check: bool,
    },
    /// Measure how long an assessment and advice take on this machine
    Bench,
    /// Run every test, or only the steps named
    Test {
        /// The steps to run, in the order of the full run
        steps: Vec<test::Step>,
        /// Test the page in this engine only; may be said more than once
        #[arg(long = "engine", env = "JIFEN_ENGINES", value_delimiter = ',')]
        engines: Vec<setup::Engine>,
        /// Run only those tests of the page whose names contain this
        #[arg(long)]
        named: Option<String>,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // The chain says it all; a backtrace would only bury it.
            let chain: Vec<String> = fault.chain().map(ToString::to_string).collect();
            eprintln!("\n{}", chain.join("\n  because: "));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments = Arguments::parse();
    let project = Project::open()?;
    match arguments.chore {
        Chore::Setup => setup::everything(&project),
        Chore::Build => build::build(&project),
        Chore::Serve { port } => serve::serve(&project, port),
        Chore::Package => package::package(&project),
        Chore::SingleFile => single_file::single_file(&project),
        Chore::Size { check: false } => size::write(&project),
        Chore::Size { check: true } => size::check(&project),
        Chore::Bench => bench::run(&project),
        Chore::Test { steps, engines, named } => {
            let page = test::Page { engines, named };
            test::run(&project, &steps, &page)
        }
    }
}
