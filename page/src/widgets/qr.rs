//! The address as a QR code: one path in an SVG, dark on light in either theme, since cameras expect that.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::elements::markup::Markup;
use crate::elements::write_html;

/// The light margin that a reader needs, in modules.
const MARGIN: i32 = 4;

/// Returns the code of an address; none for one that is too long.
pub(crate) fn code(address: &str) -> Option<QrCode> {
    QrCode::encode_text(address, QrCodeEcc::Low).ok()
}

/// Writes a code as a picture with a label.
pub(crate) fn draw(markup: &mut Markup, code: &QrCode, id: &'static str, label: &str) {
    let side = (code.size() + 2 * MARGIN).to_string();
    write_html!(markup,
        svg(
            class = "picture", id = id, role = "img", aria-label = label,
            viewBox = ["0 0 ", &side, " ", &side].concat(), shape-rendering = "crispEdges"
        ) {
            path(d = path(code));
        }
    );
}

/// Returns the outline of a code: every row as its runs of dark modules.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let mut end = x;
            while code.get_module(end, y) {
                end += 1;
            }
            if end > x {
                let length = (end - x).to_string();
                let (left, top) = ((x + MARGIN).to_string(), (y + MARGIN).to_string());
                path.push_str(
                    &["M", &left, " ", &top, "h", &length, "v1h-", &length, "z"].concat(),
                );
            }
            x = end + 1;
        }
    }
    path
}
