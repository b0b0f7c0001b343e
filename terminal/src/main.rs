//! The terminal: the rule author's tool, and the build's.

mod advise;
mod assess;
mod check;
mod diff;
mod due;
mod export;
mod faults;
mod forecast;
mod lines;
mod output;
mod review;
mod rules;
mod schema;
mod verify;
mod watch;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jifen::report;
use jifen_check::Depth;
use jiff::civil::Date;
use output::Output;

/// Residence-permit points: check rules, assess answers, write the packs that the page fetches.
#[derive(Parser)]
#[command(name = "jifen", version)]
struct Arguments {
    /// The folder with the rules.
    #[arg(long, global = true, default_value = "rules", value_name = "DIR")]
    rules: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read, lint and run the cases of all rules; every fault is listed with its line.
    Check {
        /// The folder with the rules, instead of --rules.
        dir: Option<PathBuf>,
        /// Also change every number that scores and take away every citation and case, one at a time: something has
        /// to notice.
        #[arg(long)]
        thorough: bool,
        /// How faults are written.
        #[arg(long, value_enum, default_value_t = check::Format::Text)]
        format: check::Format,
        /// Check again whenever a file changes.
        #[arg(long)]
        watch: bool,
    },
    /// List the schemes as JSON.
    Schemes,
    /// List the questions of a scheme as JSON.
    Questions {
        /// The scheme's id.
        scheme: String,
        /// The edition's id; without one, the one that is written whole.
        #[arg(long, value_name = "EDITION")]
        edition: Option<String>,
    },
    /// Assess answers: one JSON object a line on stdin, one assessment a line on stdout.
    Assess {
        /// The scheme's id.
        scheme: String,
        /// The edition's id; without one, the edition that the day is assessed by.
        #[arg(long, value_name = "EDITION")]
        edition: Option<String>,
        /// The day of the assessment.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Date,
    },
    /// Advise: one JSON object of answers a line on stdin, the nearest ways to the line on stdout, a line each.
    Advise {
        /// The scheme's id.
        scheme: String,
        /// The edition's id; without one, the edition that the day is assessed by.
        #[arg(long, value_name = "EDITION")]
        edition: Option<String>,
        /// The day from which to look ahead.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Date,
    },
    /// Forecast ten years: one JSON object of answers a line on stdin, one forecast a line on stdout.
    Forecast {
        /// The scheme's id.
        scheme: String,
        /// The edition's id; without one, the edition that the day is assessed by.
        #[arg(long, value_name = "EDITION")]
        edition: Option<String>,
        /// The day of the answers.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Date,
        /// A question whose fact will not go on growing; may be given several times.
        #[arg(long, value_name = "QUESTION")]
        pause: Vec<String>,
    },
    /// Say what one edition of a scheme has otherwise than another; with a day, also what that does to the people whose
    /// answers stand on stdin, a line of JSON each.
    Diff {
        /// The scheme's id.
        scheme: String,
        /// The edition before.
        from: String,
        /// The edition after.
        to: String,
        /// The day on which to assess answers.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// Write JSON, a line each.
        #[arg(long)]
        json: bool,
    },
    /// Recompute what a printed sheet says. Exit code 0: the same; 1: something differs; 2: nothing can be computed.
    Verify {
        /// The address behind the sheet's picture, or the part of it after `#`.
        address: String,
        /// The check code on the sheet, with or without its spaces, in place of the one in the address.
        #[arg(long)]
        code: Option<String>,
        /// The day on the sheet, in place of the one in the address.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
    },
    /// List what of the rules somebody has to look at, the most urgent first: what ends or starts, sources that have
    /// aged, values that rest on one source or on sources that disagree.
    Due {
        /// The day from which to look.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Date,
        /// How many months ahead to look.
        #[arg(long, value_name = "MONTHS", default_value_t = 6, value_parser = clap::value_parser!(u16).range(..=1200))]
        within: u16,
        /// Write one JSON array instead of a line each.
        #[arg(long)]
        json: bool,
    },
    /// Write a worksheet of a scheme's rules for the person who holds the official text, or apply a filled one.
    Review {
        /// The scheme's id.
        scheme: String,
        /// One of its editions that has a file of its own.
        #[arg(long, value_name = "ID")]
        edition: Option<String>,
        /// The filled worksheet to apply; `-` reads it from stdin.
        #[arg(long, value_name = "FILE", requires = "on")]
        apply: Option<PathBuf>,
        /// The day on which the text was read.
        #[arg(long, value_name = "YYYY-MM-DD", requires = "apply")]
        on: Option<Date>,
    },
    /// Write the packs that the page fetches.
    Export {
        /// Where to write them.
        dir: PathBuf,
        /// Write JSON for other programs instead.
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON Schema of a rule file, for editors.
    Schema {
        /// Which file.
        #[arg(value_enum, default_value_t = schema::File::Scheme)]
        file: schema::File,
        /// Write the schemas of all files into a folder instead.
        #[arg(long, value_name = "DIR", conflicts_with = "file")]
        write: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let mut output = Output::stdout();
    let done = run(Arguments::parse(), &mut output);
    let done = done.and_then(|code| {
        output.flush()?;
        Ok(code)
    });
    done.unwrap_or_else(|error| {
        // Nothing can be said to somebody who listens neither here nor there.
        let _ = writeln!(io::stderr(), "{error:#}");
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments, output: &mut Output) -> anyhow::Result<ExitCode> {
    let Arguments { rules, command } = arguments;
    match command {
        Command::Check { dir, thorough, format, watch } => {
            let rules = dir.as_deref().unwrap_or(&rules);
            let depth = if thorough { Depth::Thorough } else { Depth::Usual };
            if !watch {
                return check::run(output, rules, depth, format);
            }
            watch::run(output, rules, |output| check::run(output, rules, depth, format).map(drop))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Schemes => {
            let schemes = rules::load(&rules)?;
            let summary = |editions| report::scheme_summary(editions);
            output.json(&schemes.iter().map(summary).collect::<Vec<_>>())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Questions { scheme, edition } => {
            let editions = rules::editions_of(&rules, &scheme)?;
            let scheme = match &edition {
                Some(edition) => rules::edition(&editions, edition)?,
                None => &editions.whole,
            };
            output.json(&report::question_summaries(scheme))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Assess { scheme, edition, on } => {
            assess::run(output, &rules, &scheme, edition.as_deref(), on)
        }
        Command::Advise { scheme, edition, on } => {
            advise::run(output, &rules, &scheme, edition.as_deref(), on)
        }
        Command::Forecast { scheme, edition, on, pause } => {
            forecast::run(output, &rules, &scheme, edition.as_deref(), on, &pause)
        }
        Command::Diff { scheme, from, to, on, json } => {
            let (scheme, from, to) = (&*scheme, &*from, &*to);
            diff::run(output, &rules, &diff::Question { scheme, from, to, on, json })
        }
        Command::Verify { address, code, on } => {
            verify::run(output, &rules, &address, code.as_deref(), on)
        }
        Command::Due { on, within, json } => due::run(output, &rules, on, within, json),
        Command::Review { scheme, edition, apply, on } => {
            review::run(output, &rules, &scheme, edition.as_deref(), apply.as_deref().zip(on))
        }
        Command::Export { dir, json } => export::run(&rules, &dir, json),
        Command::Schema { file, write } => schema::run(output, file, write.as_deref()),
    }
}
