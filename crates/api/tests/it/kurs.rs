//! kurs
