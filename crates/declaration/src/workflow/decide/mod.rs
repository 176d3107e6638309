//! What a command leads to.

mod amendment;
mod arrival;
mod examination;
mod filing;
mod inspection;
mod payment;
mod side;
mod tick;

use super::Context;
use super::actor::{Actor, Role};
use super::apply::apply;
use super::command::{Action, Command};
use super::event::{Event, Fact};
use super::refusal::Refusal;
use super::stage::Stage;
use super::state::State;

/// Largest command, as JSON bytes: a thousand containers and their texts fit.
const LARGEST_COMMAND: usize = 65_536;

/// Events after which a declarant's command is refused: no honest declaration comes near. Officers, partners and the
/// clock always pass, so that nothing gets stuck.
const MOST_EVENTS: u32 = 5_000;

/// Decides what a command leads to, or refuses it; nothing else changes. An empty list means that all is done already.
///
/// Total: every state and every command has an answer, and no input panics.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    guard(state, &command)?;
    let mut journal = Journal { state: state.clone(), oleh: command.oleh, context, events: Vec::new() };
    dispatch(&mut journal, command.tindakan)?;
    Ok(journal.events)
}

/// What holds for every command: an open declaration, a sane size, the right function of the right office.
fn guard(state: &State, command: &Command) -> Result<(), Refusal> {
    if state.tahap.is_final() {
        return Err(Refusal::Final);
    }
    if serde_json::to_vec(command).map_or(usize::MAX, |bytes| bytes.len()) > LARGEST_COMMAND {
        return Err(Refusal::TooLarge);
    }
    let actor = &command.oleh;
    let boleh = command.tindakan.roles();
    if !boleh.contains(&actor.peran) {
        return Err(Refusal::WrongRole { boleh });
    }
    if actor.pengguna.trim().is_empty() {
        return Err(Refusal::Invalid { bidang: "pengguna" });
    }
    if actor.peran.is_officer() && (actor.kantor.is_none() || actor.kantor != state.kantor) {
        return Err(Refusal::WrongOffice);
    }
    if actor.peran == Role::PemeriksaDokumen && state.pemeriksaan.pemeriksa.as_ref() == Some(&actor.pengguna) {
        return Err(Refusal::SameOfficer);
    }
    if actor.peran.is_declarant() && state.peristiwa >= MOST_EVENTS {
        return Err(Refusal::LimitReached);
    }
    Ok(())
}

/// Collects events; each one is applied at once, so that the next one is decided on what then holds.
struct Journal<'a> {
    state: State,
    oleh: Actor,
    context: &'a Context<'a>,
    events: Vec<Event>,
}

impl Journal<'_> {
    /// Adds an event. What follows by itself is the system's doing, not that of whoever came last.
    fn emit(&mut self, isi: Fact) {
        let follows = !self.events.is_empty() && isi.follows_by_itself();
        let oleh = if follows { Actor::system() } else { self.oleh.clone() };
        let event = Event { waktu: self.context.now, oleh, isi };
        self.state = apply(std::mem::take(&mut self.state), &event);
        self.events.push(event);
    }

    /// Refuses unless the declaration stands at one of the stages.
    fn at(&self, action: &'static str, stages: &[Stage]) -> Result<(), Refusal> {
        if stages.contains(&self.state.tahap) { Ok(()) } else { Err(self.not_now(action)) }
    }

    fn not_now(&self, action: &'static str) -> Refusal {
        Refusal::NotNow { tindakan: action, tahap: self.state.tahap }
    }
}

/// Refuses a blank text.
fn required(bidang: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Invalid { bidang }) } else { Ok(()) }
}

