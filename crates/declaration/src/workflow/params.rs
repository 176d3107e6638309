//! Every duration and switch of the workflow, as dated parameters with a default and its source.

use jiff::civil::Time;

/// Longest accepted number, in whatever unit: a century of days.
const LARGEST: u32 = 36_500;

/// One row of the public parameter list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Key in the `parameter` table.
    pub kunci: &'static str,
    /// Value when the table has none.
    pub bawaan: &'static str,
    /// Legal basis or, for `eng`, that it is our choice.
    pub dasar: &'static str,
}

/// A value in the parameter table that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("parameter {kunci} has the unusable value {nilai:?}; the default is {bawaan}")]
pub struct BadParameter {
    /// Key.
    pub kunci: &'static str,
    /// What stands in the table.
    pub nilai: String,
    /// What would be used without it.
    pub bawaan: &'static str,
}

/// What follows when an NPBL before acceptance is not answered in time; the regulation's wording is uncertain (rules
/// 9.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NpblClosing {
    /// `tolak`: the document is rejected and may be resent on the same aju.
    #[default]
    Reject,
    /// `buka`: the document officer takes it up again.
    Reopen,
}

/// Reads one kind of parameter from its text.
trait Value: Sized + Default {
    fn read(text: &str) -> Option<Self>;
}

impl Value for u32 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|n| (1..=LARGEST).contains(n))
    }
}

impl Value for bool {
    fn read(text: &str) -> Option<Self> {
        match text {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        }
    }
}

impl Value for Time {
    fn read(text: &str) -> Option<Self> {
        let shaped = text.len() == 5 && text.as_bytes()[2] == b':';
        text.parse().ok().filter(|_| shaped)
    }
}

impl Value for NpblClosing {
    fn read(text: &str) -> Option<Self> {
        match text {
            "tolak" => Some(Self::Reject),
            "buka" => Some(Self::Reopen),
            _ => None,
        }
    }
}

fn read<T: Value>(get: &dyn Fn(&str) -> Option<String>, row: &Parameter) -> Result<T, BadParameter> {
    let given = get(row.kunci);
    let text = given.as_deref().unwrap_or(row.bawaan).trim();
    T::read(text).ok_or_else(|| BadParameter { kunci: row.kunci, nilai: text.to_owned(), bawaan: row.bawaan })
}

macro_rules! parameters {
    ($($field:ident: $type:ty = $key:literal, $default:literal, $law:literal;)*) => {
        /// The workflow's parameters on one date.
        ///
        /// Automatic steps (`…menit`) name the normal duration; they count as late after `batas.kali` times that.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct WorkflowParams {
            $(#[doc = concat!("`", $key, "`, default ", $default, ": ", $law, ".")] pub $field: $type,)*
        }

        /// All parameters, in the order of a declaration's life.
        pub const PARAMETERS: &[Parameter] = &[
            $(Parameter { kunci: $key, bawaan: $default, dasar: $law },)*
        ];

        impl WorkflowParams {
            /// Reads each key, or takes its default where the table has none.
            pub fn from_lookup(get: &dyn Fn(&str) -> Option<String>) -> Result<Self, BadParameter> {
                Ok(Self {
                    $($field: read(get, &Parameter { kunci: $key, bawaan: $default, dasar: $law })?,)*
                })
            }
        }

        impl Default for WorkflowParams {
            fn default() -> Self {
                Self { $($field: Value::read($default).unwrap_or_default(),)* }
            }
        }
    };
}

