//! Files as addresses that need no server.

/// Returns an address that holds a text in UTF-8.
pub(crate) fn data_url(media_type: &str, text: &str) -> String {
    ["data:", media_type, ";charset=utf-8,", &percent_encoded(text)].concat()
}

/// Returns a text in UTF-8 as an address can hold it.
pub(crate) fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut url = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push('%');
            url.push(char::from(DIGITS[usize::from(byte >> 4)]));
            url.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_cannot_hold_is_written_in_percent() {
        let url = data_url("text/calendar", "a-1~ 积\r\n%");
        assert_eq!(url, "data:text/calendar;charset=utf-8,a-1~%20%E7%A7%AF%0D%0A%25");
    }
}
