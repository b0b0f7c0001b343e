//! Packs: read back whole, and refused when they are anything else.

use jifen::scheme::{Catalogue, Entry, FORMAT, Guide, PackError, Scheme};
use jifen_check::{Checked, check};
use sha2::{Digest, Sha256};

use crate::rules::{folder, schemes};

#[test]
fn a_pack_reads_back_to_its_scheme() {
    for scheme in schemes() {
        let pack = scheme.to_pack().expect("a read scheme can be packed");
        assert_eq!(Scheme::from_pack(&pack).as_ref(), Ok(&scheme));
    }
    let schemes = schemes();
    let pack = Scheme::all_to_pack(&schemes.iter().collect::<Vec<_>>())
        .expect("read schemes can be packed");
    assert_eq!(Scheme::all_from_pack(&pack), Ok(schemes));
    let Checked { schemes, editions, guides, holidays, .. } =
        check(folder()).expect("the rules can be read");
    for (scheme, guide) in schemes.iter().zip(guides) {
        let pack = guide.to_pack().expect("a read guide can be packed");
        assert_eq!(Guide::from_pack(&pack, scheme), Ok(guide));
    }
    let catalogue = Catalogue { entries: editions.iter().map(Entry::from).collect(), holidays };
    let pack = catalogue.to_pack().expect("a catalogue can be packed");
    assert_eq!(Catalogue::from_pack(&pack), Ok(catalogue));
}

#[test]
fn a_scheme_reads_back_from_its_json() {
    for scheme in schemes() {
        let json = serde_json::to_string(&scheme).expect("a scheme can be written as JSON");
        let mut read: Scheme = serde_json::from_str(&json).expect("and read");
        read.bind();
        read.stamp().expect("a read scheme can be packed");
        assert_eq!(read, scheme);
    }
}

#[test]
fn what_is_no_whole_pack_of_this_build_is_refused_by_name() {
    let pack = schemes()[0].to_pack().expect("a read scheme can be packed");
    assert_eq!(Scheme::from_pack(b"<!doctype html><title>404</title>"), Err(PackError::Foreign));
    assert_eq!(Scheme::from_pack(b""), Err(PackError::Foreign));
    assert_eq!(Scheme::all_from_pack(b""), Err(PackError::Foreign));
    assert_eq!(Scheme::all_from_pack(&pack), Err(PackError::Damaged), "one is not all");
    let mut other = pack.clone();
    other[5] = 0xFF;
    assert_eq!(Scheme::from_pack(&other), Err(PackError::OtherBuild { found: FORMAT | 0xFF }));
    for length in 5..pack.len() {
        assert_eq!(Scheme::from_pack(&pack[..length]), Err(PackError::Damaged), "cut at {length}");
    }
    for index in (11..pack.len()).step_by(97) {
        let mut changed = pack.clone();
        changed[index] ^= 1;
        assert_eq!(Scheme::from_pack(&changed), Err(PackError::Damaged), "changed at {index}");
    }
}

/// A page must never read a pack whose layout differs from its own. The schemas of all that packs hold stand for the
/// layout: when one changes, note its new digest here, and raise `FORMAT` unless packs stay the same byte for byte.
#[test]
fn the_format_number_moves_with_the_layout() {
    let mut hasher = Sha256::new();
    let schemas = [
        schemars::schema_for!(Scheme),
        schemars::schema_for!(Guide),
        schemars::schema_for!(Catalogue),
    ];
    for schema in schemas {
        let mut schema = serde_json::to_value(schema).expect("a schema is JSON");
        strip_words(&mut schema);
        hasher.update(schema.to_string());
    }
    let digest: String = hasher.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((FORMAT, digest.as_str()), (7, "28cce1668c049c2c"));
}

/// Doc comments are part of a schema and not of a layout.
fn strip_words(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(map) => {
            map.remove("description");
            map.values_mut().for_each(strip_words);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(strip_words),
        _ => {}
    }
}
