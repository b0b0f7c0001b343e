//! Lines of a text, and their characters in one form.

/// Returns the lines of a text, however they end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Writes a line with one form for each character: full-width letters become plain ones, all dashes one dash, and the
/// radicals that some PDFs have in place of characters become those. What has no width goes.
pub(super) fn fold(line: &str, folded: &mut String) {
    folded.clear();
    folded.extend(line.chars().filter_map(|character| {
        Some(match character {
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => return None,
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
            }
            '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{b}' | '\u{c}' => ' ',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => '-',
            '〜' | '∼' | '˜' => '~',
            '￥' => '¥',
            '│' | '┃' => '|',
            '⽉' => '月',
            '⽇' => '日',
            '⽣' => '生',
            '⽼' => '老',
            '⼯' => '工',
            '⽌' => '止',
            '⼈' => '人',
            '⾄' => '至',
            '⼊' => '入',
            '⾦' => '金',
            '⽤' => '用',
            '⼀' => '一',
            other => other,
        })
    }));
}