parameters! {
    diam_hari: u32 = "diam.hari", "365", "eng: an unsent, rejected or unpaid document without any act is archived";
    pengingat_hari: u32 = "pengingat.hari", "7",
        "eng: days between reminders to the declarant, the carrier or the terminal";
    eskalasi_jam: u32 = "eskalasi.jam", "4", "eng: hours between alarms about an automatic step";
    batas_kali: u32 = "batas.kali", "3", "eng: an automatic step is late after this many times its normal duration";
    insw_menit: u32 = "insw.menit", "10", "eng: LNSW answered in 3 to 10 minutes in the cases seen (rules 1.3)";
    validasi_menit: u32 = "validasi.menit", "15", "eng: normal duration of validation (rules 1.3)";
    lartas_jam: u32 = "lartas.jam", "8", "eng: office hours for the officer's decision on a flagged lartas (rules 1.4)";
    npbl_hari: u32 = "npbl.hari", "3", "PER-02/BC/2023: an unanswered NPBL closes (rules 1.4); calendar days [?]";
    npbl_tutup: NpblClosing = "npbl.tutup", "tolak",
        "PER-02/BC/2023: what closing means is uncertain (rules 9.8); tolak or buka";
    jaminan_jam: u32 = "jaminan.jam", "8", "eng: office hours for the treasury's check of a guarantee (PMK 168/2022)";
    billing_menit: u32 = "billing.menit", "5", "eng: normal duration of making a billing code";
    billing_hari: u32 = "billing.hari", "5", "validity of an import billing, days; not published (rules 9.12)";
    selisih_hari_kerja: u32 = "selisih.hari_kerja", "1",
        "eng: working days for the treasury's decision on a payment that does not match";
    manifes_hari: u32 = "manifes.hari", "7",
        "eng: days before a document without its BC 1.1 raises an alarm (rules 1.6)";
    redress_hari: u32 = "redress.hari", "7", "eng: days before a manifest mismatch raises an alarm (rules 1.6)";
    kemiripan_persen: u32 = "kemiripan.persen", "80",
        "eng: lowest likeness of importer and manifest consignee that passes without an officer";
    kemiripan_jam: u32 = "kemiripan.jam", "4", "eng: office hours for the officer's decision on a doubtful consignee";
    timbun_hari: u32 = "timbun.hari", "3",
        "eng: days before missing storage raises an alarm (PER-02/BC/2023, rules 1.6)";
    siap_jalur_menit: u32 = "siap_jalur.menit", "5",
        "eng: normal duration of channelling; seconds in the case seen (rules 1.3)";
    penomoran_menit: u32 = "penomoran.menit", "5", "eng: normal duration of numbering (rules 1.3)";
    jalur_kuning: bool = "jalur.kuning", "0", "legacy yellow channel of PER-16/BC/2016, off (rules 1.7)";
    dokap_jam: Time = "dokap.jam", "12:00",
        "PMK 190/2022 practice: documents and readiness by this hour of the next service day (rules 1.8)";
    penunjukan_jam: u32 = "penunjukan.jam", "2", "eng: office hours for appointing an inspector";
    instruksi_jam: u32 = "instruksi.jam", "2", "eng: office hours for the inspection instruction";
    kemasan_hari: u32 = "kemasan.hari", "1", "eng: days for the terminal to pull the packages";
    periksa_hari_kerja: u32 = "periksa.hari_kerja", "3",
        "P-42/BC/2008: inspection starts within 3 working days; the value of PMK 185/2022 is unknown (rules 9.6)";
    bap_hari_kerja: u32 = "bap.hari_kerja", "2", "eng: working days from the start of inspection to its minutes";
    lhp_hari_kerja: u32 = "lhp.hari_kerja", "2", "eng: working days from the minutes to the inspection report";
    dokumen_hari_kerja: u32 = "dokumen.hari_kerja", "3", "eng: working days for the document officer's decision";
    npd_hari_kerja: u32 = "npd.hari_kerja", "3", "older rule: NPD is answered within 3 working days (rules 1.8) [?]";
    inp_hari_kerja: u32 = "inp.hari_kerja", "3", "INP is answered by a DNP within 3 working days (rules 1.9) [?]";
    p2_hari_kerja: u32 = "p2.hari_kerja", "1",
        "enforcement answers within 1 working day, silence means go on (rules 1.8)";
    lab_hari: u32 = "lab.hari", "14", "eng: days before a laboratory result raises an alarm (rules 1.8)";
    penetapan_hari: u32 = "penetapan.hari", "30",
        "UU art. 16: determination within 30 days of registration, else deemed accepted";
    sptnp_hari: u32 = "sptnp.hari", "60", "UU art. 93: pay or object within 60 days of the SPTNP date";
    bunga_bulan_maks: u32 = "bunga.bulan_maks", "24", "UU art. 38: interest counts at most 24 months";
    keluar_hari: u32 = "keluar.hari", "7", "eng: days after SPPB before goods still in the terminal raise an alarm";
    arsip_hari: u32 = "arsip.hari", "30", "eng: days from the end of the process to the archive";
    nhi_hari_kerja: u32 = "nhi.hari_kerja", "2",
        "eng: working days of an NHI hold before the head of office is alarmed";
    batal_hari_kerja: u32 = "batal.hari_kerja", "3",
        "eng: working days for the head's decision on a cancellation (as for amendments, rules 1.12)";
    perbaikan_hari_kerja: u32 = "perbaikan.hari_kerja", "3",
        "PMK 115/PMK.04/2007 practice: an amendment is decided within 3 working days (rules 1.12)";
    btd_hari: u32 = "btd.hari", "30", "UU art. 65, PMK 92: goods in the TPS longer than 30 days are BTD (rules 1.15)";
    btd_tpp_hari: u32 = "btd.tpp_hari", "60",
        "UU art. 66, PMK 92: the owner has 60 days in the TPP before auction (rules 1.15)";
}
