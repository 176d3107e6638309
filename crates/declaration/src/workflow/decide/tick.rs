//! The clock: does what each passed deadline demands, the oldest first.

use super::super::actor::Role;
use super::super::event::Fact;
use super::super::stage::Stage;
use super::super::values::{Jalur, Pantauan, SebabArsip, SebabBilling, Tanya, Untuk};
use super::super::waiting::{Plan, Then, plans};
use super::{Journal, examination, payment};

/// Deadlines that one tick handles; what remains comes with the next one, which is due at once.
const MOST_PER_TICK: usize = 16;

pub fn tick(j: &mut Journal) {
    for _ in 0..MOST_PER_TICK {
        let first = plans(&j.state, j.context).into_iter().min_by_key(|plan| plan.deadline);
        match first {
            Some(plan) if plan.deadline <= j.context.now => act(j, &plan),
            _ => return,
        }
    }
}

fn act(j: &mut Journal, plan: &Plan) {
    match plan.then {
        Then::Raise(apa) => raise(j, apa, plan.owner),
        Then::ExpireBilling(untuk) => expire(j, untuk),
        Then::Readiness => {
            let file = &j.state.pemeriksaan;
            let barang = file.siap.is_none() && j.state.jalur == Some(Jalur::Merah);
            let dokumen = file.dokumen.is_none();
            j.emit(Fact::ReadinessOverdue { dokumen, barang });
        }
        Then::NpblReject => examination::question_lapses(j, Tanya::Npbl),
        Then::QuestionLapse(tanya) => examination::question_lapses(j, tanya),
        Then::SptnpOverdue => {
            if let Some(sptnp) = j.state.sptnp.clone() {
                j.emit(Fact::SptnpOverdue { total: sptnp.total, jatuh_tempo: sptnp.jatuh_tempo });
            }
        }
        Then::Deem => deem(j),
        Then::Abandon => {
            let days = j.context.params.btd_tpp_hari;
            let batas = j.context.calendar.end_after_days(j.context.today(), days);
            j.emit(Fact::DeclaredAbandoned { batas });
        }
        Then::Forfeit => j.emit(Fact::Forfeited),
        Then::Archive => j.emit(Fact::Archived { sebab: SebabArsip::Selesai }),
        Then::Lapse => j.emit(Fact::Archived { sebab: SebabArsip::TidakDilanjutkan }),
    }
}

/// The first alarm goes to whom we wait for, later ones about an officer to the head of the office.
fn raise(j: &mut Journal, apa: Pantauan, owner: Role) {
    let tingkat = j.state.eskalasi.get(&apa).map_or(0, |e| e.tingkat).saturating_add(1);
    let kepada = match owner {
        Role::Insw | Role::Bank | Role::Sistem => Role::Sistem,
        Role::Laboratorium => Role::PemeriksaDokumen,
        Role::Pengangkut => j.state.declarant(),
        role if role.is_officer() && tingkat > 1 => Role::KepalaKantor,
        role => role,
    };
    j.emit(Fact::Escalated { apa, tingkat, kepada });
}

fn expire(j: &mut Journal, untuk: Untuk) {
    if let Some(billing) = j.state.active_billing(untuk).cloned() {
        payment::lapse(j, &billing, SebabBilling::Kedaluwarsa);
    }
}

/// No determination within thirty days: the declaration counts as accepted (UU art. 16). Goods found as declared are
/// released; goods found otherwise, and held ones, wait for their officer, who can no longer determine.
fn deem(j: &mut Journal) {
    j.emit(Fact::DeemedAccepted);
    let clean = j.state.pemeriksaan.sesuai != Some(false);
    if j.state.tahap == Stage::Examining && clean && j.state.batal.is_none() {
        examination::release_or_withhold(j, String::new());
    } else {
        examination::settle(j);
    }
}
