//! The programs that drive browsers, and the screen that one of them draws on.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::wait::until;

/// A program that runs beside the tests; ended when dropped.
pub(crate) struct Program {
    process: Child,
    said: String,
}

impl Program {
    /// Starts a program and waits for the line in which it says something; `before` stands before that.
    pub(crate) fn start(mut command: Command, before: &str) -> Result<Program> {
        let name = command.get_program().display().to_string();
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        let output = process.stdout.take().context("the program has no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut program = Program { process, said: String::new() };
        for line in lines.by_ref() {
            let line = line?;
            if let Some((_, said)) = line.split_once(before) {
                program.said = said.trim_end_matches('.').to_owned();
                // Read on, or the program would one day wait for somebody to do so.
                thread::spawn(move || lines.for_each(drop));
                return Ok(program);
            }
        }
        bail!("{name} said nothing of the kind: it is no such program")
    }

    /// Starts a driver that names no port, on one that is free; says where it listens.
    pub(crate) fn on_free_port(mut command: Command) -> Result<(Program, String)> {
        let name = command.get_program().display().to_string();
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let process = command
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        let program = Program { process, said: String::new() };
        until(&format!("{name} listens"), || Ok(TcpStream::connect(("127.0.0.1", port)).ok()))?;
        Ok((program, address(&port.to_string())))
    }

    /// What it said when it started.
    pub(crate) fn said(&self) -> &str {
        &self.said
    }
}

/// The address of a driver that listens on this machine.
pub(crate) fn address(port: &str) -> String {
    format!("http://127.0.0.1:{port}/")
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
