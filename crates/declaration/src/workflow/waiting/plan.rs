//! The deadlines of a state: that of its step, and those that run beside it.

use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::{Text, Timestamp};

use super::super::Context;
use super::super::actor::Role;
use super::super::calendar::plus;
use super::super::params::{NpblClosing, WorkflowParams};
use super::super::stage::Stage;
use super::super::state::{Pertanyaan, State};
use super::super::values::{Pantauan, StatusBilling, Tanya, Untuk};
use super::rows;

/// How long a step may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Minutes that an automatic step normally takes; late after `batas.kali` times as many.
    Automatic(u32),
    /// Hours of office time.
    OfficeHours(u32),
    /// To the end of the n-th working day.
    WorkingDays(u32),
    /// Days of 24 hours.
    Days(u32),
    /// An instant that an event fixed.
    At(Timestamp),
    /// The end of a day that an event fixed.
    EndOf(Date),
}

/// What the clock does when a deadline passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Tells somebody, again and again.
    Raise(Pantauan),
    /// The billing code of a debt is over.
    ExpireBilling(Untuk),
    /// The terminal prepares the goods.
    Readiness,
    /// The NPBL stays unanswered before acceptance is complete: the document is rejected.
    NpblReject,
    /// The question stays unanswered.
    QuestionLapse(Tanya),
    /// The debt is due.
    SptnpOverdue,
    /// The declaration counts as accepted.
    Deem,
    /// The goods count as abandoned.
    Abandon,
    /// The abandoned goods are lost to their owner.
    Forfeit,
    /// Completed documents go to the archive.
    Archive,
    /// Documents that nobody continues go there too.
    Lapse,
}

/// One deadline.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whether this is what the screen names as the reason.
    pub is_main: bool,
    pub owner: Role,
    pub reason: Text,
    pub since: Timestamp,
    pub deadline: Timestamp,
    pub normal: SignedDuration,
    pub then: Then,
}

/// All deadlines of a state. Empty before the first and after the last event.
pub fn plans(state: &State, context: &Context) -> Vec<Plan> {
    let mut out = Vec::new();
    if state.tahap.is_final() {
        return out;
    }
    out.extend(legal(state, context));
    out.extend(billing(state, context));
    out.extend(requests(state, context));
    out.extend(step(state, context));
    out
}

/// The deadline of the step itself.
fn step(state: &State, context: &Context) -> Option<Plan> {
    let row = rows::find(state)?;
    let owner = (row.owner)(state);
    let limit = (row.limit)(state, context.params);
    // A fixed instant that an old event lacks must not leave the step without a deadline.
    let limit = limit.unwrap_or(Limit::Days(context.params.pengingat_hari));
    let mut plan = Plan { is_main: state.nhi.is_none(), ..watch(state.sejak, limit, owner, context) };
    plan.reason = Text::fixed(row.reason.0, row.reason.1);
    plan.then = if npbl_rejects(state, context.params) { Then::NpblReject } else { row.then };
    Some(repeated(plan, Pantauan::Tahap, state, context))
}

/// Whether an unanswered NPBL rejects the document: one that was asked before billing may (rules 1.4, 9.8).
pub fn npbl_rejects(state: &State, params: &WorkflowParams) -> bool {
    let before = |q: Pertanyaan| q.tanya == Tanya::Npbl && q.dari == Stage::LartasReview;
    state.tanya.is_some_and(before) && params.npbl_tutup == NpblClosing::Reject
}

/// Deadlines that the law sets beside the steps: abandonment and determination.
fn legal(state: &State, context: &Context) -> Vec<Plan> {
    let mut out = Vec::new();
    let at = |since, deadline, then| Plan { then, ..watch(since, Limit::At(deadline), Role::Sistem, context) };
    let in_customs = state.sppb.is_none() && state.nhi.is_none() && state.tahap != Stage::Finished;
    match (state.btd, state.timbun) {
        (Some(btd), _) if in_customs => out.push(at(btd.sejak, btd.batas, Then::Forfeit)),
        (None, Some(stored)) if in_customs => out.push(at(stored.sejak, stored.btd_mulai, Then::Abandon)),
        _ => {}
    }
    let open = state.sptnp.is_none() && !state.dianggap_diterima && !state.telaah_selesai;
    if let Some(number) = state.pendaftaran.as_ref().filter(|_| open && state.tahap != Stage::Finished) {
        let deadline = context.calendar.end_after_days(number.batas_penetapan, 0);
        out.push(at(state.sejak, deadline, Then::Deem));
    }
    if matches!(
        state.tahap,
        Stage::Recording | Stage::ReturnedByInsw | Stage::Correcting | Stage::Rejected | Stage::BillingLapsed
    ) {
        let days = Limit::Days(context.params.diam_hari);
        out.push(Plan { then: Then::Lapse, ..watch(state.sejak, days, Role::Sistem, context) });
    }
    out
}

