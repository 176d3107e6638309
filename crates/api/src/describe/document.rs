//! The schema of a BC 2.0, made from the document model and the table of its fields.

use declaration::document::{self as model, Section};
use declaration::rules::{self, Allowed, Need};
use kernel::Shape;
use serde_json::{Map, Value, json};

/// One schema for each section; the document refers to the others.
pub fn schemas() -> Map<String, Value> {
    let mut out = Map::new();
    add::<model::Pib>(&mut out, "");
    add::<model::Entitas>(&mut out, "entitas");
    add::<model::Dokumen>(&mut out, "dokumen");
    add::<model::Pengangkut>(&mut out, "pengangkut");
    add::<model::Kemasan>(&mut out, "kemasan");
    add::<model::Kontainer>(&mut out, "kontainer");
    add::<model::KomponenBiaya>(&mut out, "informasiKomponenBiaya");
    add::<model::Pungutan>(&mut out, "pungutan");
    add::<model::Jaminan>(&mut out, "jaminan");
    add::<model::Barang>(&mut out, "barang");
    add::<model::BarangTarif>(&mut out, "barangTarif");
    add::<model::BarangVd>(&mut out, "barangVd");
    add::<model::BarangDokumen>(&mut out, "barangDokumen");
    add::<model::BarangSpekKhusus>(&mut out, "barangSpekKhusus");
    add::<model::BarangPemilik>(&mut out, "barangPemilik");
    out
}

/// What a section is called.
fn name(section: &str) -> String {
    let mut letters = section.chars();
    match letters.next() {
        None => "Bc20".to_owned(),
        Some(first) => format!("Bc20{}{}", first.to_uppercase(), letters.as_str()),
    }
}

fn add<T: Section>(out: &mut Map<String, Value>, section: &str) {
    let mut sample = T::default();
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in T::FIELDS {
        let shape = sample.field_mut(field).map_or(Shape::Text, |field| field.shape());
        properties.insert((*field).to_owned(), property(section, field, shape));
        if rules::spec(section, field).is_some_and(|spec| spec.need == Need::Always) {
            required.push(*field);
        }
    }
    for list in T::LISTS {
        let items = json!({ "$ref": format!("#/components/schemas/{}", name(list)) });
        properties.insert((*list).to_owned(), json!({ "type": ["array", "null"], "items": items }));
    }
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": true });
    if section.is_empty() {
        schema["description"] = json!(
            "BC 2.0 (PIB). `x-wajib` lists what must be filled when it is sent; a draft needs its nomorAju only. \
             Figures may also come as numeric text, codes as text."
        );
        schema["required"] = json!(["nomorAju"]);
    }
    schema["x-wajib"] = json!(required);
    out.insert(name(section), schema);
}

fn property(section: &str, field: &str, shape: Shape) -> Value {
    let mut out = match shape {
        Shape::Number => json!({ "type": ["number", "string", "null"] }),
        // Codes and serials come as numbers too (h2h-api 7.9).
        Shape::Text | Shape::YesNo => json!({ "type": ["string", "integer", "null"] }),
        Shape::Date => json!({ "type": ["string", "null"] }),
    };
    match shape {
        Shape::Date => out["x-bentuk"] = json!("YYYY-MM-DD"),
        Shape::YesNo => out["x-nilai"] = json!(["Y", "T"]),
        _ => {}
    }
    if field == "nomorAju" && section.is_empty() {
        out = json!({ "type": "string", "pattern": "^[A-Za-z0-9]{26}$" });
    }
    if let Some(spec) = rules::spec(section, field) {
        out["description"] = json!(spec.en);
        out["x-keterangan"] = json!(spec.id);
        match spec.allowed {
            Allowed::Fixed(values) => out["x-nilai"] = json!(values),
            Allowed::List(list) | Allowed::OpenList(list) => out["x-daftar"] = json!(list),
            // The storage places are listed office by office, which no single code list is.
            Allowed::Any if field == "kodeTps" => out["x-daftar"] = json!("tps"),
            Allowed::Any => {}
            other => out["x-daftar"] = json!(format!("{other:?}").to_lowercase()),
        }
    }
    out
}
