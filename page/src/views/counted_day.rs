//! By which day everything is counted, where the device has another.

use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::State;
use crate::text::messages::{Messages, format};
use crate::text::phrases::day;

/// Writes by which day everything is counted, where the device has another than China.
pub(super) fn counted_day(markup: &mut Markup, state: &State, messages: &Messages) {
    let sentence = state.device.day.and_then(|here| sentence(state.on, here, messages));
    write_html!(markup,
        if let Some(sentence) = sentence {
            p(class = "quiet", id = "counted-day", role = "note") { (sentence) }
        }
    );
}

fn sentence(on: Date, here: Date, messages: &Messages) -> Option<String> {
    let [china, here] = [on, here].map(|date| (date, day(date, messages)));
    (china.0 != here.0).then(|| format(messages.day_in_china, &[&china.1, &here.1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::messages::messages;
    use jifen::scheme::Language;
    use jiff::civil::date;

    #[test]
    fn another_day_on_the_device_is_told() {
        let (china, here) = (date(2026, 11, 25), date(2026, 11, 24));
        for (language, expected) in [
            (Language::Zh, "都按中国的日期算，现在是2026年11月25日；您的设备上是2026年11月24日。"),
            (
                Language::En,
                "Everything is counted by the date in China, which is 25 November 2026; on your device it is 24 November 2026.",
            ),
        ] {
            let messages = messages(language);
            assert_eq!(sentence(china, here, messages).as_deref(), Some(expected));
            assert_eq!(sentence(china, china, messages), None);
        }
    }
}
