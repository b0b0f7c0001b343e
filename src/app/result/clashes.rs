//! Answers that do not go together, as an examiner would see it.

use super::part;
use crate::app::guide::basis;
use crate::app::sheet::Sheet;
use crate::app::shown::Shown;

pub(super) fn clashes(sheet: &mut Sheet, shown: &Shown<'_>) {
    let (view, say) = (shown.view, &shown.say);
    let (Some(guide), Some(examination)) = (&view.guide, &view.examination) else { return };
    let clashes = examination.clashes.iter().filter_map(|one| guide.clashes.get(*one));
    sheet.when(!examination.clashes.is_empty(), |sheet| {
        part(sheet, "clashes", say.words.clashes, |sheet| {
            sheet.tag("ul", "passages", |sheet| {
                for clash in clashes {
                    sheet.tag("li", "", |sheet| {
                        sheet.key(&clash.id);
                        sheet.set("data-clash", &clash.id);
                        sheet.line("b", "", &say.text(&clash.name));
                        sheet.line("p", "", &say.text(&clash.why));
                        sheet.tag("p", "", |sheet| {
                            sheet.line("b", "", say.words.clash_papers);
                            sheet.text(say.words.colon);
                            sheet.text(&say.text(&clash.papers));
                        });
                        basis(sheet, &clash.basis, say);
                    });
                }
            });
        });
    });
}