fn dispatch(journal: &mut Journal, action: Action) -> Result<(), Refusal> {
    let name = action.name();
    let j = journal;
    match action {
        Action::Record { kantor } => filing::record(j, name, kantor),
        Action::Submit { berkas } => filing::submit(j, name, berkas),
        Action::BeginCorrection => filing::begin_correction(j, name),
        Action::Resubmit { berkas } => filing::resubmit(j, name, berkas),
        Action::InswAnswered { kiriman, hasil } => filing::insw_answered(j, name, kiriman, hasil),
        Action::ValidationPassed { kiriman, kewajiban } => filing::passed(j, name, kiriman, kewajiban),
        Action::ValidationFailed { kiriman, temuan } => filing::failed(j, name, kiriman, temuan),
        Action::ClearLartas { catatan } => filing::clear_lartas(j, name, catatan),
        Action::ConfirmGuarantee { bpj } => filing::confirm_guarantee(j, name, bpj),
        Action::BillingIssued { urutan, kode, sampai } => payment::issued(j, name, urutan, (kode, sampai)),
        Action::BillingFailed { urutan, alasan } => payment::failed(j, name, urutan, alasan),
        Action::RequestBilling { untuk } => payment::request_again(j, name, untuk),
        Action::CancelBilling { untuk, alasan } => payment::cancel(j, name, untuk, &alasan),
        Action::PaymentReported { pembayaran } => payment::reported(j, name, pembayaran),
        Action::ResolvePayment { terima, catatan } => payment::resolve(j, name, terima, &catatan),
        Action::ManifestMissing => arrival::missing(j, name),
        Action::ManifestMatched { pos, kemiripan } => arrival::matched(j, name, pos, kemiripan),
        Action::ManifestMismatch { selisih } => arrival::mismatch(j, name, selisih),
        Action::RetryMatch => arrival::retry(j, name),
        Action::DecideSimilarity { setuju, catatan } => arrival::similarity(j, name, setuju, catatan),
        Action::StorageConfirmed { waktu } => arrival::stored(j, name, waktu),
        Action::ChannelDrawn { keputusan } => arrival::channel(j, name, keputusan),
        Action::NumberGiven { nomor, tanggal } => arrival::number(j, name, nomor, tanggal),
        Action::DocumentsUploaded { jumlah } => inspection::documents(j, name, jumlah),
        Action::GoodsReady => inspection::ready(j, name),
        Action::AppointInspector { pemeriksa } => inspection::appoint(j, name, pemeriksa),
        Action::IssueInstruction { tingkat } => inspection::instruct(j, name, tingkat),
        Action::PackagesPulled => inspection::pulled(j, name),
        Action::StartInspection => inspection::start(j, name),
        Action::RecordBap { uraian } => inspection::bap(j, name, uraian),
        Action::RecordLhp { sesuai, uraian } => inspection::lhp(j, name, sesuai, uraian),
        Action::Ask { tanya, uraian } => examination::ask(j, name, tanya, uraian),
        Action::Answer { tanya, uraian } => examination::answer(j, name, tanya, uraian),
        Action::IssueSptnp { rincian } => examination::sptnp(j, name, rincian),
        Action::ObjectionWithGuarantee { nomor, bpj } => examination::objection(j, name, nomor, bpj),
        Action::IssueSpbl { alasan } => examination::spbl(j, name, alasan),
        Action::ShowLicence { uraian } => examination::licence(j, name, uraian),
        Action::Release { catatan } => examination::release(j, name, catatan),
        Action::CloseReview { catatan } => examination::close_review(j, name, catatan),
        Action::HoldNhi { alasan } => side::hold(j, name, alasan),
        Action::ReleaseNhi { catatan } => side::lift(j, name, catatan),
        Action::GateIn => side::gate_in(j, name),
        Action::GateOut { kontainer, terakhir } => side::gate_out(j, name, kontainer, terakhir),
        Action::RequestCancellation { alasan } => side::request_cancellation(j, name, alasan),
        Action::DecideCancellation { setuju, alasan } => side::decide_cancellation(j, name, setuju, alasan),
        Action::RequestAmendment { alasan, perubahan, akibat } => {
            amendment::request(j, name, alasan, perubahan, akibat)
        }
        Action::DecideAmendment { setuju, alasan } => amendment::decide(j, name, setuju, alasan),
        Action::MoveToTpp { tanggal } => side::move_to_tpp(j, name, tanggal),
        Action::Tick => {
            tick::tick(j);
            Ok(())
        }
        Action::PartnerUnavailable { mitra, alasan } => side::partner(j, name, mitra, alasan),
    }
}
