//! What the total is held against, past rounds included.

use jifen::assess::Standing;

use super::citation::citation;
use super::part;
use crate::app::say::{Say, figure};
use crate::app::sheet::Sheet;
use crate::app::view::View;

pub(super) fn line(sheet: &mut Sheet, view: &View, say: &Say<'_>) {
    let line = &view.scheme.line;
    let cutoffs = line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.cutoffs);
    part(sheet, "line", say.words.rules_line, |sheet| {
        sheet.tag("div", "inside", |sheet| {
            let name = say.text(&line.name);
            match line.threshold {
                Some(points) => {
                    sheet.line("p", "", &[&name, say.words.colon, &say.points(points)].concat());
                }
                None => sheet.line("p", "", &name),
            }
            if !cutoffs.is_empty() {
                sheet.tag("table", "rounds", |sheet| {
                    sheet.tag("tbody", "", |sheet| {
                        for (cutoff, standing) in cutoffs.iter().zip(&view.assessment.standings) {
                            sheet.tag("tr", "", |sheet| {
                                sheet.tag("th", "", |sheet| {
                                    sheet.fixed("scope", "row");
                                    sheet.text(&cutoff.round);
                                });
                                sheet.line("td", "", &figure(cutoff.points));
                                sheet.line("td", "", reached(standing, say));
                                sheet.line("td", "", say.grade(cutoff.cite.grade));
                            });
                        }
                    });
                });
            }
            citation(sheet, say, &line.cite);
        });
    });
}

fn reached(standing: &Standing, say: &Say<'_>) -> &'static str {
    match standing.reached {
        Some(true) => say.words.reached,
        Some(false) => say.words.not_reached,
        None => say.words.undecided,
    }
}