/// The billing of an SPTNP, which runs beside the 60 days, or of a granted amendment.
fn billing(state: &State, context: &Context) -> Option<Plan> {
    let granted = state.perbaikan.as_ref().is_some_and(|asked| asked.disetujui.is_some());
    let untuk = match (state.tahap, granted) {
        (Stage::AwaitSptnp, _) => Untuk::Sptnp,
        (_, true) => Untuk::Perbaikan,
        _ => return None,
    };
    let latest = state.latest_billing(untuk)?;
    let owner = match latest.status {
        StatusBilling::Lunas => return None,
        StatusBilling::Aktif => {
            let limit = Limit::At(latest.sampai?);
            let then = Then::ExpireBilling(untuk);
            return Some(Plan { then, ..watch(latest.sejak, limit, state.declarant(), context) });
        }
        StatusBilling::Diminta => Role::Bank,
        StatusBilling::Gagal => Role::Perbendaharaan,
        StatusBilling::Kedaluwarsa | StatusBilling::Dibatalkan => state.declarant(),
    };
    let limit = match owner {
        Role::Bank => Limit::Automatic(context.params.billing_menit),
        Role::Perbendaharaan => Limit::OfficeHours(context.params.jaminan_jam),
        _ => Limit::Days(context.params.pengingat_hari),
    };
    Some(repeated(watch(latest.sejak, limit, owner, context), Pantauan::Billing, state, context))
}

/// Enforcement's hold, the head's undecided cancellation, the officer's undecided amendment.
fn requests(state: &State, context: &Context) -> Vec<Plan> {
    let mut out = Vec::new();
    if let Some(hold) = &state.nhi {
        let limit = Limit::WorkingDays(context.params.nhi_hari_kerja);
        let mut plan = watch(hold.sejak, limit, Role::Penindakan, context);
        plan.is_main = true;
        plan.reason =
            Text::fixed("Barang ditahan oleh unit pengawasan.", "The goods are held by the enforcement unit.");
        out.push(repeated(plan, Pantauan::Nhi, state, context));
    }
    if let Some(request) = &state.batal {
        let limit = Limit::WorkingDays(context.params.batal_hari_kerja);
        let plan = watch(request.sejak, limit, Role::KepalaKantor, context);
        out.push(repeated(plan, Pantauan::Pembatalan, state, context));
    }
    if let Some(asked) = state.perbaikan.as_ref().filter(|asked| asked.disetujui.is_none()) {
        let limit = Limit::WorkingDays(context.params.perbaikan_hari_kerja);
        let plan = watch(asked.sejak, limit, Role::PemeriksaDokumen, context);
        out.push(repeated(plan, Pantauan::Perbaikan, state, context));
    }
    out
}

/// A plan that only raises alarms, until its maker says otherwise.
fn watch(since: Timestamp, limit: Limit, owner: Role, context: &Context) -> Plan {
    let deadline = limit.end(since, context);
    Plan {
        is_main: false,
        owner,
        reason: Text::fixed("", ""),
        since,
        deadline,
        normal: limit.normal(since, deadline),
        then: Then::Raise(Pantauan::Tahap),
    }
}

/// After the first alarm the next ones come at intervals, and nothing else happens.
fn repeated(plan: Plan, apa: Pantauan, state: &State, context: &Context) -> Plan {
    let then = match plan.then {
        Then::Raise(_) => Then::Raise(apa),
        other => other,
    };
    match state.eskalasi.get(&apa) {
        Some(last) => Plan { deadline: next_alarm(plan.owner, last.terakhir, context), then: Then::Raise(apa), ..plan },
        None => Plan { then, ..plan },
    }
}

