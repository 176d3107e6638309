//! All the simulator knows: nothing but the events applied in order.

use std::collections::{BTreeMap, BTreeSet};

use app::ports::{BillingStatus, Payment};
use jiff::Timestamp;
use kernel::Rupiah;

use super::event::{BillingIssue, Event, LartasRecord, PosState};
use super::rule::RuleBook;
use super::shelf::Shelf;
use crate::hint::pos_key;

/// One billing code.
#[derive(Debug)]
pub struct Billing {
    pub issue: BillingIssue,
    pub total: Rupiah,
    pub cancelled: Option<Timestamp>,
    pub payments: Vec<Payment>,
}

impl Billing {
    pub fn status(&self, now: Timestamp) -> BillingStatus {
        if !self.payments.is_empty() {
            return BillingStatus::Lunas { pembayaran: self.payments.clone() };
        }
        if self.cancelled.is_some() {
            return BillingStatus::Dibatalkan;
        }
        if now > self.issue.permintaan.berlaku_sampai {
            return BillingStatus::Kedaluwarsa;
        }
        BillingStatus::Aktif
    }
}

/// The memory of all four partners.
#[derive(Debug, Default)]
pub struct State {
    pub rules: RuleBook,
    pub lartas: Shelf<LartasRecord>,
    pub billing: Shelf<Billing>,
    pub pos: Shelf<PosState>,
    /// Billing code by request key.
    pub code_by_request: BTreeMap<String, String>,
    /// Codes of one aju, first one first.
    pub codes_by_aju: BTreeMap<String, Vec<String>>,
    /// Codes the bank will pay by itself.
    pub automatic: BTreeSet<(Timestamp, String)>,
    /// Consignments that wait for something to happen by itself.
    pub moving: BTreeSet<String>,
}

impl State {
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Lartas(record) => self.lartas.put(record.request_id.clone(), record.clone()),
            Event::Billing(issue) => self.issue(issue),
            Event::Batal { kode, waktu } => {
                if let Some(billing) = self.billing.get_mut(kode) {
                    billing.cancelled = Some(*waktu);
                }
            }
            Event::Bayar { kode, pembayaran } => {
                if let Some(billing) = self.billing.get_mut(kode) {
                    billing.payments.push(pembayaran.clone());
                }
            }
            Event::Posisi(pos) => {
                let key = pos_key(&pos.posisi);
                if pos.waits() {
                    self.moving.insert(key.clone());
                } else {
                    self.moving.remove(&key);
                }
                self.pos.put(key, pos.clone());
            }
            Event::Aturan(rule) => self.rules.put(rule.clone()),
        }
    }

    fn issue(&mut self, issue: &BillingIssue) {
        let (kode, request) = (&issue.kode, &issue.permintaan);
        self.code_by_request.insert(request.request_id.clone(), kode.clone());
        self.codes_by_aju.entry(request.nomor_aju.clone()).or_default().push(kode.clone());
        if let Some(at) = issue.bayar_otomatis {
            self.automatic.insert((at, kode.clone()));
        }
        let total = request.rincian.iter().map(|line| line.nilai.0).fold(0_i64, i64::saturating_add);
        let billing = Billing { issue: issue.clone(), total: Rupiah(total), cancelled: None, payments: Vec::new() };
        self.billing.put(kode.clone(), billing);
    }
}

impl PosState {
    /// Whether something is still to happen by itself.
    pub fn waits(&self) -> bool {
        self.timbun.is_none()
            || (self.diminta_siap.is_some() && self.siap.is_none())
            || (self.sppb.is_some() && self.keluar.is_none())
    }
}
