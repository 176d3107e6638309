//! The whole state × command matrix, so that every change of the workflow is seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::super::*;
use super::actions::usual;
use super::case::{jenis, refusal_code};
use super::paths::places;

/// The name of a command, with the part that tells two of the same kind apart.
fn label(action: &Action) -> String {
    let detail = match action {
        Action::InswAnswered { hasil: HasilLartas::Sesuai, .. } => "ok",
        Action::InswAnswered { hasil: HasilLartas::Dikembalikan { .. }, .. } => "returned",
        Action::InswAnswered { .. } => "flagged",
        Action::ValidationPassed { kewajiban, .. } if kewajiban.jaminan.is_some() => "guaranteed",
        Action::ValidationPassed { kewajiban, .. } if kewajiban.bayar.0 == 0 => "nothing to pay",
        Action::RequestBilling { untuk } | Action::CancelBilling { untuk, .. } => match untuk {
            Untuk::Pib => "pib",
            Untuk::Sptnp => "sptnp",
            Untuk::Perbaikan => "amendment",
        },
        Action::PaymentReported { pembayaran } if pembayaran.nilai.0 % 10 == 9 => "too little",
        Action::ManifestMatched { kemiripan: ..80, .. } => "doubtful",
        Action::ResolvePayment { terima: yes, .. }
        | Action::DecideSimilarity { setuju: yes, .. }
        | Action::DecideCancellation { setuju: yes, .. }
        | Action::DecideAmendment { setuju: yes, .. }
        | Action::RecordLhp { sesuai: yes, .. } => ["no", "yes"][usize::from(*yes)],
        Action::RequestAmendment { akibat, .. } if akibat.kurang.0 > 0 => "more to pay",
        Action::RequestAmendment { .. } => "refund",
        Action::GateOut { terakhir, .. } => ["some", "all"][usize::from(*terakhir)],
        Action::ChannelDrawn { keputusan } if keputusan.jalur == Jalur::Hijau => "green",
        Action::ChannelDrawn { .. } => "red",
        Action::Ask { tanya, .. } | Action::Answer { tanya, .. } => match tanya {
            Tanya::Npd => "npd",
            Tanya::Inp => "inp",
            Tanya::Npbl => "npbl",
            Tanya::P2 => "p2",
            Tanya::Lab => "lab",
        },
        Action::IssueSptnp { rincian } if rincian[0].nilai.0 < 0 => "refund",
        _ => return action.name().to_owned(),
    };
    format!("{}({detail})", action.name())
}

#[test]
fn every_state_answers_every_command() {
    let mut out = String::new();
    for (place, case) in places() {
        writeln!(out, "# {place}: {:?}", case.state.tahap).unwrap();
        let mut refused: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for command in usual(&case.state, case.now) {
            let name = label(&command.tindakan);
            match case.decide(command.oleh, command.tindakan) {
                Ok(events) if events.is_empty() => refused.entry("nothing to do".to_owned()).or_default().push(name),
                Ok(events) => {
                    let mut after = case.clone();
                    after.take(events.clone());
                    writeln!(out, "{name}: {} → {:?}", jenis(&events).join(", "), after.state.tahap).unwrap();
                }
                Err(refusal) => refused.entry(refusal_code(&refusal)).or_default().push(name),
            }
        }
        for (code, names) in refused {
            // Most of the matrix is refused; what is accepted is listed above, so the rest need not be named.
            let rest = if names.len() > 8 { format!("{} others", names.len()) } else { names.join(", ") };
            writeln!(out, "  {code}: {rest}").unwrap();
        }
        out.push('\n');
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("matrix", out);
    });
}

#[test]
fn the_places_cover_every_stage_and_the_commands_every_action() {
    let stages: BTreeSet<Stage> = places().iter().map(|(_, case)| case.state.tahap).collect();
    let missing: Vec<_> = Stage::ALL.iter().filter(|s| !stages.contains(s)).collect();
    assert_eq!(missing, [] as [&Stage; 0]);

    let case = super::case::Case::new();
    let names: BTreeSet<_> = usual(&case.state, case.now).iter().map(|c| c.tindakan.name()).collect();
    assert_eq!(names.len(), 50, "a new action needs a usual command: {names:?}");
}

#[test]
fn an_action_is_called_by_its_tag() {
    let case = super::case::Case::new();
    for command in usual(&case.state, case.now) {
        let json = serde_json::to_value(&command).unwrap();
        assert_eq!(json["tindakan"]["jenis"], command.tindakan.name());
        assert_eq!(serde_json::from_value::<Command>(json).unwrap(), command);
    }
}

#[test]
fn every_action_is_refused_to_those_who_may_not() {
    let (_, case) = places().swap_remove(30);
    for command in usual(&case.state, case.now) {
        let may = command.tindakan.roles();
        assert!(!may.is_empty());
        for role in [Role::Pengangkut, Role::Laboratorium, Role::Importir, Role::PemeriksaFisik, Role::Sistem] {
            let actor = Actor::officer(role, "orang", super::actions::kantor());
            let refused = matches!(case.decide(actor, command.tindakan.clone()), Err(Refusal::WrongRole { .. }));
            assert_eq!(refused, !may.contains(&role), "{} by {role:?}", command.tindakan.name());
        }
    }
}
