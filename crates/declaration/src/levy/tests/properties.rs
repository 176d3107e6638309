//! What holds for every declaration.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::super::*;
use super::builders::*;

/// Money of two places up to ten million.
fn money() -> impl Strategy<Value = Decimal> {
    (0_i64..1_000_000_000).prop_map(|cents| Decimal::new(cents, 2))
}

fn percentage(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most * 100).prop_map(|hundredths| Decimal::new(hundredths, 2))
}

fn levy_row() -> impl Strategy<Value = RowInput> {
    let codes = Levy::all().map(Levy::code).filter(|code| !matches!(*code, "DENDA" | "PNBP")).collect::<Vec<_>>();
    let facility = prop::sample::select(Facility::all().collect::<Vec<_>>());
    let shape = (prop::sample::select(codes), percentage(150), any::<bool>(), money());
    (shape, facility, percentage(100)).prop_map(|((code, rate, specific, quantity), facility, part)| RowInput {
        kind: if specific { TariffKind::Specific } else { TariffKind::AdValorem },
        rate,
        quantity: Some(quantity),
        facility,
        facility_percent: Some(part),
        ..row(code, "0")
    })
}

fn goods_line() -> impl Strategy<Value = ItemInput> {
    (money(), prop::collection::vec(levy_row(), 0..6)).prop_map(|(price, rows)| {
        let mut line = item("0", rows);
        line.price = price;
        line
    })
}

prop_compose! {
    fn any_declaration()(
        items in prop::collection::vec(goods_line(), 1..12),
        terms in prop::sample::select(vec!["EXW", "FOB", "CFR", "CIF", "DDP", "LAN"]),
        price in prop::option::of(money()),
        costs in (money(), money(), prop::option::of(money()), prop::option::of(money())),
        ndpbm in (1_i64..400_000_000).prop_map(|units| Decimal::new(units, 4)),
    ) -> LevyInput {
        let sum = items.iter().map(|line| line.price).sum();
        let mut input = declaration(terms, "0", "1", lines(items));
        input.price = price.unwrap_or(sum);
        (input.additions, input.deductions, input.freight, input.insurance) = costs;
        input.ndpbm = Some(ndpbm);
        input
    }
}

/// Uniform ad valorem rows, as most declarations have.
fn uniform(rates: [Decimal; 3]) -> Vec<RowInput> {
    let mut rows = usual("0", "0");
    (rows[0].rate, rows[2].rate) = (rates[0], rates[2]);
    rows
}

fn sum_of_cif(done: &Assessment) -> Decimal {
    done.items.iter().map(|item| item.shares.unwrap().cif).sum()
}

