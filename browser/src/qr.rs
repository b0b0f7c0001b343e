//! QR codes, as a camera reads them off the page.

use anyhow::{Context, Result};

/// Decodes a QR code from the path that draws it, in modules, with so many to a side.
///
/// # Errors
/// When there is no code, or none that can be read.
pub fn decode(path: &str, modules: usize) -> Result<String> {
    const SCALE: usize = 4;
    let mut dark = vec![vec![false; modules]; modules];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> = run
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [x, y, length, ..] = numbers[..] else { continue };
        dark[y][x..x + length].fill(true);
    }
    let side = modules * SCALE;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if dark[y / SCALE][x / SCALE] { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    Ok(grids.first().context("no code is found")?.decode()?.1)
}
