//! Texts that all pages of a company share.

use crate::messages::messages;

messages! {
    CompanyTexts, same: [];

    own: "Halaman ini tentang perusahaan Saudara sendiri, {perusahaan}, bukan tentang {klien} yang sedang Saudara wakili.",
        "This page is about your own company, {perusahaan}, not about {klien}, for whom you act now.";
}