fn next_alarm(owner: Role, last: Timestamp, context: &Context) -> Timestamp {
    let params = context.params;
    match owner {
        Role::Sistem | Role::Insw | Role::Bank => {
            plus(last, SignedDuration::from_hours(i64::from(params.eskalasi_jam)))
        }
        role if role.is_officer() => context.calendar.end_after_working_days(context.calendar.date(last), 1),
        _ => plus(last, days(params.pengingat_hari)),
    }
}

fn days(count: u32) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(count))
}

impl Limit {
    /// The first instant at which the time is over.
    fn end(self, since: Timestamp, context: &Context) -> Timestamp {
        let calendar = context.calendar;
        match self {
            Self::Automatic(minutes) => {
                let late = minutes.saturating_mul(context.params.batas_kali);
                plus(since, SignedDuration::from_mins(i64::from(late)))
            }
            Self::OfficeHours(hours) => calendar.after_office_minutes(since, hours.saturating_mul(60)),
            Self::WorkingDays(count) => calendar.end_after_working_days(calendar.date(since), count),
            Self::Days(count) => plus(since, days(count)),
            Self::At(instant) => instant,
            Self::EndOf(date) => calendar.end_after_days(date, 0),
        }
    }

    /// How long it usually takes.
    fn normal(self, since: Timestamp, deadline: Timestamp) -> SignedDuration {
        match self {
            Self::Automatic(minutes) => SignedDuration::from_mins(i64::from(minutes)),
            Self::OfficeHours(hours) => SignedDuration::from_hours(i64::from(hours)),
            Self::WorkingDays(count) | Self::Days(count) => days(count),
            Self::At(_) | Self::EndOf(_) => deadline.duration_since(since).max(SignedDuration::ZERO),
        }
    }
}

impl Plan {
    /// What the clock does, for a reader.
    pub fn consequence(&self) -> Text {
        match self.then {
            Then::Raise(_) => self.alarm(),
            Then::ExpireBilling(_) => Text::fixed(
                "Kode billing tidak berlaku lagi; kode baru dapat diminta.",
                "The billing code expires; a new one can be asked for.",
            ),
            Then::Readiness => Text::fixed(
                "TPS diminta menyiapkan barang atas biaya importir dan akses dapat diblokir.",
                "The terminal prepares the goods at the importer's cost, and access may be blocked.",
            ),
            Then::QuestionLapse(Tanya::P2) => Text::fixed(
                "Dianggap tidak ada keberatan; pemeriksaan dokumen berlanjut.",
                "Silence means no objection; the examination goes on.",
            ),
            Then::NpblReject => Text::fixed(
                "Permintaan ditutup dan dokumen ditolak; dapat dikirim ulang dengan nomor aju yang sama.",
                "The request closes and the document is rejected; it may be sent again on the same aju.",
            ),
            Then::QuestionLapse(_) => {
                Text::fixed("Pejabat memutus berdasarkan data yang ada.", "The officer decides on the data at hand.")
            }
            Then::SptnpOverdue => Text::fixed(
                "Tagihan jatuh tempo: bunga berjalan dan penagihan dimulai.",
                "The debt is due: interest runs and collection begins.",
            ),
            Then::Deem => Text::fixed(
                "Tarif dan nilai pabean yang diberitahukan dianggap diterima.",
                "The declared tariff and value count as accepted.",
            ),
            Then::Abandon => {
                Text::fixed("Barang dinyatakan tidak dikuasai (BTD).", "The goods are listed as abandoned (BTD).")
            }
            Then::Forfeit => Text::fixed(
                "Barang dilelang, dimusnahkan atau menjadi milik negara.",
                "The goods are auctioned, destroyed or become state property.",
            ),
            Then::Archive => Text::fixed("Dokumen diarsipkan.", "The document goes to the archive."),
            Then::Lapse => Text::fixed(
                "Dokumen diarsipkan karena tidak dilanjutkan.",
                "The document goes to the archive because nobody continued it.",
            ),
        }
    }

    const fn alarm(&self) -> Text {
        match self.owner {
            Role::Sistem | Role::Insw | Role::Bank => Text::fixed(
                "Sistem terus mencoba dan operator diberi tahu.",
                "The system keeps trying and the operator is told.",
            ),
            role if role.is_officer() => Text::fixed(
                "Pejabat diingatkan, kemudian kepala kantor diberi tahu.",
                "The officer is reminded, then the head of the office is told.",
            ),
            _ => Text::fixed("Pengingat dikirim.", "A reminder is sent."),
        }
    }
}
