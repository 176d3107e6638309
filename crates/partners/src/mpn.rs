//! MPN G3 / SIMPONI: billing codes and their payment (rules 7.1, 7.2).

use std::sync::Arc;

use app::ports::{BillingRequest, BillingStatus, Clock, Mpn, PartnerFault, Payment};

use crate::check::{alphanumeric, billing_code, clip, digits};
use crate::client::{Call, Client, Method};
use crate::wire::{BillingIssued, Done};
use crate::{BreakerState, ConfigFault, PartnerConfig};

/// Short name in faults.
pub const NAME: &str = "MPN";

/// Most payments accepted for one code.
const MOST_PAYMENTS: usize = 100;

/// MPN G3 / SIMPONI over HTTP.
pub struct MpnHttp(Client);

impl MpnHttp {
    /// An adapter for the gateway at `config.base_url`.
    pub fn new(config: &PartnerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        Client::new(NAME, config, clock).map(Self)
    }

    /// State of its circuit breaker.
    pub fn breaker_state(&self) -> BreakerState {
        self.0.state()
    }

    fn billing<'a>(&self, method: Method<'a>, kode: &str) -> Result<Call<'a>, PartnerFault> {
        if !billing_code(kode) {
            return Err(self.0.refuse("404", "kode billing bukan 15 angka (not a billing code)"));
        }
        Ok(Call { method, path: format!("/mpn/v1/billing/{kode}"), query: Vec::new() })
    }
}

impl Mpn for MpnHttp {
    fn create_billing(&self, request: &BillingRequest) -> Result<String, PartnerFault> {
        let method = Method::Post { body: serde_json::to_vec(request), key: &request.request_id };
        let call = Call { method, path: "/mpn/v1/billing".to_owned(), query: Vec::new() };
        self.0.call(call, |issued: BillingIssued| {
            billing_code(&issued.kode_billing).then_some(issued.kode_billing).ok_or("kodeBilling")
        })
    }

    fn billing_status(&self, kode_billing: &str) -> Result<BillingStatus, PartnerFault> {
        let call = self.billing(Method::Get, kode_billing)?;
        self.0.call(call, |status| match status {
            BillingStatus::Lunas { pembayaran } => {
                payments(pembayaran).map(|pembayaran| BillingStatus::Lunas { pembayaran })
            }
            other => Ok(other),
        })
    }

    fn cancel_billing(&self, kode_billing: &str) -> Result<(), PartnerFault> {
        let call = self.billing(Method::Delete, kode_billing)?;
        self.0.call(call, |done: Done| (done.status == "DIBATALKAN").then_some(()).ok_or("status"))
    }
}

/// NTPN 16 characters, NTB 12 (NTP of the post 14): a receipt in another shape is no receipt.
fn payments(mut list: Vec<Payment>) -> Result<Vec<Payment>, &'static str> {
    if list.is_empty() || list.len() > MOST_PAYMENTS {
        return Err("pembayaran");
    }
    for payment in &mut list {
        if !alphanumeric(&payment.ntpn, 16..=16) {
            return Err("ntpn");
        }
        if !alphanumeric(&payment.ntb, 12..=14) {
            return Err("ntb");
        }
        if payment.nilai.0 <= 0 {
            return Err("nilai");
        }
        if !digits(&payment.npwp, 15..=16) {
            return Err("npwp");
        }
        payment.bank = clip(&payment.bank, 100);
    }
    Ok(list)
}
