//! Faults as they are shown: to a person in a terminal, or to a machine that shows them at their lines.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use jifen_check::Fault;

/// Writes faults with their lines, as compilers do; in colour where a terminal shows them.
pub(super) fn write_text(output: &mut impl Write, faults: &[Fault]) -> io::Result<()> {
    let renderer = match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => Renderer::plain(),
        _ => Renderer::styled(),
    };
    for fault in faults {
        writeln!(output, "{}\n", text(&renderer, fault))?;
    }
    Ok(())
}

fn text(renderer: &Renderer, fault: &Fault) -> String {
    let path = fault.file.display().to_string();
    let why = Level::NOTE.with_name("why").message(&fault.why);
    let help = Level::HELP.with_name("do").message(&fault.help);
    let title = Level::ERROR.with_name("fault").primary_title(&fault.what);
    let report = if fault.source_line.is_empty() {
        // There is no line to show of a file that is not there.
        let origin = Origin::path(&path).line(fault.line).char_column(fault.column);
        title.element(origin).element(why).element(help)
    } else {
        let marked = AnnotationKind::Primary.span(fault.marked.clone());
        let snippet = Snippet::source(&fault.source_line).path(&path).line_start(fault.line);
        title.element(snippet.annotation(marked)).element(why).element(help)
    };
    renderer.render(&[report])
}

/// Writes faults as workflow commands, a line each.
pub(super) fn write_github(output: &mut impl Write, faults: &[Fault]) -> io::Result<()> {
    for fault in faults {
        let Fault { file, line, column, what, why, help, .. } = fault;
        let file = property(&file.display().to_string());
        let (title, message) = (property(what), message(&format!("why: {why}\ndo: {help}")));
        writeln!(output, "::error file={file},line={line},col={column},title={title}::{message}")?;
    }
    Ok(())
}

/// Text behind the colons of a workflow command.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text in a property of a workflow command, where colons and commas end it.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
