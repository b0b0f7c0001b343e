//! The chores of this project. `cargo xtask help` lists them.

mod attribute;
mod bench;
mod build;
mod counter;
mod dev;
mod html;
mod lighthouse;
mod old_browsers;
mod package;
mod pages;
mod plan;
mod program;
mod project;
mod serve;
mod setup;
mod single_file;
mod size;
mod split;
mod styles;
mod test;
mod tools;
mod watch;

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
    Build {
        /// The address that the site will have, such as https://example.org/points/; its pages then name theirs to search
        /// engines, and sitemap.xml lists them
        #[arg(long, env = "JIFEN_ADDRESS", value_parser = pages::site_address)]
        address: Option<String>,
    },
    /// Build, then serve the page on this machine
    Serve {
        /// The port to listen on; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Build quickly, without making anything small; for looking at changes
        #[arg(long)]
        dev: bool,
        /// As --dev, and bring the open page up to date whenever a file changes
        #[arg(long)]
        watch: bool,
    },
    /// Make the JavaScript package in target/package/, ready for npm
    Package,
    /// Write the page as one HTML file that opens from a disk, to target/single-file/
    SingleFile,
    /// Measure dist/ and the bare counter, and write sizes.txt, unless a first visit has grown
    Size {
        /// Compare with sizes.txt instead of writing; fails with what has grown
        #[arg(long)]
        check: bool,
        /// Write also what has grown
        #[arg(long, conflicts_with = "check")]
        accept_growth: bool,
    },
    /// Say which crates and modules the program's bytes come from
    Attribute,
    /// Measure how long assessments take on this machine, beside other engines of rules; writes benches/beside.txt
    Bench,
    /// Let Lighthouse look at dist/ as at a page on a phone; writes benches/lighthouse.txt
    Lighthouse,
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
        Err(error) => {
            // The chain says it all; a backtrace would only bury it.
            let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
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
        Chore::Build { address } => build::build(&project, address.as_deref()),
        Chore::Serve { port, dev: false, watch: false } => serve::serve(&project, port),
        Chore::Serve { port, watch, .. } => serve::serve_dev(&project, port, watch),
        Chore::Package => package::package(&project),
        Chore::SingleFile => single_file::single_file(&project),
        Chore::Size { check: true, .. } => size::check(&project, &counter::built(&project)?),
        Chore::Size { accept_growth, .. } => {
            size::write(&project, &counter::built(&project)?, accept_growth)
        }
        Chore::Attribute => attribute::run(&project),
        Chore::Bench => bench::run(&project),
        Chore::Lighthouse => lighthouse::run(&project),
        Chore::Test { steps, engines, named } => {
            test::run(&project, &steps, &test::BrowserTests { engines, named })
        }
    }
}