fn amounts(done: &Assessment) -> impl Iterator<Item = Amounts> {
    done.items.iter().flat_map(|item| item.rows.iter()).filter_map(|row| row.amounts)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_negative(input in any_declaration()) {
        let done = assess(&input, &params(&[]));
        prop_assert!(done.dibayar.0 >= 0);
        prop_assert!(done.totals.iter().all(|total| total.raw >= Decimal::ZERO && total.rounded.0 >= 0));
        prop_assert!(amounts(&done).all(|row| row.paid >= Decimal::ZERO && row.covered >= Decimal::ZERO));
        let cifs = done.items.iter().filter_map(|item| item.shares).map(|shares| shares.cif);
        prop_assert!(cifs.min().is_none_or(|least| least >= Decimal::ZERO));
    }

    #[test]
    fn lines_add_up_to_the_declaration(input in any_declaration()) {
        let done = assess(&input, &params(&[]));
        if let (Some(cif), true) = (done.valuation.cif, done.items[0].shares.is_some()) {
            prop_assert_eq!(sum_of_cif(&done), cif);
            let values: Decimal = done.items.iter().filter_map(|item| item.customs_value).sum();
            prop_assert_eq!(Some(values), done.valuation.customs_value);
        }
    }

    #[test]
    fn buckets_add_up_to_the_gross_levy(input in any_declaration()) {
        let done = assess(&input, &params(&[]));
        prop_assert!(amounts(&done).all(|row| row.paid + row.covered == row.gross));
        let gross: Decimal = amounts(&done).map(|row| row.gross).sum();
        let buckets: Decimal = done.totals.iter().map(|total| total.raw).sum();
        prop_assert_eq!(buckets, gross);
    }

    #[test]
    fn rounding_goes_the_legal_way(input in any_declaration()) {
        for total in assess(&input, &params(&[])).totals {
            let rounded = Decimal::from(total.rounded.0);
            if total.jenis.stage() == Stage::Tax {
                prop_assert!(rounded <= total.raw && total.raw - rounded < Decimal::ONE);
            } else {
                prop_assert!(rounded >= total.raw && rounded - total.raw < Decimal::ONE_THOUSAND);
                prop_assert_eq!(total.rounded.0 % 1000, 0);
            }
        }
    }

    #[test]
    fn a_higher_value_never_costs_less(
        prices in prop::collection::vec(money(), 1..8),
        rates in [percentage(150), percentage(12), percentage(10)],
        more in money(),
        freight in money(),
    ) {
        let items = || prices.iter().map(|price| ItemInput { price: *price, ..item("0", uniform(rates)) }).collect();
        let mut input = declaration("FOB", "0", "16321.5", lines(items()));
        (input.price, input.freight) = (prices.iter().sum(), Some(freight));
        let low = assess(&input, &params(&[])).dibayar;
        input.freight = Some(freight + more);
        prop_assert!(assess(&input, &params(&[])).dibayar >= low);
    }

    #[test]
    fn a_higher_price_of_one_line_never_costs_less(mut row in levy_row(), price in money(), more in money()) {
        row.kind = TariffKind::AdValorem;
        let mut input = simple("0", "16321.5", vec![row.clone(), RowInput { index: 1, ..row }]);
        input.price = price;
        let low = assess(&input, &params(&[])).dibayar;
        input.price = price + more;
        prop_assert!(assess(&input, &params(&[])).dibayar >= low);
    }

    #[test]
    fn splitting_a_line_changes_no_more_than_rounding(
        first in money(),
        cut in 1_u8..100,
        others in prop::collection::vec(money(), 0..5),
        rates in [percentage(150), percentage(12), percentage(10)],
        freight in money(),
    ) {
        let part = (first * Decimal::new(cut.into(), 2)).round_dp(2);
        prop_assume!(part > Decimal::ZERO && part < first);
        let line = |price| ItemInput { price, ..item("0", uniform(rates)) };
        let rest = || others.iter().map(|price| ItemInput { price: *price, ..item("0", usual("5", "2.5")) });
        let assessed = |head: Vec<ItemInput>| {
            let items: Vec<ItemInput> = head.into_iter().chain(rest()).collect();
            let mut input = declaration("FOB", "0", "16321.5", lines(items));
            input.price = input.items.iter().map(|line| line.price).sum();
            input.freight = Some(freight);
            assess(&input, &params(&[]))
        };
        let (whole, split) = (assessed(vec![line(first)]), assessed(vec![line(part), line(first - part)]));
        prop_assert_eq!(whole.valuation.cif, split.valuation.cif);
        for (one, other) in whole.totals.iter().zip(&split.totals) {
            // CIF keeps two places and shares four; the largest line, which may be another one now, evens both out.
            let shares = Decimal::new(5, 5) * Decimal::from(2 * (others.len() + 2));
            let moved = (Decimal::new(5, 3) + shares) * Decimal::new(163_215, 1) * Decimal::new(15, 1);
            prop_assert!((one.raw - other.raw).abs() <= moved, "{} {}", one.raw, other.raw);
        }
    }

    #[test]
    fn no_input_panics(
        digits in prop::collection::vec((any::<i64>(), 0_u32..28), 8),
        terms in prop::sample::select(vec!["FOB", "CFR", "CIF", "ABC"]),
        mut row in levy_row(),
    ) {
        let number = |k: usize| Decimal::from_i128_with_scale(i128::from(digits[k].0) * 8_000_000_000, digits[k].1);
        row.rate = number(0);
        row.quantity = Some(number(1));
        row.facility_percent = Some(number(2));
        let mut input = declaration(terms, "0", "1", vec![item("0", vec![row])]);
        (input.price, input.additions, input.deductions) = (number(3), number(4), number(5));
        (input.freight, input.ndpbm) = (Some(number(6)), Some(number(7)));
        input.items[0].price = number(3);
        let done = assess(&input, &params(&[("ppn.basis_bm_bulat", "1")]));
        prop_assert!(serde_json::to_string(&done).is_ok());
    }
}
