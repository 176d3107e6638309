//! Figures and days as people write them, in both languages: a sentence takes the Indonesian form of its figures in its
//! Indonesian half and the English form in the other.

use jiff::civil::Date;
use kernel::{Marks, Shape, Text};
use rust_decimal::{Decimal, RoundingStrategy};

/// Money: `24.500,00`, in English `24,500.00`.
pub(crate) fn money(value: impl Into<Decimal>) -> Text {
    figure(rounded(value, 2), 2)
}

/// An exchange rate: `16.300,00`, with up to four places, so that two that differ never look alike.
pub(crate) fn exchange_rate(value: impl Into<Decimal>) -> Text {
    figure(rounded(value, 4), 2)
}

/// A rate, weight or quantity, with no more places than it has: `13.500`, `2,5`.
pub(crate) fn number(value: impl Into<Decimal>) -> Text {
    figure(rounded(value, 4), 0)
}

/// A day: `29-11-2026`, in English `29 November 2026`, since English readers take the first two figures either way.
pub(crate) fn day(date: Date) -> Text {
    let id = format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year());
    Text::made(id, date.strftime("%-d %B %Y").to_string())
}

/// Halves go up, as on paper.
fn rounded(value: impl Into<Decimal>, places: u32) -> Decimal {
    value.into().round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// With at least so many places.
fn figure(value: Decimal, places: u32) -> Text {
    let mut plain = value.normalize().abs();
    if plain.scale() < places {
        plain.rescale(places);
    }
    let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
    let write = |marks| format!("{sign}{}", Shape::Number.show(&plain.to_string(), marks));
    Text::made(write(Marks::Comma), write(Marks::Point))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &Text, id: &str, en: &str) {
        assert_eq!((text.id.as_ref(), text.en.as_ref()), (id, en));
    }

    #[test]
    fn figures_and_days_follow_the_language() {
        check(&money(Decimal::from(24_500)), "24.500,00", "24,500.00");
        check(&money(Decimal::new(232_620_267_639, 4)), "23.262.026,76", "23,262,026.76");
        check(&money(Decimal::new(-5, 1)), "-0,50", "-0.50");
        check(&money(Decimal::ZERO), "0,00", "0.00");
        check(&exchange_rate(Decimal::new(163_000_001, 4)), "16.300,0001", "16,300.0001");
        check(&exchange_rate(Decimal::new(16_300, 0)), "16.300,00", "16,300.00");
        check(&number(Decimal::new(250, 2)), "2,5", "2.5");
        check(&number(Decimal::from(999)), "999", "999");
        check(&number(Decimal::new(100_000_001, 4)), "10.000,0001", "10,000.0001");
        check(&day(Date::constant(2026, 11, 29)), "29-11-2026", "29 November 2026");
        check(&day(Date::constant(2026, 3, 5)), "05-03-2026", "5 March 2026");
    }
}
