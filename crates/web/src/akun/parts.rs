//! Fields that several account forms share.

use crate::lang::Lang;
use crate::ui::{Field, Form, FormErrors, Select};

use super::messages::AkunTexts;

/// The person's data as they were typed.
pub trait Person {
    /// Name, kind of identity, its number, position, telephone.
    fn data(&self) -> [&str; 5];
}

macro_rules! person {
    ($($name:ty: $field:ident),+ $(,)?) => {$(
        impl Person for $name {
            fn data(&self) -> [&str; 5] {
                [&self.$field, &self.jenis_identitas, &self.nomor_identitas, &self.jabatan, &self.nomor_hp]
            }
        }
    )+};
}

person! {
    app::account::signup::SignupForm: nama,
    app::account::invite::AcceptForm: nama,
    app::account::profile::ProfileForm: nama,
}

/// Adds the person's fields to a form.
pub fn person(form: Form, lang: Lang, typed: &impl Person, errors: &FormErrors) -> Form {
    let t = AkunTexts::of(lang);
    let [full, kind, number, position, phone] = typed.data().map(str::to_owned);
    form.with(
        Field::text("nama", t.person_name)
            .value(full)
            .autocomplete("name")
            .no_spellcheck()
            .max_length(100)
            .errors(errors),
    )
    .with(
        Select::new("jenis_identitas", t.identity_kind)
            .option("NIK", t.identity_nik)
            .option("PASPOR", t.identity_passport)
            .value(&kind)
            .errors(errors),
    )
    .with(Field::code("nomor_identitas", t.identity_number).value(number).width(20).max_length(30).errors(errors))
    .with(
        Field::text("jabatan", t.position)
            .value(position)
            .autocomplete("organization-title")
            .max_length(100)
            .errors(errors),
    )
    .with(Field::tel("nomor_hp", t.phone).hint(t.phone_hint).value(phone).errors(errors))
}
