//! The clock of the device, which knows the moment everywhere, and a day only where the device is.

use jiff::civil::Date;
use js_sys::Date as Moment;
use wasm_bindgen::JsValue;

/// By how much clocks in China are ahead of universal time, in milliseconds: everywhere there, the whole year.
const CHINA: f64 = 8.0 * 3_600_000.0;

/// Returns the day in China, by which rules count.
pub(crate) fn day_in_china() -> Date {
    let there = Moment::new(&JsValue::from_f64(Moment::now() + CHINA));
    day(there.get_utc_full_year(), there.get_utc_month(), there.get_utc_date())
}

/// Returns the day where the device is.
pub(super) fn day_here() -> Date {
    let here = Moment::new_0();
    day(here.get_full_year(), here.get_month(), here.get_date())
}

/// Returns a day as the browser counts it: months from none.
fn day(year: u32, month: u32, day: u32) -> Date {
    Date::new(year as i16, month as i8 + 1, day as i8).unwrap_or(Date::MAX)
}
